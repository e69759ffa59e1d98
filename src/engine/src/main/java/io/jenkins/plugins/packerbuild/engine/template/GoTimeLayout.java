package io.jenkins.plugins.packerbuild.engine.template;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Prints a moment in UTC by an example, as Go does: {@code 2006-01-02 15:04:05}. */
final class GoTimeLayout {

    /** What {@code isotime} prints without an argument. */
    static final String RFC_3339 = "2006-01-02T15:04:05Z07:00";

    /** The longer of two that begin alike stands first. */
    private static final Map<String, Function<ZonedDateTime, String>> PARTS = parts();

    private GoTimeLayout() {}

    private static Map<String, Function<ZonedDateTime, String>> parts() {
        Map<String, Function<ZonedDateTime, String>> parts = new LinkedHashMap<>();
        addNames(parts);
        addNumbers(parts);
        addHalvesOfTheDay(parts);
        addZones(parts);
        return parts;
    }

    private static void addNames(Map<String, Function<ZonedDateTime, String>> parts) {
        parts.put("January", time -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        parts.put(
                "Jan",
                time -> time.getMonth()
                        .getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        .substring(0, 3));
        parts.put("Monday", time -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        parts.put(
                "Mon",
                time -> time.getDayOfWeek()
                        .getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        .substring(0, 3));
        parts.put("MST", time -> "UTC");
    }

    private static void addNumbers(Map<String, Function<ZonedDateTime, String>> parts) {
        parts.put("002", time -> String.format("%03d", time.getDayOfYear()));
        parts.put("01", time -> two(time.getMonthValue()));
        parts.put("02", time -> two(time.getDayOfMonth()));
        parts.put("03", time -> two(twelve(time)));
        parts.put("04", time -> two(time.getMinute()));
        parts.put("05", time -> two(time.getSecond()));
        parts.put("06", time -> two(time.getYear() % 100));
        parts.put("15", time -> two(time.getHour()));
        parts.put("1", time -> "" + time.getMonthValue());
        parts.put("2006", time -> String.format("%04d", time.getYear()));
        parts.put("_2006", time -> String.format("_%04d", time.getYear()));
        parts.put("__2", time -> String.format("%3d", time.getDayOfYear()));
        parts.put("_2", time -> String.format("%2d", time.getDayOfMonth()));
        parts.put("2", time -> "" + time.getDayOfMonth());
        parts.put("3", time -> "" + twelve(time));
        parts.put("4", time -> "" + time.getMinute());
        parts.put("5", time -> "" + time.getSecond());
    }

    private static void addHalvesOfTheDay(Map<String, Function<ZonedDateTime, String>> parts) {
        parts.put("PM", time -> time.getHour() < 12 ? "AM" : "PM");
        parts.put("pm", time -> time.getHour() < 12 ? "am" : "pm");
    }

    private static void addZones(Map<String, Function<ZonedDateTime, String>> parts) {
        for (String zulu : new String[] {"Z07:00:00", "Z070000", "Z07:00", "Z0700", "Z07"}) {
            parts.put(zulu, time -> "Z");
        }
        for (String offset : new String[] {"-07:00:00", "-070000", "-07:00", "-0700", "-07"}) {
            parts.put(offset, time -> "+" + offset.substring(1).replace('7', '0'));
        }
    }

    private static String two(int number) {
        return String.format("%02d", number);
    }

    private static int twelve(ZonedDateTime time) {
        return time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    }

    /** What the layout means does not depend on the machine's locale or zone. */
    static String format(String layout, Instant moment) {
        ZonedDateTime time = moment.atZone(ZoneOffset.UTC);
        StringBuilder output = new StringBuilder();
        int position = 0;
        while (position < layout.length()) {
            int fraction = fraction(layout, position);
            String part = fraction > 0 ? "" : part(layout, position);
            if (fraction > 0) {
                output.append(fraction(layout.substring(position, position + fraction), time));
                position += fraction;
            } else if (part.isEmpty()) {
                output.append(layout.charAt(position++));
            } else {
                output.append(PARTS.getOrDefault(part, ignored -> part).apply(time));
                position += part.length();
            }
        }
        return output.toString();
    }

    private static String part(String layout, int position) {
        for (String part : PARTS.keySet()) {
            if (layout.startsWith(part, position) && !isWordBeginning(part, layout, position)) {
                return part;
            }
        }
        return "";
    }

    /** {@code Jan} in {@code Janitor} is no month. */
    private static boolean isWordBeginning(String part, String layout, int position) {
        int next = position + part.length();
        return (part.equals("Jan") || part.equals("Mon"))
                && next < layout.length()
                && layout.charAt(next) >= 'a'
                && layout.charAt(next) <= 'z';
    }

    /** The length of a fraction such as {@code .000} or {@code ,999} that begins here; 0 when none does. */
    private static int fraction(String layout, int position) {
        if (position + 1 >= layout.length() || ".,".indexOf(layout.charAt(position)) < 0) {
            return 0;
        }
        char digit = layout.charAt(position + 1);
        int end = position + 1;
        while (end < layout.length() && layout.charAt(end) == digit) {
            end++;
        }
        boolean ends = end == layout.length() || !Character.isDigit(layout.charAt(end));
        return (digit == '0' || digit == '9') && ends ? end - position : 0;
    }

    private static String fraction(String pattern, ZonedDateTime time) {
        String digits = String.format("%09d", time.getNano());
        String cut = digits.substring(0, Math.min(9, pattern.length() - 1));
        if (pattern.charAt(1) == '9') {
            cut = cut.replaceFirst("0+$", "");
            return cut.isEmpty() ? "" : pattern.charAt(0) + cut;
        }
        return pattern.charAt(0) + cut;
    }
}
