package io.jenkins.plugins.packerbuild.engine.postprocessor.manifest;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessing;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessor;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessorSettings;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Adds an entry for the artifact.
 *
 * @param output the manifest's path as the template gives it
 */
record ManifestPostProcessor(String output, Content content, PostProcessorSettings settings) implements PostProcessor {

    /**
     * What an entry has.
     *
     * @param stripPath whether files are named without their directories
     * @param time whether it says when
     * @param customData empty when the template has none, not even an empty one
     */
    record Content(boolean stripPath, boolean time, Optional<List<Options.DeferredPair>> customData) {}

    @Override
    public Outcome process(Artifact artifact, PostProcessing context) {
        Map<String, @Nullable Object> entry = entry(artifact, context);
        String runId = context.run().runId();
        ManifestFile file = new ManifestFile(output, settings.facts().workingDirectory());
        file.change(context.scope(), before -> {
            boolean afresh = settings.force() && !before.isOfRun(runId);
            return (afresh ? Manifest.EMPTY : before).with(entry, runId);
        });
        return new Outcome(Optional.of(artifact), Keep.ALWAYS);
    }

    /** In Packer's order. */
    private Map<String, @Nullable Object> entry(Artifact artifact, PostProcessing context) {
        UnaryOperator<String> redact = context.redact();
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("name", settings.buildName());
        entry.put("builder_type", settings.builderType());
        if (content.time()) {
            entry.put("build_time", context.scope().clock().now().getEpochSecond());
        }
        entry.put("files", files(artifact, redact));
        entry.put("artifact_id", redact.apply(artifact.packerId()));
        entry.put("packer_run_uuid", context.run().runId());
        entry.put("custom_data", customData(context.data(), redact));
        return entry;
    }

    /** Null when there is none, as in Packer. */
    private @Nullable List<Map<String, Object>> files(Artifact artifact, UnaryOperator<String> redact) {
        List<Map<String, Object>> files = new ArrayList<>();
        for (String file : artifact.files()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", redact.apply(content.stripPath() ? baseName(file) : file));
            fields.put("size", sizeBytes(file));
            files.add(fields);
        }
        return files.isEmpty() ? null : files;
    }

    private static String baseName(String file) {
        Path name = Path.of(file).getFileName();
        return name == null ? file : name.toString();
    }

    /** Packer's answer for a file that is not there: 0. */
    private long sizeBytes(String file) {
        try {
            return Files.size(settings.facts().workingDirectory().resolve(file));
        } catch (IOException | InvalidPathException e) {
            return 0;
        }
    }

    private @Nullable Map<String, String> customData(Map<String, String> data, UnaryOperator<String> redact) {
        if (content.customData().isEmpty()) {
            return null;
        }
        Map<String, String> rendered = new TreeMap<>(Manifest.BYTE_ORDER);
        content.customData()
                .get()
                .forEach(pair -> rendered.put(
                        redact.apply(pair.key().render(data)),
                        redact.apply(pair.value().render(data))));
        return rendered;
    }
}
