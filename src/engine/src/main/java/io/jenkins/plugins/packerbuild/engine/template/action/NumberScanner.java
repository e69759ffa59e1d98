package io.jenkins.plugins.packerbuild.engine.template.action;

/** Finds the end of what may be a number; whether it is one is found later. One use. */
final class NumberScanner {

    private static final String DECIMAL = "0123456789_";
    private static final String HEXADECIMAL = "0123456789abcdefABCDEF_";

    private final String source;
    private int position;

    NumberScanner(String source, int start) {
        this.source = source;
        this.position = start;
    }

    int end() {
        accept("+-");
        String digits = accept("0") ? digitsOfPrefix() : DECIMAL;
        run(digits);
        if (accept(".")) {
            run(digits);
        }
        if (digits.equals(DECIMAL) && accept("eE") || digits.equals(HEXADECIMAL) && accept("pP")) {
            accept("+-");
            run(DECIMAL);
        }
        accept("i");
        return position;
    }

    private String digitsOfPrefix() {
        if (accept("xX")) {
            return HEXADECIMAL;
        }
        if (accept("oO")) {
            return "01234567_";
        }
        return accept("bB") ? "01_" : DECIMAL;
    }

    private boolean accept(String any) {
        boolean accepted = position < source.length() && any.indexOf(source.charAt(position)) >= 0;
        position += accepted ? 1 : 0;
        return accepted;
    }

    private void run(String any) {
        while (accept(any)) {
            continue;
        }
    }
}
