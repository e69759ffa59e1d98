package io.jenkins.plugins.packerbuild.engine.postprocessor.compress;

import io.jenkins.plugins.packerbuild.engine.postprocessor.OutputName;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessor;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessorSettings;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessorType;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The post-processor {@code compress}, with Packer's options and defaults.
 *
 * @see <a href="https://developer.hashicorp.com/packer/docs/post-processors/compress">Packer's reference</a>
 */
public final class CompressType implements PostProcessorType {

    private static final int HIGHEST = 9;
    private static final String LEVEL = "compression_level";

    /** Each xz takes some 95 MB. */
    private final Turns turns = new Turns(2);

    @Override
    public String name() {
        return "compress";
    }

    @Override
    public PostProcessor.Keep keepsInput() {
        return PostProcessor.Keep.NO;
    }

    @Override
    public PostProcessor prepare(Options options, PostProcessorSettings settings) {
        OutputName output = OutputName.read(
                options,
                settings,
                data -> "packer_" + data.get("BuildName") + "_" + data.get("BuilderType"),
                List.of());
        String more = options.text("format", "");
        ArchiveFormat format = ArchiveFormat.of(options.literal("output").orElse(""), more);
        warnOfAnotherName(options, output, format, more);
        return new CompressPostProcessor(output, format, level(options, format), turns);
    }

    /** Zero and -1 are the default, as in Packer. */
    private static int level(Options options, ArchiveFormat format) {
        int level = options.number(LEVEL, 0);
        if (level > HIGHEST) {
            options.warn(LEVEL, "There is no compression level " + level + "; 9 is used.", "Use -1 to 9.");
        }
        if (level < -1 && format.compression().hasLevels()) {
            options.problem(
                    LEVEL,
                    "Option 'compression_level' of post-processor 'compress' is " + level + ": error creating "
                            + format.compression().word()
                            + " writer: Invalid compression level. Expected an integer from -1 to 9.",
                    "Remove it for the default.");
        }
        return Math.min(level, HIGHEST);
    }

    /** The name may turn out to be another one than the text says that decides. */
    private static void warnOfAnotherName(Options options, OutputName output, ArchiveFormat format, String more) {
        if (!Set.of("BuildName", "BuilderType").containsAll(output.text().fields())
                || options.literal("output").orElse("").contains("build ")) {
            return;
        }
        String name = output.render(Map.of(), Map.of());
        ArchiveFormat promised = ArchiveFormat.of(name, more);
        if (!promised.equals(format)) {
            options.warn(
                    "output",
                    "'" + name + "' will be " + format.words() + ", not " + promised.words()
                            + ": what stands in option 'output' before it is rendered decides.",
                    "Set \"format\" to what you want.");
        }
    }
}
