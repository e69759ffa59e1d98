package io.jenkins.plugins.packerbuild.engine.differential;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why and in what ours answers otherwise than Packer. The file has a title, a line that says whether it is so on purpose or
 * not there yet and what differs, and a text for users; cases with the same title share an entry and one text.
 *
 * @param title one sentence, without a full stop
 * @param onPurpose false: it will go
 * @param aspects in what
 * @param text why; empty when another case has it
 */
record Difference(String title, boolean onPurpose, Set<Aspect> aspects, String text) {

    static final String FILE = "difference.md";

    private static final Pattern FORM =
            Pattern.compile("(?s)# ([^\n]+[^.\n])\n\n(on purpose|not there yet): ([a-z, ]+)\n(.*)");

    static Difference parse(String name, String content) {
        Matcher form = FORM.matcher(content);
        if (!form.matches()) {
            throw new IllegalArgumentException(name + "/" + FILE + " has not the form that the README describes.");
        }
        Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
        Arrays.stream(form.group(3).split(",")).map(Aspect::parse).forEach(aspects::add);
        return new Difference(
                form.group(1),
                form.group(2).equals("on purpose"),
                aspects,
                form.group(4).strip());
    }
}
