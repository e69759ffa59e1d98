package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.template.action.ActionData;
import io.jenkins.plugins.packerbuild.engine.template.action.ActionException;
import io.jenkins.plugins.packerbuild.engine.template.action.ActionText;
import io.jenkins.plugins.packerbuild.engine.template.action.FunctionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renders the value of a variable. Actions that begin with a dot stay as they are: what they stand for is known only where
 * the variable is used.
 */
final class LaterText {

    private static final Pattern LATER = Pattern.compile("\\{\\{\\s?\\.(.*?)\\s?}}");
    private static final Pattern HOLE = Pattern.compile("\uE0F0(\\d+)\uE0F1");

    private LaterText() {}

    /**
     * The rendered value.
     *
     * @throws Complaint when it cannot be rendered
     */
    static String render(String text, FunctionSet functions) {
        List<String> later = new ArrayList<>();
        String holes = LATER.matcher(text).replaceAll(match -> {
            later.add(match.group());
            return "\uE0F0" + (later.size() - 1) + "\uE0F1";
        });
        try {
            String rendered = ActionText.parse(holes, functions).render(ActionData.none());
            return HOLE.matcher(rendered)
                    .replaceAll(match -> Matcher.quoteReplacement(original(match.group(), match.group(1), later)));
        } catch (ActionException e) {
            throw Complaint.of(e);
        }
    }

    /** What was in the place; a hole that nobody made stays. */
    private static String original(String hole, String number, List<String> later) {
        boolean ours = number.length() < 8 && Integer.parseInt(number) < later.size();
        return ours ? later.get(Integer.parseInt(number)) : hole;
    }
}
