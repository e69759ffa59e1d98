package io.jenkins.plugins.packerbuild.engine.cli;

import io.jenkins.plugins.packerbuild.engine.console.AnswerPrinter;
import io.jenkins.plugins.packerbuild.engine.secret.Redactor;
import io.jenkins.plugins.packerbuild.engine.template.Component;
import io.jenkins.plugins.packerbuild.engine.template.Template;
import io.jenkins.plugins.packerbuild.engine.template.VariableDeclaration;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Tells what a template holds, in the words of Packer's {@code inspect}: names in order, values as they are written. */
final class Inspection {

    private final Template template;
    private final AnswerPrinter out;

    Inspection(Template template, AnswerPrinter out) {
        this.template = template;
        this.out = out;
    }

    void print() {
        out.say("Packer Inspect: JSON mode");
        if (!template.description().isEmpty()) {
            out.say("Description:\n");
            out.say(template.description() + "\n");
        }
        variables();
        out.say("");
        builders();
        out.say("");
        provisioners();
        out.say("\nNote: If your build names contain user variables or template\n"
                + "functions such as 'timestamp', these are processed at build time,\n"
                + "and therefore only show in their raw form here.");
    }

    private void variables() {
        List<VariableDeclaration> sorted = template.declarations().stream()
                .sorted(Comparator.comparing(VariableDeclaration::name))
                .toList();
        if (sorted.isEmpty()) {
            out.say("Variables:\n");
            out.say("  <No variables>");
            return;
        }
        required(sorted.stream().filter(VariableDeclaration::required).toList());
        out.say("Optional variables and their defaults:\n");
        int width = width(sorted.stream().map(VariableDeclaration::name));
        sorted.stream().filter(variable -> !variable.required()).forEach(variable -> optional(variable, width));
    }

    private void required(List<VariableDeclaration> required) {
        if (required.isEmpty()) {
            return;
        }
        out.say("Required variables:\n");
        for (VariableDeclaration variable : required) {
            out.fact("template-variable", variable.name(), shown(variable), "1");
            out.say("  " + variable.name());
        }
        out.say("");
    }

    private void optional(VariableDeclaration variable, int width) {
        out.fact("template-variable", variable.name(), shown(variable), "0");
        out.say("  " + padded(variable.name(), width) + " = " + shown(variable));
    }

    private String shown(VariableDeclaration variable) {
        return HiddenValues.isHidden(variable, template)
                ? Redactor.REPLACEMENT
                : variable.defaultText().orElse("");
    }

    private void builders() {
        out.say("Builders:\n");
        if (template.builders().isEmpty()) {
            out.say("  <No builders>");
        }
        int width = width(template.builders().stream().map(Component::name));
        template.builders().stream()
                .sorted(Comparator.comparing(Component::name))
                .forEach(builder -> {
                    out.fact("template-builder", builder.name(), builder.type());
                    String type = builder.name().equals(builder.type()) ? "" : " (" + builder.type() + ")";
                    out.say("  " + padded(builder.name(), width) + type);
                });
    }

    private void provisioners() {
        out.say("Provisioners:\n");
        if (template.provisioners().isEmpty()) {
            out.say("  <No provisioners>");
        }
        for (Component provisioner : template.provisioners()) {
            out.fact("template-provisioner", provisioner.type());
            out.say("  " + provisioner.type());
        }
    }

    private static int width(Stream<String> names) {
        return names.mapToInt(Inspection::bytes).max().orElse(0);
    }

    private static String padded(String name, int width) {
        return name + " ".repeat(width - bytes(name));
    }

    /** Packer pads to a number of bytes, not of characters. */
    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
