package io.jenkins.plugins.packerbuild.engine.build;

import io.jenkins.plugins.packerbuild.engine.builder.BuilderType;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessorType;
import io.jenkins.plugins.packerbuild.engine.provisioner.ProvisionerType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The builder, provisioner and post-processor types that this engine has. Immutable; closing it closes its builder types. */
public final class Components implements AutoCloseable {

    private final Map<String, BuilderType> builders;
    private final Map<String, ProvisionerType> provisioners;
    private final Map<String, PostProcessorType> postProcessors;

    /** With these and no others. */
    public Components(
            List<BuilderType> builders, List<ProvisionerType> provisioners, List<PostProcessorType> postProcessors) {
        this.builders = builders.stream().collect(Collectors.toUnmodifiableMap(BuilderType::name, Function.identity()));
        this.provisioners =
                provisioners.stream().collect(Collectors.toUnmodifiableMap(ProvisionerType::name, Function.identity()));
        this.postProcessors = postProcessors.stream()
                .collect(Collectors.toUnmodifiableMap(PostProcessorType::name, Function.identity()));
    }

    /** By its name in templates. */
    Optional<BuilderType> builder(String type) {
        return Optional.ofNullable(builders.get(type));
    }

    /** By its name in templates. */
    Optional<ProvisionerType> provisioner(String type) {
        return Optional.ofNullable(provisioners.get(type));
    }

    /** By its name in templates. */
    Optional<PostProcessorType> postProcessor(String type) {
        return Optional.ofNullable(postProcessors.get(type));
    }

    List<String> builderNames() {
        return builders.keySet().stream().sorted().toList();
    }

    List<String> provisionerNames() {
        return provisioners.keySet().stream().sorted().toList();
    }

    List<String> postProcessorNames() {
        return postProcessors.keySet().stream().sorted().toList();
    }

    @Override
    public void close() {
        builders.values().forEach(BuilderType::close);
    }
}
