package io.jenkins.plugins.packerbuild.engine.template.action;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Prints numbers with a point as Go does; none of them is negative. */
final class GoDecimal {

    private static final int SHORTEST_SCIENTIFIC = 6;

    private GoDecimal() {}

    /** With as many digits as needed, or at most so many; as power of ten when it is very large or small. */
    static String shortest(double number, int precision) {
        BigDecimal exact = precision < 0 ? new BigDecimal(Double.toString(number)) : rounded(number, precision);
        BigDecimal digits = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        int threshold = precision < 0 ? SHORTEST_SCIENTIFIC : Math.max(1, precision);
        return exponent < -4 || exponent >= threshold
                ? scientific(digits, digits.precision() - 1, exponent)
                : digits.toPlainString();
    }

    private static BigDecimal rounded(double number, int precision) {
        return new BigDecimal(number).round(new MathContext(Math.max(1, precision), RoundingMode.HALF_EVEN));
    }

    /** As power of ten with so many digits behind the point. */
    static String scientific(double number, int precision) {
        BigDecimal digits = number == 0
                ? BigDecimal.ZERO
                : new BigDecimal(number).round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
        return scientific(digits, precision, digits.precision() - digits.scale() - 1);
    }

    private static String scientific(BigDecimal digits, int precision, int exponent) {
        BigDecimal one = digits.signum() == 0 ? BigDecimal.ZERO : digits.movePointLeft(exponent);
        int power = digits.signum() == 0 ? 0 : exponent;
        return one.setScale(precision, RoundingMode.HALF_EVEN).toPlainString()
                + (power < 0 ? "e-" : "e+")
                + (Math.abs(power) < 10 ? "0" : "")
                + Math.abs(power);
    }

    /** With so many digits behind the point. */
    static String fixed(double number, int precision) {
        return new BigDecimal(number)
                .setScale(precision, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
