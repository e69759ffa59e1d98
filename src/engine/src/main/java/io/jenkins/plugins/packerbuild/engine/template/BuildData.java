package io.jenkins.plugins.packerbuild.engine.template;

import static io.jenkins.plugins.packerbuild.engine.template.action.TextFunction.Parameter.TEXT;

import io.jenkins.plugins.packerbuild.engine.template.action.ActionData;
import io.jenkins.plugins.packerbuild.engine.template.action.ActionException;
import io.jenkins.plugins.packerbuild.engine.template.action.TextFunction;
import java.util.Set;
import java.util.TreeSet;

/** What provisioners and post-processors are told of a build while it runs: <code>{{build `ID`}}</code>. */
public final class BuildData {

    private static final Set<String> COMMON = Set.of(
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
            "WinRMPassword");
    private static final Set<String> AMAZON = Set.of(
            "BuildRegion",
            "SourceAMI",
            "SourceAMICreationDate",
            "SourceAMIName",
            "SourceAMIOwner",
            "SourceAMIOwnerName");

    private BuildData() {}

    /** The names that a build of that builder type has. */
    public static Set<String> names(String builderType) {
        Set<String> names = new TreeSet<>(COMMON);
        if (builderType.startsWith("amazon-")) {
            names.addAll(AMAZON);
        }
        return names;
    }

    /** {@code build}: a value that is known only while the build runs. */
    static TextFunction function(Set<String> known) {
        return TextFunction.of((values, data) -> value((String) values.get(0), data, known), TEXT);
    }

    private static Object value(String name, ActionData data, Set<String> known) {
        Object value = data.values().get(name);
        if (value != null) {
            return value.toString();
        }
        if (data.kind() == ActionData.Kind.NONE && known.contains(name)) {
            throw ActionException.of(
                    "build `" + name + "` is known only while the build runs, and this text is needed before",
                    "Use it in the texts of a provisioner that are run on the machine.");
        }
        throw unknown(
                name,
                data.kind() == ActionData.Kind.NONE ? known : data.values().keySet(),
                "");
    }

    /** That nobody will ever know it. */
    static ActionException unknown(String name, Set<String> known, String before) {
        return ActionException.of(
                before + "loaded data, but couldnt find " + name + " in it",
                NearestName.cure(name, known, "These are there: " + String.join(", ", new TreeSet<>(known)) + "."));
    }
}
