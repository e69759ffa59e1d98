package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks {@code min_packer_version} against the newest Packer whose JSON templates are read here. */
final class MinimumVersion {

    private static final String NEWEST = "1.16.0";
    private static final Pattern VERSION = Pattern.compile(
            "v?(?<numbers>\\d{1,18}(\\.\\d{1,18})*)(-?(?<label>[0-9A-Za-z.~-]*))?(\\+[0-9A-Za-z.~-]+)?");

    private MinimumVersion() {}

    static void check(JsonValue.Text wanted, ProblemCollector problems) {
        Matcher matcher = VERSION.matcher(wanted.value());
        if (!matcher.matches()) {
            problems.addOfUse(Problem.of("min_packer_version is invalid: '" + wanted.value() + "' is no version.")
                    .withCure("Write a version such as \"1.6.6\".")
                    .at(wanted.position()));
        } else if (compare(numbers(matcher.group("numbers")), numbers(NEWEST)) > 0) {
            problems.addOfUse(Problem.of("This template requires Packer version " + wanted.value()
                            + " or higher; templates up to Packer " + NEWEST + " are read.")
                    .withCure("Lower min_packer_version, when the template needs nothing newer.")
                    .at(wanted.position()));
        }
    }

    private static List<BigInteger> numbers(String version) {
        List<BigInteger> numbers = new ArrayList<>();
        for (String part : version.split("\\.")) {
            numbers.add(new BigInteger(part));
        }
        return numbers;
    }

    private static int compare(List<BigInteger> left, List<BigInteger> right) {
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            BigInteger a = i < left.size() ? left.get(i) : BigInteger.ZERO;
            BigInteger b = i < right.size() ? right.get(i) : BigInteger.ZERO;
            if (!a.equals(b)) {
                return a.compareTo(b);
            }
        }
        return 0;
    }
}
