package io.jenkins.plugins.packerbuild.engine.postprocessor.artifice;

import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessor;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessorSettings;
import io.jenkins.plugins.packerbuild.engine.postprocessor.PostProcessorType;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * The post-processor {@code artifice}, with Packer's options: the artifact is from now on the files that its patterns find
 * here. What the builder has made stays, unless the template says otherwise.
 *
 * @see <a href="https://developer.hashicorp.com/packer/docs/post-processors/artifice">Packer's reference</a>
 */
public final class ArtificeType implements PostProcessorType {

    @Override
    public String name() {
        return "artifice";
    }

    @Override
    public PostProcessor.Keep keepsInput() {
        return PostProcessor.Keep.UNLESS_REFUSED;
    }

    @Override
    public PostProcessor prepare(Options options, PostProcessorSettings settings) {
        List<Glob> files = new ArrayList<>();
        for (String pattern : options.list("files")) {
            try {
                files.add(Glob.parse(pattern));
            } catch (PatternSyntaxException e) {
                options.problem(
                        "files",
                        "Option 'files' has pattern '" + pattern + "': syntax error in pattern: " + e.getDescription()
                                + ".",
                        "Close what is open, or write a backslash before a character that stands for itself.");
            }
        }
        if (options.list("files").isEmpty()) {
            options.problem(
                    "files",
                    "No files specified in artifice configuration.",
                    "Add \"files\": [\"build/*.bin\"] with what is to be the artifact.");
        }
        return new ArtificePostProcessor(files, settings);
    }
}
