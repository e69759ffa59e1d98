package io.jenkins.plugins.packerbuild.engine.template.action;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One directive of printf.
 *
 * @param verb its letter
 * @param flags what stands before that
 */
record GoVerb(int verb, Flags flags) {

    /** A larger width or precision counts as none. */
    static final int LARGEST = 1_000_000;

    /** Without any flags. */
    GoVerb(int verb) {
        this(verb, Flags.of(""));
    }

    /**
     * What stands before the letter.
     *
     * @param signs those of {@code #0+-} and blank that count
     * @param width -1 without one
     * @param precision -1 without one
     */
    record Flags(String signs, int width, int precision) {

        static Flags of(String signs) {
            return new Flags(signs, -1, -1);
        }

        boolean has(char sign) {
            return signs.indexOf(sign) >= 0;
        }

        /** Whether zeros fill up. */
        boolean zero() {
            return has('0') && !has('-');
        }

        Flags leftBound() {
            return new Flags(signs + "-", width, precision);
        }

        Flags withWidth(int columns) {
            return new Flags(signs, columns, precision);
        }

        Flags withPrecision(int digits) {
            return new Flags(signs, width, digits);
        }

        /** The text, filled up to the width. */
        String pad(String text, boolean zeros) {
            int missing = Math.max(0, width - text.codePointCount(0, text.length()));
            return has('-') ? text + " ".repeat(missing) : (zeros ? "0" : " ").repeat(missing) + text;
        }
    }

    /** The value as the verb wants it, or what is wrong with that. */
    String show(Object value) {
        if (verb == 'T') {
            return flags.pad(GoValues.type(value), flags.zero());
        }
        if (value == Nil.NIL) {
            return verb == 'v' ? flags.pad("<nil>", flags.zero()) : "%!" + Character.toString(verb) + "(<nil>)";
        }
        if (value instanceof String text) {
            return ofText(text);
        }
        if (value instanceof Double decimal) {
            return ofDecimal(decimal);
        }
        if (value instanceof Boolean) {
            return verb == 't' || verb == 'v' ? flags.pad(value.toString(), flags.zero()) : bad(value);
        }
        return ofNumber(value instanceof UnsignedByte small ? small.value() : (Long) value, value);
    }

    private String bad(Object value) {
        return "%!" + Character.toString(verb) + "(" + GoValues.type(value) + "=" + new GoVerb('v', flags).show(value)
                + ")";
    }

    private String ofText(String text) {
        String cut = truncated(text);
        return switch (verb) {
            case 'v' -> flags.pad(flags.has('#') ? quoted(cut) : cut, flags.zero());
            case 's' -> flags.pad(cut, flags.zero());
            case 'q' -> flags.pad(quoted(cut), flags.zero());
            case 'x' -> flags.pad(hexadecimal(cut), flags.zero());
            case 'X' -> flags.pad(hexadecimal(cut).toUpperCase(Locale.ROOT), flags.zero());
            default -> bad(text);
        };
    }

    private String truncated(String text) {
        boolean longer = flags.precision() >= 0 && text.codePointCount(0, text.length()) > flags.precision();
        return longer ? text.substring(0, text.offsetByCodePoints(0, flags.precision())) : text;
    }

    private String quoted(String text) {
        boolean raw = flags.has('#') && verb == 'q' && text.codePoints().allMatch(GoVerb::standsInBackquotes);
        return raw ? "`" + text + "`" : GoQuotes.quote(text, '"', flags.has('+'));
    }

    private static boolean standsInBackquotes(int point) {
        return point == '\t' || point != '`' && point >= ' ' && point != 0x7F && point != 0xFEFF;
    }

    private String hexadecimal(String text) {
        String prefix = flags.has('#') ? "0x" : "";
        StringBuilder digits = new StringBuilder(text.isEmpty() ? "" : prefix);
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            boolean apart = flags.has(' ') && digits.length() > prefix.length();
            digits.append(apart ? " " + prefix : "").append(String.format("%02x", one));
        }
        return digits.toString();
    }

    private String ofNumber(long number, Object value) {
        return switch (verb) {
            case 'v', 'd' -> whole(number, 10, "");
            case 'b' -> whole(number, 2, flags.has('#') ? "0b" : "");
            case 'o' -> whole(number, 8, flags.has('#') ? "0" : "");
            case 'O' -> whole(number, 8, "0o");
            case 'x' -> whole(number, 16, flags.has('#') ? "0x" : "");
            case 'X' -> whole(number, 16, flags.has('#') ? "0x" : "").toUpperCase(Locale.ROOT);
            case 'c' -> flags.pad(Character.toString(character(number)), flags.zero());
            case 'q' ->
                flags.pad(GoQuotes.quote(Character.toString(character(number)), '\'', flags.has('+')), flags.zero());
            case 'U' -> flags.pad(unicode(number), false);
            default -> bad(value);
        };
    }

    private static int character(long number) {
        boolean valid = number >= 0
                && number <= Character.MAX_CODE_POINT
                && !(number >= Character.MIN_SURROGATE && number <= Character.MAX_SURROGATE);
        return valid ? (int) number : 0xFFFD;
    }

    private String unicode(long number) {
        String shown = flags.has('#') ? GoQuotes.unicode(character(number)) : String.format("U+%04X", number);
        return shown;
    }

    private String whole(long number, int radix, String prefix) {
        String digits = number == Long.MIN_VALUE
                ? Long.toUnsignedString(number, radix)
                : Long.toString(Math.abs(number), radix);
        String sign = number < 0 ? "-" : flags.has('+') ? "+" : flags.has(' ') ? " " : "";
        if (flags.precision() == 0 && number == 0) {
            return flags.pad("", false);
        }
        int wanted = flags.precision() >= 0 ? flags.precision() : flags.zero() ? flags.width() - sign.length() : 0;
        String zeros = "0".repeat(Math.max(0, wanted - digits.length()));
        return flags.pad(sign + prefix + zeros + digits, false);
    }

    private String ofDecimal(double decimal) {
        int precision = flags.precision();
        String digits = switch (verb) {
            case 'v', 'g' -> GoDecimal.shortest(Math.abs(decimal), precision);
            case 'G' -> GoDecimal.shortest(Math.abs(decimal), precision).toUpperCase(Locale.ROOT);
            case 'e' -> GoDecimal.scientific(Math.abs(decimal), precision < 0 ? 6 : precision);
            case 'E' ->
                GoDecimal.scientific(Math.abs(decimal), precision < 0 ? 6 : precision)
                        .toUpperCase(Locale.ROOT);
            case 'f', 'F' -> GoDecimal.fixed(Math.abs(decimal), precision < 0 ? 6 : precision);
            default -> "";
        };
        if (digits.isEmpty()) {
            return bad(decimal);
        }
        boolean negative = Double.doubleToRawLongBits(decimal) < 0;
        String sign = negative ? "-" : flags.has('+') ? "+" : flags.has(' ') ? " " : "";
        int missing = flags.zero() ? flags.width() - sign.length() - digits.length() : 0;
        return flags.pad(sign + "0".repeat(Math.max(0, missing)) + digits, false);
    }
}
