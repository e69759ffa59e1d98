package io.jenkins.plugins.packerbuild.engine.postprocessor;

import io.jenkins.plugins.packerbuild.engine.template.Deferred;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The option {@code output}: the name of a file, rendered when the artifact is there.
 *
 * @param text what is rendered
 * @param settings of the build
 */
public record OutputName(Deferred text, PostProcessorSettings settings) {

    /** What a builder may tell of its machine, and Packer's names for the build. */
    private static final List<String> NAMES = List.of(
            "BuildName",
            "BuilderType",
            "ID",
            "Host",
            "Port",
            "User",
            "Password",
            "ConnType",
            "PackerRunUUID",
            "PackerHTTPPort",
            "PackerHTTPIP",
            "PackerHTTPAddr",
            "SSHPublicKey",
            "SSHPrivateKey",
            "WinRMPassword",
            "BuildRegion",
            "SourceAMI",
            "SourceAMICreationDate",
            "SourceAMIName",
            "SourceAMIOwner",
            "SourceAMIOwnerName",
            "SourceAMITags");

    /**
     * Reads the option, and warns of names in it that nothing has.
     *
     * @param fallback the name when there is none
     * @param more names that this post-processor knows besides those of the build
     */
    public static OutputName read(
            Options options, PostProcessorSettings settings, Deferred fallback, List<String> more) {
        Deferred text = options.deferred("output").orElse(fallback);
        TreeSet<String> unknown = new TreeSet<>(text.fields());
        NAMES.forEach(unknown::remove);
        more.forEach(unknown::remove);
        for (String name : unknown) {
            options.warn(
                    "output",
                    "Nothing is called {{." + name + "}} in option 'output'.",
                    "Use {{.BuildName}}, {{.BuilderType}}"
                            + (more.isEmpty() ? "." : " or {{." + String.join("}}, {{.", more) + "}}."));
        }
        return new OutputName(text, settings);
    }

    /** Where a file of that name lies. */
    public Path path(String name) {
        return SourceFile.of(name, settings.facts().workingDirectory()).path();
    }

    /** The name, for what is known of this build now. */
    public String render(Map<String, String> data, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(data);
        all.put("BuildName", settings.buildName());
        all.put("BuilderType", settings.builderType());
        all.putAll(more);
        return text.render(all);
    }
}
