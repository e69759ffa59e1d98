package io.jenkins.plugins.packerbuild.engine.postprocessor.checksum;

import io.jenkins.plugins.packerbuild.engine.postprocessor.OutputName;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessor;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessorSettings;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessorType;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.ArrayList;
import java.util.List;

/**
 * The post-processor {@code checksum}, with Packer's options and defaults. A checksum file holds what this run has found
 * out, and nothing of earlier runs.
 *
 * @see <a href="https://developer.hashicorp.com/packer/docs/post-processors/checksum">Packer's reference</a>
 */
public final class ChecksumType implements PostProcessorType {

    private final ChecksumFiles files = new ChecksumFiles();

    @Override
    public String name() {
        return "checksum";
    }

    @Override
    public PostProcessor prepare(Options options, PostProcessorSettings settings) {
        OutputName output = OutputName.read(
                options,
                settings,
                data -> "packer_" + data.get("BuildName") + "_" + data.get("BuilderType") + "_"
                        + data.get("ChecksumType") + ".checksum",
                List.of("ChecksumType"));
        return new ChecksumPostProcessor(algorithms(options), output, files);
    }

    /** MD5 when nothing is said; none at all for an empty list. */
    private static List<Algorithm> algorithms(Options options) {
        if (!options.has("checksum_types")) {
            return List.of(Algorithm.MD5);
        }
        List<Algorithm> algorithms = new ArrayList<>();
        for (String type : options.list("checksum_types")) {
            Algorithm.named(type).ifPresentOrElse(algorithms::add, () -> unrecognized(type, options));
        }
        return algorithms;
    }

    private static void unrecognized(String type, Options options) {
        options.problem(
                "checksum_types",
                "Unrecognized checksum type: " + type + ".",
                "Use md5, sha1, sha224, sha256, sha384 or sha512, in small letters.");
    }
}
