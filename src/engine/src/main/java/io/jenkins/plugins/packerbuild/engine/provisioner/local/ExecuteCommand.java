package io.jenkins.plugins.packerbuild.engine.provisioner.local;

import io.jenkins.plugins.packerbuild.engine.communicator.local.LocalCommand;
import io.jenkins.plugins.packerbuild.engine.provisioner.script.EnvironmentLine;
import io.jenkins.plugins.packerbuild.engine.template.Deferred;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import io.jenkins.plugins.packerbuild.engine.template.RunFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What runs a script.
 *
 * @param words {@code execute_command}; empty for Packer's default on a POSIX system
 */
record ExecuteCommand(List<Deferred> words) {

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[^A-Za-z0-9_/.,:@%+=-]");

    private static final List<Deferred> OF_WINDOWS = List.of(
            Deferred.constant("cmd"),
            Deferred.constant("/V"),
            Deferred.constant("/C"),
            data -> String.valueOf(data.get("Vars")),
            Deferred.constant("call"),
            data -> String.valueOf(data.get("Script")));

    /**
     * Reads it.
     *
     * @param beforeOne what stands before a command of a single word
     */
    static ExecuteCommand read(Options options, LocalSystem system, List<String> beforeOne) {
        List<Deferred> words = options.deferredList("execute_command");
        if (words.isEmpty() && system == LocalSystem.WINDOWS) {
            return new ExecuteCommand(OF_WINDOWS);
        }
        return new ExecuteCommand(
                words.size() == 1
                        ? Stream.concat(beforeOne.stream().map(Deferred::constant), words.stream())
                                .toList()
                        : words);
    }

    /**
     * For one script. Packer's default has the values of variables in its arguments, which every user of the computer can
     * read; here they are in the environment instead, which means the same to the script.
     */
    LocalCommand command(
            LocalSource.Ready script, LocalEnvironment variables, Map<String, String> data, RunFacts facts) {
        EnvironmentLine line = variables.render(data);
        Map<String, String> environment = new HashMap<>(facts.environment());
        environment.put("PACKER_RUN_UUID", data.getOrDefault("PackerRunUUID", ""));
        if (words.isEmpty() && variables.isPlain()) {
            environment.putAll(line.variables());
            return new LocalCommand(shell(line(script)), environment, facts.workingDirectory());
        }
        Map<String, String> all = new HashMap<>(data);
        all.put("Vars", line.text());
        all.put("Script", script.path());
        all.put("Command", script.path());
        List<String> rendered = words.isEmpty()
                ? shell(line.text() + " " + line(script))
                : words.stream().map(word -> word.render(all)).toList();
        return new LocalCommand(rendered, environment, facts.workingDirectory());
    }

    private static List<String> shell(String line) {
        return List.of("/bin/sh", "-c", line);
    }

    /** A file that was made for it goes with its end, also when the engine is killed and cannot remove it any more. */
    private static String line(LocalSource.Ready script) {
        String path = quoted(script.path());
        return script.made().isEmpty() ? path : path + "; rc=$?; rm -f " + path + "; exit $rc";
    }

    /** A workspace may have a space in its name. */
    private static String quoted(String path) {
        return NEEDS_QUOTES.matcher(path).find() ? "'" + path.replace("'", "'\"'\"'") + "'" : path;
    }
}
