package io.jenkins.plugins.packerbuild.engine.postprocessor.local;

import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessor;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessorSettings;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessorType;
import io.jenkins.plugins.packerbuild.engine.provisioner.ProvisionerSettings;
import io.jenkins.plugins.packerbuild.engine.provisioner.local.LocalScripts;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The post-processor {@code shell-local}, with Packer's options and defaults. The artifact that it is given always stays,
 * and goes on to the next in the chain.
 *
 * @see <a href="https://developer.hashicorp.com/packer/docs/post-processors/shell-local">Packer's reference</a>
 */
public final class ShellLocalPostProcessorType implements PostProcessorType {

    @Override
    public String name() {
        return "shell-local";
    }

    /** An {@code execute_command} that is a single text is a command line, as it was before Packer had the provisioner. */
    @Override
    public PostProcessor prepare(Options options, PostProcessorSettings settings) {
        ProvisionerSettings place =
                new ProvisionerSettings(settings.buildName(), settings.builderType(), settings.facts());
        LocalScripts scripts = LocalScripts.read(options, place, List.of("sh", "-c"));
        return (artifact, context) -> {
            Map<String, String> data = new HashMap<>(context.data());
            data.put("PackerRunUUID", context.run().runId());
            scripts.run(data, context.scope());
            return new PostProcessor.Outcome(Optional.of(artifact), PostProcessor.Keep.ALWAYS);
        };
    }
}
