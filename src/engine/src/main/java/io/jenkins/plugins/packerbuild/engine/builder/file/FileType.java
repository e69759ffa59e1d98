package io.jenkins.plugins.packerbuild.engine.builder.file;

import io.jenkins.plugins.packerbuild.engine.builder.BuilderSettings;
import io.jenkins.plugins.packerbuild.engine.builder.BuilderType;
import io.jenkins.plugins.packerbuild.engine.builder.ImageBuilder;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.Optional;

/**
 * The builder {@code file}: writes {@code content}, or copies {@code source}, to {@code target}.
 *
 * @see <a href="https://developer.hashicorp.com/packer/docs/builders/file">Packer's reference</a>
 */
public final class FileType implements BuilderType {

    static final String NAME = "file";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ImageBuilder prepare(Options options, BuilderSettings settings) {
        String target = options.required("target");
        Optional<String> source = options.text("source");
        Optional<String> content = options.text("content");
        if (source.isPresent() && content.isPresent()) {
            options.problem("source", "Cannot specify source file AND content.", "Remove one of them.");
        }
        if (source.isEmpty() && content.isEmpty()) {
            options.warn(
                    "content",
                    "Both source file and contents are blank; target will have no content.",
                    "Set 'source' or 'content', unless that is what you want.");
        }
        checkPath(options, "target", target);
        source.ifPresent(path -> checkPath(options, "source", path));
        return new FileBuilder(settings.facts().workingDirectory(), target, source, content.orElse(""));
    }

    private static void checkPath(Options options, String key, String path) {
        if (path.indexOf('\0') >= 0) {
            options.problem(key, "Option '" + key + "' has a NUL character in it.", "Give a path.");
        }
    }
}
