package io.jenkins.plugins.packerbuild.engine.builder.file;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.builder.BuildContext;
import io.jenkins.plugins.packerbuild.engine.builder.ImageBuilder;
import io.jenkins.plugins.packerbuild.engine.communicator.none.NoneCommunicator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes one file, then runs the provisioners. There is no machine: the plan refuses those that need one. */
final class FileBuilder implements ImageBuilder {

    private final Path directory;
    private final String target;
    private final Optional<String> source;
    private final String content;

    /** With the paths as the template gives them; relative ones begin at the directory. */
    FileBuilder(Path directory, String target, Optional<String> source, String content) {
        this.directory = directory;
        this.target = target;
        this.source = source;
        this.content = content;
    }

    @Override
    public boolean hasMachine() {
        return false;
    }

    @Override
    public Artifact build(BuildContext context) {
        context.scope().run(new StoreFileStep(directory, Path.of(target), source.map(Path::of), content));
        Map<String, String> data = Map.of("PackerRunUUID", context.run().runId());
        context.provisioning().provision(new NoneCommunicator(), data, context.scope());
        return new Artifact(
                context.name(),
                FileType.NAME,
                "packer.file",
                "File",
                "Stored file: " + target,
                List.of(),
                List.of(target));
    }
}
