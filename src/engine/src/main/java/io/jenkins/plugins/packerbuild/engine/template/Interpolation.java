package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Renders the texts of a template, in one kind of place: what stands between <code>{{</code> and <code>}}</code> is the
 * part of Go's template language that templates use. Immutable; safe for use by several threads.
 */
public final class Interpolation {

    /** Packer's version as templates see it. */
    static final String PACKER_VERSION = "1.6.6";

    private final Variables variables;
    private final FunctionSet functions;
    private final Consumer<String> reads;

    private Interpolation(Variables variables, FunctionSet functions, Consumer<String> reads) {
        this.variables = variables;
        this.reads = reads;
        this.functions = functions.with(functions.place(), Map.of("user", this::user));
    }

    /** For places outside of builders, provisioners and post-processors: the names of builders. */
    public static Interpolation of(RunFacts facts, Variables variables) {
        return new Interpolation(
                variables,
                new FunctionSet("outside of builders and provisioners", PackerFunctions.everywhere(facts)),
                name -> {});
    }

    /** Under {@code user}, a value that holds actions is rendered too where a text is rendered at run time. */
    private Object user(Evaluation evaluation, Arguments arguments) {
        String name = arguments.exactly(1).text(0);
        reads.accept(name);
        if (variables.broken().contains(name)) {
            throw Complaint.followUp();
        }
        String value = variables.values().getOrDefault(name, "");
        return evaluation.moment() == Evaluation.Moment.RUN && value.contains("{{")
                ? parse(value).render(evaluation.inside())
                : value;
    }

    /** For the options of one component in one build. */
    public Interpolation forComponent(Component component, String buildName, String builderType) {
        Map<String, TextFunction> more = new HashMap<>();
        more.put("build_name", PackerFunctions.constant(buildName));
        more.put("build_type", PackerFunctions.constant(builderType));
        more.put("packer_version", PackerFunctions.constant(PACKER_VERSION));
        if (component.kind() == Component.Kind.BUILDER && component.type().startsWith("amazon-")) {
            more.put("clean_resource_name", PackerFunctions::cleanAmazonName);
        }
        if (component.kind() != Component.Kind.BUILDER) {
            more.put("build", PackerFunctions::build);
        }
        return new Interpolation(variables, functions.with("in the options of " + component.title(), more), reads);
    }

    /**
     * Renders a text now.
     *
     * @throws BuildException when it cannot be rendered; the problem has no position
     */
    public String render(String text) {
        try {
            return renderNow(parse(text));
        } catch (Complaint e) {
            throw new BuildException(e.about("Text '" + text + "'"));
        }
    }

    /**
     * Renders a text as Packer's console and the names of builders do: again and again, until nothing changes any more.
     *
     * @throws BuildException when it cannot be rendered; the problem has no position
     */
    public String renderUntilStable(String text) {
        try {
            return renderName(text);
        } catch (Complaint e) {
            throw new BuildException(e.about("Text '" + text + "'"));
        }
    }

    /** A name of a builder: what user variables bring along is rendered too. */
    String renderName(String text) {
        return parse(text).render(Evaluation.run(Map.of()));
    }

    TemplateText parse(String text) {
        return TemplateText.parse(text, functions);
    }

    String renderNow(TemplateText text) {
        return text.render(Evaluation.prepare());
    }

    /** The user variable that the text is nothing but a call of. */
    Optional<String> variable(String text) {
        try {
            return parse(text).onlyCallOf("user");
        } catch (Complaint e) {
            return Optional.empty();
        }
    }

    /** Every user variable that a text could show, now or at run time: those that it reads, and what these were made of. */
    public Set<String> variablesIn(String text) {
        Set<String> read = new TreeSet<>();
        Interpolation watched = new Interpolation(variables, functions, read::add);
        try {
            TemplateText parsed = watched.parse(text);
            read.addAll(parsed.argumentsOf("user"));
            tryToRender(parsed, Evaluation.prepare());
            tryToRender(parsed, Evaluation.run(Map.of()));
        } catch (Complaint e) {
            return Set.of(); // It is never rendered: its syntax is a problem already.
        }
        Set<String> all = new TreeSet<>(read);
        read.forEach(name -> all.addAll(variables.madeOf().getOrDefault(name, Set.of())));
        return all;
    }

    private static void tryToRender(TemplateText text, Evaluation evaluation) {
        try {
            text.render(evaluation);
        } catch (Complaint e) {
            return; // What it has read until then is what counts.
        }
    }

    /** Sentences about what renders as nothing although it was meant to be something. */
    List<Complaint> doubts(TemplateText text, Evaluation.Moment moment) {
        List<Complaint> doubts = new ArrayList<>();
        for (String name : text.argumentsOf("user")) {
            if (!variables.values().containsKey(name) && !variables.broken().contains(name)) {
                doubts.add(Complaint.of(
                        "uses the user variable '" + name + "', which is not defined and renders as nothing",
                        NearestName.cure(name, variables.values().keySet(), "Declare it in \"variables\".")));
            }
        }
        if (moment == Evaluation.Moment.PREPARE) {
            for (String name : text.fields()) {
                doubts.add(Complaint.of(
                        "uses {{." + name + "}}, which has no value here and renders as <no value>",
                        "Write {{`{{." + name + "}}`}} when the braces are meant for another program."));
            }
        }
        return doubts;
    }
}
