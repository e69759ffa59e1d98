package io.jenkins.plugins.packerbuild.engine.template;

import java.util.Map;
import java.util.Set;

/** A template text that is rendered at run time, with data that is not known before. Immutable. */
@FunctionalInterface
public interface Deferred {

    /**
     * The rendered text; what it renders to is rendered as well, until nothing changes any more. Example: data {@code {"BuildRegion": "us-east-1"}} for <code>{{ .BuildRegion }}</code>.
     *
     * @param data what the dot holds: strings, or maps of strings
     * @throws io.jenkins.plugins.packerbuild.engine.problem.BuildException when it cannot be rendered
     */
    String render(Map<String, ?> data);

    /**
     * The same with data that have all names which there are: another name is a failure, where it has no value otherwise.
     *
     * @throws io.jenkins.plugins.packerbuild.engine.problem.BuildException when it cannot be rendered
     */
    default String renderOnly(Map<String, ?> data) {
        return render(data);
    }

    /** The names that it looks up in the data, as far as they stand in it: {@code BuildRegion}. */
    default Set<String> fields() {
        return Set.of();
    }

    /** One that is always the same text. */
    static Deferred constant(String text) {
        return data -> text;
    }
}
