package io.jenkins.plugins.packerbuild.options;

import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.packerbuild.credentials.PackerVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.jspecify.annotations.Nullable;

/** What the descriptors of the steps and of the build step do the same way. Looks at texts only, never at a template. */
public final class OptionForms {

    /** Lists of texts, which a form shows as one line each. */
    private static final List<String> LISTS = List.of("varFiles", "only", "except", "jvmOptions");

    private OptionForms() {}

    /** A list as lines of a text area; empty for none. */
    public static String lines(@Nullable List<String> list) {
        return list == null ? "" : String.join("\n", list);
    }

    /** The text areas of a submitted form as lists again. The form itself is left alone. */
    public static JSONObject withLists(JSONObject form) {
        JSONObject changed = JSONObject.fromObject(form);
        for (String list : LISTS) {
            if (changed.get(list) instanceof String text) {
                changed.put(list, JSONArray.fromObject(nonEmpty(text.split("\\R"))));
            }
        }
        return changed;
    }

    /**
     * What a Pipeline passed, in the types of the model: {@code vars: [region: 'us-east-1']} becomes a list of variables,
     * {@code only: 'a,b'} a list of names.
     */
    public static Map<String, Object> coerced(Map<String, Object> arguments) {
        Map<String, Object> changed = new LinkedHashMap<>(arguments);
        changed.computeIfPresent("vars", (name, value) -> value instanceof Map<?, ?> map ? variables(map) : value);
        for (String list : LISTS) {
            changed.computeIfPresent(
                    list,
                    (name, value) -> value instanceof CharSequence text
                            ? nonEmpty(text.toString().split(name.equals("jvmOptions") ? "\\s+" : ","))
                            : value);
        }
        return changed;
    }

    /** Whether there is a template. */
    public static FormValidation checkTemplate(@Nullable String value) {
        return value == null || value.isBlank()
                ? FormValidation.error("Name the template's file, as in example.json.")
                : FormValidation.ok();
    }

    /** What {@code onError} may be. */
    public static ListBoxModel onErrorItems() {
        ListBoxModel items = new ListBoxModel();
        items.add("Remove everything that the build has made (cleanup)", "cleanup");
        items.add("Leave everything as it is (abort)", "abort");
        return items;
    }

    private static List<PackerVariable> variables(Map<?, ?> map) {
        List<PackerVariable> variables = new ArrayList<>();
        map.forEach((name, value) ->
                variables.add(new PackerVariable(String.valueOf(name), value == null ? "" : String.valueOf(value))));
        return variables;
    }

    private static List<String> nonEmpty(String[] texts) {
        return new ArrayList<>(Arrays.stream(texts)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList());
    }
}
