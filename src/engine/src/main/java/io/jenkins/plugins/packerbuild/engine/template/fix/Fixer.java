package io.jenkins.plugins.packerbuild.engine.template.fix;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One thing that has changed since a template was written.
 *
 * @param name as Packer calls it
 * @param synopsis what it does, in one line
 * @param change does it
 */
record Fixer(String name, String synopsis, Change change) {

    /** Rewrites a template. */
    interface Change {

        /**
         * Does it.
         *
         * @param notes takes what a user should know of it
         */
        void apply(TemplateParts template, Consumer<String> notes);
    }

    /** Changes the builders of some types. */
    static Fixer ofBuilders(String name, String synopsis, Predicate<String> types, Consumer<Fields> change) {
        return new Fixer(
                name,
                synopsis,
                (template, notes) -> template.builders().stream()
                        .filter(builder -> types.test(builder.type()))
                        .forEach(change));
    }

    /** Changes the provisioners of one type. */
    static Fixer ofProvisioners(String name, String synopsis, String type, Consumer<Fields> change) {
        return new Fixer(
                name,
                synopsis,
                (template, notes) -> template.provisioners().stream()
                        .filter(provisioner -> provisioner.type().equals(type))
                        .forEach(change));
    }

    /** Changes the post-processors of one type. */
    static Fixer ofPostProcessors(String name, String synopsis, String type, Consumer<Fields> change) {
        return new Fixer(
                name,
                synopsis,
                (template, notes) -> template.postProcessors().stream()
                        .filter(processor -> processor.type().equals(type))
                        .forEach(change));
    }

    static Predicate<String> all() {
        return type -> true;
    }

    static Predicate<String> oneOf(String... types) {
        return Set.of(types)::contains;
    }

    static Predicate<String> beginningWith(String prefix) {
        return type -> type.startsWith(prefix);
    }
}
