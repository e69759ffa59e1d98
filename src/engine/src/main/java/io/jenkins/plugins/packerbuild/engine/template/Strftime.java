package io.jenkins.plugins.packerbuild.engine.template;

import java.time.Instant;
import java.util.Map;

/** Prints a moment in UTC by percent codes; a code that Packer does not know stays as it is. */
final class Strftime {

    private static final Map<Character, String> LAYOUTS = Map.ofEntries(
            Map.entry('a', "Mon"),
            Map.entry('A', "Monday"),
            Map.entry('b', "Jan"),
            Map.entry('B', "January"),
            Map.entry('d', "02"),
            Map.entry('L', ".000"),
            Map.entry('H', "15"),
            Map.entry('I', "03"),
            Map.entry('m', "01"),
            Map.entry('M', "04"),
            Map.entry('p', "PM"),
            Map.entry('S', "05"),
            Map.entry('y', "06"),
            Map.entry('Y', "2006"),
            Map.entry('z', "-0700"),
            Map.entry('Z', "MST"));

    private Strftime() {}

    static String format(String pattern, Instant moment) {
        StringBuilder output = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c != '%' || i + 1 == pattern.length()) {
                output.append(c);
            } else {
                output.append(code(pattern.charAt(++i), moment));
            }
        }
        return output.toString();
    }

    private static String code(char code, Instant moment) {
        if (code == '%') {
            return "%";
        }
        String layout = LAYOUTS.get(code);
        return layout == null ? "%" + code : GoTimeLayout.format(layout, moment);
    }
}
