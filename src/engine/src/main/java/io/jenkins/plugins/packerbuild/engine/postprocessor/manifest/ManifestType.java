package io.jenkins.plugins.packerbuild.engine.postprocessor.manifest;

import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessor;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessorSettings;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessorType;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.nio.file.InvalidPathException;
import java.util.Optional;

/**
 * The post-processor {@code manifest}, with Packer's options, defaults and file, to the byte. The artifact that it is given
 * always stays, and goes on to the next in the chain. Unlike Packer's it has one writer at a time, among all builds of a run
 * and among all runs, and replaces the file at once: no entry is ever lost, and nobody sees half of it.
 *
 * @see <a href="https://developer.hashicorp.com/packer/docs/post-processors/manifest">Packer's reference</a>
 */
public final class ManifestType implements PostProcessorType {

    @Override
    public String name() {
        return "manifest";
    }

    @Override
    public PostProcessor prepare(Options options, PostProcessorSettings settings) {
        String output = options.text("output", "packer-manifest.json");
        checkPath(options, output, settings);
        if (options.text("filename").isPresent()) {
            options.problem(
                    "filename",
                    "Deprecated configuration key: 'filename'.",
                    "Call it \"output\"; the command 'fix' does that for you.");
        }
        boolean anyData = options.has("custom_data");
        ManifestPostProcessor.Content content = new ManifestPostProcessor.Content(
                options.flag("strip_path", false),
                !options.flag("strip_time", false),
                anyData ? Optional.of(options.deferredMap("custom_data")) : Optional.empty());
        return new ManifestPostProcessor(output, content, settings);
    }

    private static void checkPath(Options options, String output, PostProcessorSettings settings) {
        try {
            if (settings.facts().workingDirectory().resolve(output).getFileName() == null) {
                options.problem("output", "Option 'output' is no file: '" + output + "'.", "Give the path of a file.");
            }
        } catch (InvalidPathException e) {
            options.problem("output", "Option 'output' is no path here: " + e.getReason() + ".", "Give a path.");
        }
    }
}
