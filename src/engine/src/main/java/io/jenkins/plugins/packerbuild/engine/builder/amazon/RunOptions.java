package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.builder.BuilderSettings;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What the source machine is like.
 *
 * @param machine all but its user data
 * @param userData {@code user_data}
 * @param userDataFile {@code user_data_file}
 * @param stop unless {@code disable_stop_instance}
 * @param tags {@code run_tags}
 * @param volumeTags {@code run_volume_tags}
 */
record RunOptions(
        LaunchRequest.Machine machine,
        Optional<Secret> userData,
        Optional<Path> userDataFile,
        boolean stop,
        TagTexts tags,
        TagTexts volumeTags) {

    static RunOptions read(Options options, BuilderSettings settings) {
        options.notYet(
                "spot_instance_types",
                "spot_price",
                "spot_price_auto_product",
                "spot_tags",
                "spot_tag",
                "spot_allocation_strategy",
                "block_duration_minutes",
                "fleet_tags",
                "fleet_tag",
                "enable_t2_unlimited",
                "enable_unlimited_credits",
                "enable_nitro_enclave",
                "tenancy",
                "placement",
                "license_specifications",
                "capacity_reservation_preference",
                "capacity_reservation_id",
                "capacity_reservation_group_arn",
                "no_ephemeral",
                "windows_password_timeout",
                "temporary_iam_instance_profile_policy_document");
        options.flag("skip_profile_validation");
        return new RunOptions(
                machine(options),
                options.text("user_data").map(Secret::of),
                userDataFile(options, settings),
                !options.flag("disable_stop_instance", false),
                TagTexts.read(options, "run_tags", "run_tag"),
                TagTexts.read(options, "run_volume_tags", "run_volume_tag"));
    }

    private static LaunchRequest.Machine machine(Options options) {
        String type = options.text("instance_type", "");
        if (type.isEmpty() && !options.has("spot_instance_types")) {
            options.problem(
                    "instance_type",
                    "either instance_type or spot_instance_types must be specified.",
                    "Add \"instance_type\": \"t3.micro\".");
        }
        String shutdown = options.text("shutdown_behavior", "stop");
        if (!List.of("stop", "terminate").contains(shutdown)) {
            options.problem(
                    "shutdown_behavior",
                    "shutdown_behavior only accepts 'stop' or 'terminate' values, but is '" + shutdown + "'.",
                    "Leave it out for 'stop'.");
        }
        return new LaunchRequest.Machine(
                type,
                options.flag("ebs_optimized", false),
                options.text("iam_instance_profile"),
                shutdown,
                Optional.empty(),
                MetadataOptions.read(options));
    }

    private static Optional<Path> userDataFile(Options options, BuilderSettings settings) {
        Optional<Path> file = options.text("user_data_file").map(settings::file);
        if (file.isPresent() && options.text("user_data").isPresent()) {
            options.problem(
                    "user_data_file",
                    "Only one of user_data or user_data_file can be specified.",
                    "Remove one of them.");
        }
        file.filter(path -> !Files.isReadable(path))
                .ifPresent(path -> options.problem(
                        "user_data_file",
                        "user_data_file not found: " + options.text("user_data_file", "") + ".",
                        "Write its path relative to the current directory."));
        return file;
    }

    /**
     * The machine with its user data, in base64 unless it is that already.
     *
     * @throws BuildException when the file cannot be read (any more)
     */
    LaunchRequest.Machine machineWithUserData() {
        Optional<Secret> encoded = userDataFile
                .map(RunOptions::readFile)
                .or(() -> userData.map(Secret::reveal).map(RunOptions::bytes))
                .map(RunOptions::inBase64)
                .map(Secret::of);
        return new LaunchRequest.Machine(
                machine.type(),
                machine.ebsOptimized(),
                machine.instanceProfile(),
                machine.shutdownBehavior(),
                encoded,
                machine.metadata());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] readFile(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BuildException(
                    Problem.of("Could not read user_data_file '" + file + "': " + e.getMessage() + ".")
                            .withCure("Give the path of a readable file, from the current directory or absolute."),
                    e);
        }
    }

    private static String inBase64(byte[] data) {
        String text = new String(data, StandardCharsets.ISO_8859_1).replaceAll("[\r\n]", "");
        if (text.length() % 4 != 0) {
            return Base64.getEncoder().encodeToString(data);
        }
        try {
            Base64.getDecoder().decode(text);
            return text;
        } catch (IllegalArgumentException e) {
            return Base64.getEncoder().encodeToString(data);
        }
    }
}
