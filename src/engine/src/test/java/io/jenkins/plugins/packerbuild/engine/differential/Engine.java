package io.jenkins.plugins.packerbuild.engine.differential;

import io.jenkins.plugins.packerbuild.engine.cli.InProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Something that answers commands: ours, or Packer. */
enum Engine {
    OURS {
        @Override
        InProcess.Result run(Path directory, Map<String, String> environment, byte[] input, List<String> arguments) {
            return InProcess.run(directory, environment, input, arguments);
        }
    },
    PACKER {
        @Override
        InProcess.Result run(Path directory, Map<String, String> environment, byte[] input, List<String> arguments)
                throws IOException, InterruptedException {
            Path printed = Files.createTempFile(directory.getParent(), "printed", "");
            Path given = Files.write(Files.createTempFile(directory.getParent(), "given", ""), input);
            ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(BINARY.toString()), arguments.stream())
                            .toList())
                    .directory(directory.toFile())
                    .redirectInput(given.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(printed.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("packer " + arguments + " does not come to an end");
            }
            return new InProcess.Result(process.exitValue(), Files.readString(printed, StandardCharsets.UTF_8));
        }
    };

    static final Path BINARY = Path.of("/usr/bin/packer");

    private static final long DEADLINE_SECONDS = 60;

    abstract InProcess.Result run(Path directory, Map<String, String> environment, byte[] input, List<String> arguments)
            throws IOException, InterruptedException;

    /** All commands of the case, one after another, in a new directory below that one. */
    Answer answer(Case one, Path parent) throws IOException, InterruptedException {
        Workplace place = Workplace.of(one, parent);
        List<Run> runs = new ArrayList<>();
        for (String command : one.commands()) {
            List<String> words = Case.words(command);
            InProcess.Result result = run(place.directory(), place.environment(one), one.stdin(), words);
            runs.add(
                    words.contains("-machine-readable")
                            ? MachineOutput.read(command, result.exit(), result.printed(), place.normal())
                            : HumanOutput.read(command, result.exit(), result.printed(), place.normal()));
        }
        return new Answer(runs, place.made());
    }
}
