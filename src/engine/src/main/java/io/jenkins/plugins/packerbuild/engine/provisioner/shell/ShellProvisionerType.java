package io.jenkins.plugins.packerbuild.engine.provisioner.shell;

import io.jenkins.plugins.packerbuild.engine.provisioner.Provisioner;
import io.jenkins.plugins.packerbuild.engine.provisioner.ProvisionerSettings;
import io.jenkins.plugins.packerbuild.engine.provisioner.ProvisionerType;
import io.jenkins.plugins.packerbuild.engine.provisioner.script.EnvironmentLine;
import io.jenkins.plugins.packerbuild.engine.provisioner.shell.ShellProvisioner.Pace;
import io.jenkins.plugins.packerbuild.engine.template.Deferred;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The type {@code shell}, with Packer's options and defaults. */
public final class ShellProvisionerType implements ProvisionerType {

    @Override
    public String name() {
        return "shell";
    }

    @Override
    public boolean needsMachine() {
        return true;
    }

    @Override
    public Provisioner prepare(Options options, ProvisionerSettings settings) {
        options.notYet("use_env_var_file");
        Optional<Deferred> execute = options.deferred("execute_command");
        EnvironmentLine environment = EnvironmentLine.read(options, settings.buildName(), settings.builderType());
        Pace pace = new Pace(
                options.duration("start_retry_timeout", Duration.ofMinutes(5)),
                options.duration("pause_after", Duration.ZERO));
        return new ShellProvisioner(
                sources(options, settings.workingDirectory()),
                new ShellCommandLine(execute, environment),
                RemotePlace.read(options),
                ExitRule.read(options),
                pace);
    }

    private static List<ScriptSource> sources(Options options, Path directory) {
        List<Deferred> inline = options.deferredList("inline");
        List<String> files = new ArrayList<>(options.list("scripts"));
        Optional<String> script = options.text("script");
        String shebang = options.text("inline_shebang", "/bin/sh -e");
        boolean binary = options.flag("binary", false);
        if (script.isPresent() && !files.isEmpty()) {
            options.problem(
                    "script", "Only one of script or scripts can be specified.", "Move 'script' into 'scripts'.");
        }
        script.ifPresent(files::add);
        if (files.isEmpty() && inline.isEmpty()) {
            options.problem(
                    "inline",
                    "Either a script file or inline script must be specified.",
                    "Add \"inline\", \"script\" or \"scripts\".");
        } else if (!files.isEmpty() && !inline.isEmpty()) {
            options.problem(
                    "inline",
                    "Only a script file or an inline script can be specified, not both.",
                    "Make two provisioners of them.");
        }
        String key = script.isPresent() ? "script" : "scripts";
        files.forEach(file -> checkFile(options, key, file, directory));
        return inline.isEmpty()
                ? files.stream()
                        .<ScriptSource>map(f -> new ScriptSource.File(f, directory.resolve(f), binary))
                        .toList()
                : List.of(ScriptSource.Inline.of(shebang, inline, binary));
    }

    private static void checkFile(Options options, String key, String file, Path directory) {
        Path path = directory.resolve(file);
        String fault = "";
        if (!Files.exists(path)) {
            fault = "stat " + file + ": no such file or directory";
        } else if (Files.isDirectory(path)) {
            fault = "read " + file + ": is a directory";
        } else if (!Files.isReadable(path)) {
            fault = "open " + file + ": permission denied";
        }
        if (!fault.isEmpty()) {
            options.problem(
                    key,
                    "Bad script '" + file + "': " + fault,
                    "Relative paths are relative to "
                            + directory.toAbsolutePath().normalize() + ".");
        }
    }
}
