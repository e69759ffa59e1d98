package io.jenkins.plugins.packerbuild.engine.provisioner.local;

import io.jenkins.plugins.packerbuild.engine.provisioner.ProvisionerSettings;
import io.jenkins.plugins.packerbuild.engine.template.Deferred;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads which scripts are to run: {@code command}, {@code inline}, {@code script} or {@code scripts}. */
final class LocalSources {

    private final Options options;
    private final ProvisionerSettings settings;
    private final LocalSystem system;

    LocalSources(Options options, ProvisionerSettings settings, LocalSystem system) {
        this.options = options;
        this.settings = settings;
        this.system = system;
    }

    /** In their order; empty after a problem. */
    List<LocalSource> read() {
        Optional<Deferred> command = options.deferred("command");
        Optional<String> script = options.text("script");
        List<String> files = new ArrayList<>(options.list("scripts"));
        List<Deferred> lines = options.deferredList("inline");
        boolean oddInline = options.has("inline") && lines.isEmpty();
        int kinds = count(command.isPresent())
                + count(script.isPresent())
                + count(!files.isEmpty())
                + count(!lines.isEmpty() || oddInline && (script.isPresent() || !files.isEmpty()));
        checkCount(kinds);
        script.ifPresent(files::add);
        LocalSource.Inline inline = inline(command.map(List::of).orElse(lines));
        return files.isEmpty() ? List.of(inline) : files(files, script.isPresent() ? "script" : "scripts");
    }

    private static int count(boolean is) {
        return is ? 1 : 0;
    }

    private void checkCount(int kinds) {
        if (kinds == 0) {
            options.problem(
                    emptyKey(),
                    "Command, Inline, Script and Scripts options cannot all be empty.",
                    "Add \"inline\", \"script\" or \"scripts\".");
        }
        if (kinds > 1) {
            options.problem(
                    "inline",
                    "You may only specify one of the following options: Command, Inline, Script or Scripts."
                            + " Please consolidate these options in your config.",
                    "Keep one of them.");
        }
    }

    /** The one that stands there and gives nothing; it may be a problem already. */
    private String emptyKey() {
        return Stream.of("command", "script", "scripts", "inline")
                .filter(options::has)
                .findFirst()
                .orElse("inline");
    }

    private LocalSource.Inline inline(List<Deferred> lines) {
        boolean windows = system == LocalSystem.WINDOWS;
        String shebang = options.text("inline_shebang", windows ? "" : "/bin/sh -e");
        String extension = options.text("tempfile_extension", windows ? ".cmd" : "");
        String suffix = extension.isEmpty() || extension.startsWith(".") ? extension : "." + extension;
        if (!suffix.isEmpty() && suffix.contains("/")) {
            options.problem("tempfile_extension", "Option 'tempfile_extension' has a slash in it.", "Take it out.");
        }
        Path directory = LocalSystem.temporaryDirectory(settings.facts().environment(), settings.workingDirectory());
        if (options.flag("use_linux_pathing", false) && !lines.isEmpty()) {
            options.problem(
                    "use_linux_pathing",
                    "Packer is unable to use the Command and Inline features with the Windows Linux Subsystem."
                            + " Please use the Script or Scripts options instead",
                    "Move the lines into a file, and name it as \"script\".");
        }
        return new LocalSource.Inline(lines, shebang, suffix.equals(".") ? "" : suffix, directory);
    }

    private List<LocalSource> files(List<String> names, String key) {
        List<LocalSource> files = new ArrayList<>();
        for (String name : names) {
            Path path =
                    settings.workingDirectory().resolve(name).toAbsolutePath().normalize();
            if (!Files.exists(path)) {
                options.problem(
                        key,
                        "Bad script '" + name + "': stat " + name + ": no such file or directory",
                        "Relative paths are relative to "
                                + settings.workingDirectory().toAbsolutePath().normalize() + ".");
            }
            boolean linuxPath = options.flag("use_linux_pathing", false);
            files.add(new LocalSource.File(name, linuxPath ? linuxPath(path.toString()) : path.toString()));
        }
        return files;
    }

    /** {@code C:\path\to\file} as the Linux subsystem of Windows sees it. */
    private String linuxPath(String path) {
        String slashes = path.replace('\\', '/');
        int colon = slashes.indexOf(":/");
        if (colon < 0) {
            options.problem(
                    "use_linux_pathing",
                    "There was an error splitting your absolute path; expected to find a drive following the format"
                            + " ':/' but did not: absolute path: " + slashes,
                    "Set it on Windows only.");
            return path;
        }
        return "/mnt/" + slashes.substring(0, colon).toLowerCase(Locale.ROOT) + slashes.substring(colon + 1);
    }
}
