package io.jenkins.plugins.packerbuild.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What to say of an engine that has ended without a result: one sentence with the cure, and its last lines. */
final class CrashWords {

    static final int MOST_TAIL_BYTES = 8 << 10;
    private static final int MOST_LINES = 20;

    /** By what stands in the last lines, in lower case. The first that is found counts. */
    private static final Map<String, String> CURES = new LinkedHashMap<>();

    static {
        String java = "it needs Java 17 or newer. Install that on the agent, or set javaHome to one that is there.";
        CURES.put("needs java 17", java);
        CURES.put("unsupportedclassversionerror", java);
        CURES.put("unrecognized option: --add", java);
        CURES.put(
                "could not enter working directory",
                "its working directory is not there. Check the step's current directory.");
        CURES.put(
                "outofmemoryerror",
                "it has run out of memory. Give it more, as in jvmOptions '-Xmx1g', or run fewer builds at once.");
        String memory =
                "the agent has not enough memory for it. Give the agent more, or the engine less by jvmOptions.";
        CURES.put("could not reserve enough space", memory);
        CURES.put("insufficient memory", memory);
        CURES.put("no space left on device", "the agent's disk is full. Make room on it.");
        CURES.put(
                "could not write session file",
                "its session directory cannot be written. Make room on the agent's disk.");
        String options = "Java refuses its options. Correct jvmOptions.";
        CURES.put("could not create the java virtual machine", options);
        CURES.put("error occurred during initialization of vm", options);
        CURES.put(
                "could not find or load main class", "its files are damaged. Delete the agent's caches/packer-build.");
        CURES.put("unable to access jarfile", "its files are missing. Delete the agent's caches/packer-build.");
        CURES.put(
                "another packer-build is at work", "another engine is at work in its session directory. Build again.");
        CURES.put("permission denied", "a permission is missing on the agent. See the lines above.");
    }

    private CrashWords() {}

    /**
     * The sentence.
     *
     * @param place as in {@code agent 'linux-1'}
     * @param exit the process's exit code; empty when it has left none
     */
    static String sentence(String place, String exit, String tail) {
        String log = tail.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> cure : CURES.entrySet()) {
            if (log.contains(cure.getKey())) {
                return "Could not run engine on " + place + ": " + cure.getValue();
            }
        }
        return "The engine on " + place + " died " + how(exit) + ". Build again.";
    }

    /** The last lines of its log, for people. */
    static List<String> lastLines(String tail) {
        List<String> lines = tail.lines().filter(line -> !line.isBlank()).toList();
        List<String> words = new ArrayList<>();
        if (!lines.isEmpty()) {
            words.add("The last lines of the engine's log:");
            lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size())
                    .forEach(line -> words.add("    " + line));
        }
        return words;
    }

    private static String how(String exit) {
        return switch (exit) {
            case "" -> "without a word";
            case "137" -> "of signal 9 (somebody killed it, or the system had no memory left) without a result";
            case "143" -> "of signal 15 (somebody ended it) without a result";
            default -> "with exit code " + exit + " and without a result";
        };
    }
}
