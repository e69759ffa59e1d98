package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.builder.BuilderSettings;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the droplet gets to know at its first boot: {@code user_data} or {@code user_data_file}, or nothing. */
record UserData(Optional<Secret> text, Optional<Path> file) {

    private static final int MOST_BYTES = 64 * 1024;

    static UserData read(Options options, BuilderSettings settings) {
        UserData data = new UserData(
                options.text("user_data").map(Secret::of),
                options.text("user_data_file").map(settings::file));
        if (data.text().isPresent() && data.file().isPresent()) {
            options.problem(
                    "user_data_file",
                    "only one of user_data or user_data_file can be specified.",
                    "Remove one of them.");
        } else if (data.file().isPresent() && !Files.isReadable(data.file().get())) {
            options.problem(
                    "user_data_file",
                    "user_data_file not found: " + options.text("user_data_file", "") + ".",
                    "Give the path of a readable file, from the current directory or absolute.");
        }
        data.text()
                .map(Secret::reveal)
                .filter(UserData::tooLong)
                .ifPresent(text -> options.problem(
                        "user_data",
                        "Option 'user_data' is longer than DigitalOcean's 64 KiB.",
                        "Let it fetch the rest."));
        return data;
    }

    /**
     * The text now.
     *
     * @throws BuildException when the file cannot be read, or is too long
     */
    Optional<String> content() {
        if (file.isEmpty()) {
            return text.map(Secret::reveal);
        }
        try {
            String content = Files.readString(file.get());
            if (tooLong(content)) {
                throw new BuildException(
                        Problem.of("The file '" + file.get() + "' is longer than DigitalOcean's 64 KiB.")
                                .withCure("Let it fetch the rest."));
            }
            return Optional.of(content);
        } catch (IOException e) {
            throw new BuildException(
                    Problem.of("Could not read user_data_file '" + file.get() + "': " + e.getMessage() + ".")
                            .withCure("Give the path of a readable file, from the current directory or absolute."),
                    e);
        }
    }

    private static boolean tooLong(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }
}
