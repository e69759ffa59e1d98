package io.jenkins.plugins.packerbuild.engine.cli;

import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in Packer's words what is wrong with a command line. */
final class WrongUsage {

    private WrongUsage() {}

    static String words(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (problem instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()
                && missing.getMissing().get(0) instanceof OptionSpec option) {
            return "flag needs an argument: " + name(option);
        }
        if (problem.getArgSpec() instanceof OptionSpec option && isFlag(option)) {
            return "invalid boolean value \"" + problem.getValue() + "\" for " + name(option) + ": parse error";
        }
        if (problem.getArgSpec() instanceof OptionSpec option && name(option).equals("-var")) {
            String value = problem.getValue();
            return "invalid value \"" + value + "\" for flag -var: No '=' value in arg: " + value
                    + ". Write -var name=value.";
        }
        return String.valueOf(problem.getMessage());
    }

    private static String unmatched(UnmatchedArgumentException problem) {
        String argument = problem.getUnmatched().get(0);
        if (!problem.isUnknownOption()) {
            return "This command takes one argument, and '" + argument + "' is one too many.";
        }
        String name = argument.replaceFirst("^--?", "-").replaceFirst("=.*", "");
        List<String> near = problem.getSuggestions().stream()
                .filter(option -> !option.startsWith("--"))
                .toList();
        String cure = name.equals("-parallel")
                ? " Use -parallel-builds=1 for one build after the other."
                : near.isEmpty() ? "" : " Did you mean " + near.get(0) + "?";
        return "flag provided but not defined: " + name + (cure.isEmpty() ? "" : "." + cure);
    }

    private static boolean isFlag(ArgSpec option) {
        return option.type() == boolean.class || option.type() == Boolean.class;
    }

    private static String name(OptionSpec option) {
        return option.longestName().replaceFirst("^--", "-");
    }
}
