package io.jenkins.plugins.packerbuild.engine.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The functions that are there in one kind of place. Immutable.
 *
 * @param place where, for a sentence: {@code in the options of a builder}
 * @param functions by name
 */
record FunctionSet(String place, Map<String, TextFunction> functions) {

    private static final Set<String> NOT_YET =
            Set.of("vault", "consul_key", "aws_secretsmanager", "html", "js", "urlquery", "slice", "call", "println");
    private static final Map<String, String> ELSEWHERE = Map.of(
            "env", "Declare a variable whose default is {{env `NAME`}}, and use {{user `name`}} here.",
            "build_name", "Use it in a builder, provisioner or post-processor.",
            "build_type", "Use it in a builder, provisioner or post-processor.",
            "packer_version", "Use it in a builder, provisioner or post-processor.",
            "build", "Use it in a provisioner.",
            "clean_resource_name", "Use it in the options of an amazon builder, or use replace_all.");
    private static final Map<String, String> RETIRED = Map.of(
            "clean_ami_name", "Use clean_resource_name.",
            "clean_image_name", "Use clean_resource_name.",
            "sed", "Use replace or replace_all.");

    /** Copies the map. */
    FunctionSet {
        functions = Map.copyOf(functions);
    }

    /** The same in another place, with more functions. */
    FunctionSet with(String newPlace, Map<String, TextFunction> more) {
        Map<String, TextFunction> all = new HashMap<>(functions);
        all.putAll(more);
        return new FunctionSet(newPlace, all);
    }

    /**
     * The function of that name.
     *
     * @throws Complaint when it is not there
     */
    TextFunction find(String name) {
        TextFunction function = functions.get(name);
        if (function != null) {
            return function;
        }
        if (name.equals("env")) {
            throw Complaint.rendering("env vars are not allowed here, " + place, ELSEWHERE.get(name));
        }
        if (ELSEWHERE.containsKey(name)) {
            throw Complaint.rendering("function \"" + name + "\" not defined " + place, ELSEWHERE.get(name));
        }
        if (NOT_YET.contains(name)) {
            throw Complaint.rendering(
                    "function \"" + name + "\" is known to Packer, but is not there yet",
                    "Give the value by -var or -var-file.");
        }
        if (RETIRED.containsKey(name)) {
            throw Complaint.rendering("function \"" + name + "\" is gone from Packer", RETIRED.get(name));
        }
        throw Complaint.rendering(
                "function \"" + name + "\" not defined",
                NearestName.cure(
                        name, functions.keySet(), "Write texts in backquotes, user variables as {{user `x`}}."));
    }
}
