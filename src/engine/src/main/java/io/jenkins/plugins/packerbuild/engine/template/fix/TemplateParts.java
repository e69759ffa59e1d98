package io.jenkins.plugins.packerbuild.engine.template.fix;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.template.TemplateTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The components of a template while it is rewritten. Used by one thread. */
final class TemplateParts {

    private static final String BUILDERS = "builders";
    private static final String POST_PROCESSORS = "post-processors";
    private static final String PROVISIONERS = "provisioners";

    private final Map<String, Object> root;

    /**
     * Over a template's root.
     *
     * @throws BuildException when its components are not listed
     */
    TemplateParts(Map<String, Object> root) {
        this.root = root;
        root.putIfAbsent(BUILDERS, TemplateTree.Absent.NULL);
        refuseUnlessList(BUILDERS, "'Builders'");
        refuseUnlessList(POST_PROCESSORS, "'post-processors'");
        listOf(BUILDERS).forEach(TemplateParts::refuseUnlessObject);
        Object provisioners = root.getOrDefault(PROVISIONERS, TemplateTree.Absent.NULL);
        if (provisioners != TemplateTree.Absent.NULL && !(provisioners instanceof List)) {
            root.put(PROVISIONERS, new ArrayList<>(List.of(provisioners)));
        }
    }

    private void refuseUnlessList(String key, String name) {
        Object value = root.getOrDefault(key, TemplateTree.Absent.NULL);
        if (value != TemplateTree.Absent.NULL && !(value instanceof List)) {
            throw new BuildException(
                    Problem.of(name + ": source data must be an array or slice, got " + kind(value) + ".")
                            .withCure("Put the value of \"" + key + "\" into brackets: [ … ]."));
        }
    }

    private static void refuseUnlessObject(Object builder) {
        if (!(builder instanceof Map)) {
            throw new BuildException(Problem.of("'Builders' expected a map, got '" + kind(builder) + "'.")
                    .withCure("Write each builder as { \"type\": … }."));
        }
    }

    private static String kind(Object value) {
        if (value instanceof Map) {
            return "map";
        }
        if (value instanceof List) {
            return "slice";
        }
        if (value instanceof String) {
            return "string";
        }
        return value instanceof Boolean ? "bool" : "number";
    }

    Fields root() {
        return new Fields(root);
    }

    List<Fields> builders() {
        return objects(listOf(BUILDERS));
    }

    List<Fields> provisioners() {
        return objects(listOf(PROVISIONERS));
    }

    /** Also those of chains. */
    List<Fields> postProcessors() {
        List<Fields> all = new ArrayList<>();
        for (Object element : listOf(POST_PROCESSORS)) {
            all.addAll(objects(asList(element).orElse(List.of(element))));
        }
        return all;
    }

    /** Whether there is a value at all. */
    boolean hasPostProcessors() {
        return root.getOrDefault(POST_PROCESSORS, TemplateTree.Absent.NULL) != TemplateTree.Absent.NULL;
    }

    /** The object of a root key; made when it is not there. */
    Fields object(String key) {
        Map<String, Object> object = asObject(root.getOrDefault(key, "")).orElseGet(LinkedHashMap::new);
        root.put(key, object);
        return new Fields(object);
    }

    private List<Object> listOf(String key) {
        return asList(root.getOrDefault(key, "")).orElse(List.of());
    }

    private static List<Fields> objects(List<Object> values) {
        return values.stream()
                .flatMap(value -> asObject(value).stream())
                .map(Fields::new)
                .toList();
    }

    @SuppressWarnings("unchecked") // A TemplateTree has no other lists.
    static Optional<List<Object>> asList(Object value) {
        return value instanceof List ? Optional.of((List<Object>) value) : Optional.empty();
    }

    @SuppressWarnings("unchecked") // A TemplateTree has no other maps.
    static Optional<Map<String, Object>> asObject(Object value) {
        return value instanceof Map ? Optional.of((Map<String, Object>) value) : Optional.empty();
    }
}
