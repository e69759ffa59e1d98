package io.jenkins.plugins.packerbuild.engine.differential;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Puts words in place of what differs from run to run and from computer to computer. */
final class Normal {

    private static final String UNIT = "(years?|weeks?|days?|hours?|minutes?|seconds?|milliseconds?|microseconds?)";

    private final Map<Pattern, String> words = new LinkedHashMap<>();

    /** Of a run in that directory, with that home directory. */
    Normal(Path directory, Path home) {
        words.put(Pattern.compile(Pattern.quote(directory.toString())), "WORKDIR");
        words.put(Pattern.compile(Pattern.quote(home.toString())), "HOME");
        words.put(Pattern.compile(" after \\d+ " + UNIT + "( \\d+ " + UNIT + ")?"), " after TIME");
        words.put(Pattern.compile("\\S*/packer-shell[0-9]+"), "PACKER-SHELL");
        words.put(Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"), "UUID");
        words.put(Pattern.compile("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)"), "ISOTIME");
        words.put(Pattern.compile("20\\d\\d-\\d\\d-\\d\\d"), "DATE");
        words.put(Pattern.compile("(?<![0-9a-fA-F])1[7-9]\\d{8}(?![0-9a-fA-F])"), "TIMESTAMP");
        words.put(Pattern.compile("with \\d+ cores?"), "with N cores");
        words.put(Pattern.compile("\r"), "\\\\r");
    }

    String of(String text) {
        String result = text;
        for (Map.Entry<Pattern, String> word : words.entrySet()) {
            result = word.getKey().matcher(result).replaceAll(word.getValue());
        }
        return result;
    }
}
