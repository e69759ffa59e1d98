package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.template.action.FunctionSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Says what to do about functions that are not there. */
final class UnknownFunctions {

    private static final Map<String, String> CURES = Map.of(
            "clean_resource_name", "Use it in the options of an amazon builder, or use replace_all.",
            "clean_ami_name", "Use clean_resource_name: 'fix' writes it.",
            "clean_image_name", "Use clean_resource_name: 'fix' writes it.");

    private UnknownFunctions() {}

    static String cure(String name, Set<String> there) {
        Set<String> known = new TreeSet<>(there);
        known.add("user");
        known.addAll(FunctionSet.builtins());
        String otherwise = "Write texts in backquotes, user variables as {{user `x`}}.";
        return CURES.containsKey(name) ? CURES.get(name) : NearestName.cure(name, known, otherwise);
    }
}
