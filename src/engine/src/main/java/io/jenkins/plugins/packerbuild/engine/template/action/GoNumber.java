package io.jenkins.plugins.packerbuild.engine.template.action;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A number as it is written: which type it is depends on where it stands.
 *
 * @param text as it is written
 * @param integer its value, when it is a whole number that fits
 * @param decimal its value
 */
record GoNumber(String text, OptionalLong integer, double decimal) {

    private static final Pattern UNDERSCORES =
            Pattern.compile("[-+]?(0[xX]_?[0-9a-fA-F]+(_[0-9a-fA-F]+)*|0[oO]_?[0-7]+(_[0-7]+)*|0[bB]_?[01]+(_[01]+)*"
                    + "|0(_?[0-7]+)*|[1-9][0-9]*(_[0-9]+)*)");
    private static final Pattern FLOAT =
            Pattern.compile("[-+]?(D\\.?(D)?([eE][-+]?D)?|\\.D([eE][-+]?D)?|0[xX]_?H\\.?(H)?[pP][-+]?D)"
                    .replace("D", "[0-9]+(_[0-9]+)*")
                    .replace("H", "[0-9a-fA-F]+(_[0-9a-fA-F]+)*"));
    private static final String CURE = "Write a number such as 22, texts in backquotes.";

    /**
     * Reads a number or a character in single quotes.
     *
     * @throws ActionException when it is none
     */
    static GoNumber parse(String text) {
        if (text.startsWith("'")) {
            int character = GoQuotes.character(text);
            return new GoNumber(text, OptionalLong.of(character), character);
        }
        if (text.endsWith("i") && text.matches(".*[0-9]i")) {
            throw ActionException.of("the complex number " + text + " is not supported", CURE);
        }
        Optional<BigInteger> whole = whole(text);
        if (whole.isPresent() && whole.get().bitLength() <= 64) {
            boolean fits = whole.get().bitLength() <= 63;
            return new GoNumber(
                    text,
                    fits ? OptionalLong.of(whole.get().longValueExact()) : OptionalLong.empty(),
                    whole.get().doubleValue());
        }
        double decimal = FLOAT.matcher(text).matches() ? Double.parseDouble(text.replace("_", "")) : Double.NaN;
        if (Double.isNaN(decimal) || Double.isInfinite(decimal)) {
            throw ActionException.of("illegal number syntax: " + GoQuotes.quote(text), CURE);
        }
        if (!isFloat(text)) {
            throw ActionException.of("integer overflow: " + GoQuotes.quote(text), CURE);
        }
        boolean integral = decimal == Math.rint(decimal) && Math.abs(decimal) < 9.2e18;
        return new GoNumber(text, integral ? OptionalLong.of((long) decimal) : OptionalLong.empty(), decimal);
    }

    private static Optional<BigInteger> whole(String text) {
        if (!UNDERSCORES.matcher(text).matches()) {
            return Optional.empty();
        }
        String sign = text.startsWith("-") ? "-" : "";
        String digits = text.replaceFirst("^[-+]", "").replace("_", "");
        int radix = digits.length() < 2 || digits.charAt(0) != '0' ? 10 : radix(digits.charAt(1));
        String bare = radix == 10 || Character.isDigit(digits.charAt(1)) ? digits : digits.substring(2);
        return Optional.of(new BigInteger(sign + bare, radix));
    }

    private static int radix(char prefix) {
        return switch (prefix) {
            case 'x', 'X' -> 16;
            case 'b', 'B' -> 2;
            default -> 8;
        };
    }

    private static boolean isFloat(String text) {
        boolean hexadecimal = text.matches("[-+]?0[xX][^pP]*");
        return !hexadecimal && !text.startsWith("'") && text.matches(".*[.eEpP].*");
    }

    /** Whether it can be given where a whole number is wanted: {@code 1.0} can. */
    boolean isWhole() {
        return integer.isPresent();
    }

    /** As a whole number. */
    Long whole() {
        return integer.orElseThrow();
    }

    /** Its value where any type will do. */
    Object value() {
        if (isFloat(text)) {
            return decimal;
        }
        if (integer.isEmpty()) {
            throw ActionException.of(text + " overflows int", "Write it in backquotes.")
                    .in("at <" + text + ">");
        }
        return integer.getAsLong();
    }
}
