package io.jenkins.plugins.packerbuild.engine.template;

import static io.jenkins.plugins.packerbuild.engine.template.action.TextFunction.Parameter.TEXT;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;
import io.jenkins.plugins.packerbuild.engine.template.action.ActionData;
import io.jenkins.plugins.packerbuild.engine.template.action.ActionException;
import io.jenkins.plugins.packerbuild.engine.template.action.ActionText;
import io.jenkins.plugins.packerbuild.engine.template.action.FunctionSet;
import io.jenkins.plugins.packerbuild.engine.template.action.TextFunction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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

    /** A text that still changes after so many rounds never ends. */
    private static final int MOST_ROUNDS = 50;

    private final Variables variables;
    private final FunctionSet functions;
    private final Set<String> buildData;
    private final Consumer<String> reads;

    private Interpolation(Variables variables, FunctionSet functions, Set<String> buildData, Consumer<String> reads) {
        this.variables = variables;
        this.reads = reads;
        this.buildData = buildData;
        this.functions = functions.with(Map.of("user", TextFunction.of(this::user, TEXT)));
    }

    /** For places outside of builders, provisioners and post-processors: the names of builders, a console. */
    public static Interpolation of(RunFacts facts, Variables variables) {
        Map<String, TextFunction> everywhere = PackerFunctions.everywhere(facts);
        FunctionSet functions = new FunctionSet(everywhere, name -> UnknownFunctions.cure(name, everywhere.keySet()));
        return new Interpolation(variables, functions, Set.of(), name -> {});
    }

    private Object user(List<Object> arguments, ActionData data) {
        String name = (String) arguments.get(0);
        reads.accept(name);
        if (variables.broken().contains(name)) {
            throw Complaint.followUp();
        }
        return variables.values().getOrDefault(name, "");
    }

    /** For the options of one component in one build. */
    public Interpolation forComponent(Component component, String buildName, String builderType) {
        Map<String, TextFunction> more = new HashMap<>();
        more.put("build_name", PackerFunctions.constant(buildName));
        more.put("build_type", PackerFunctions.constant(builderType));
        more.put("packer_version", PackerFunctions.constant(PACKER_VERSION));
        if (component.kind() == Component.Kind.BUILDER && component.type().startsWith("amazon-")
                || component.type().equals("amazon-import")) {
            more.put("clean_resource_name", PackerFunctions.cleanAmazonName());
        }
        Set<String> known = BuildData.names(builderType);
        if (component.kind() != Component.Kind.BUILDER) {
            more.put("build", BuildData.function(known));
        }
        return new Interpolation(variables, functions.with(more), known, reads);
    }

    /**
     * Renders a text now, once.
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
            return renderToTheEnd(parse(text), ActionData.none());
        } catch (Complaint e) {
            throw new BuildException(e.about("Text '" + text + "'"));
        }
    }

    /** The name of a builder; what is wrong with it, or doubtful, goes to the problems. */
    public Optional<String> name(Component builder, ProblemCollector problems) {
        String subject = "The name of " + builder.title();
        try {
            ActionText parsed = parse(builder.name());
            doubts(parsed, ActionData.Kind.NONE)
                    .forEach(doubt -> problems.warn(doubt.about(subject, builder.namePosition())));
            String name = renderToTheEnd(parsed, ActionData.none());
            Optional<Problem> fault = builder.nameFault(name);
            fault.ifPresent(problems::add);
            return fault.isPresent() ? Optional.empty() : Optional.of(name);
        } catch (Complaint e) {
            if (!e.isFollowUp()) {
                problems.add(e.about(subject, builder.namePosition()));
            }
            return Optional.empty();
        }
    }

    ActionText parse(String text) {
        try {
            return ActionText.parse(text, functions);
        } catch (ActionException e) {
            throw Complaint.of(e);
        }
    }

    String renderNow(ActionText text) {
        return render(text, ActionData.none());
    }

    private static String render(ActionText text, ActionData data) {
        try {
            return text.render(data);
        } catch (ActionException e) {
            throw Complaint.of(e);
        }
    }

    /** What a text renders to is rendered as well, until nothing changes any more. */
    String renderToTheEnd(ActionText text, ActionData data) {
        String rendered = render(text, data);
        for (int round = 0; rendered.contains("{{"); round++) {
            String before = rendered;
            rendered = render(parse(before), data);
            if (rendered.equals(before)) {
                return rendered;
            }
            if (round >= MOST_ROUNDS) {
                throw Complaint.rendering(
                        "it renders to another text again and again", "Let no variable contain a call of itself.");
            }
        }
        return rendered;
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
        Interpolation watched = new Interpolation(variables, functions, buildData, read::add);
        try {
            ActionText parsed = watched.parse(text);
            read.addAll(parsed.argumentsOf("user"));
            if (parsed.hasUnknownArgumentOf("user")) {
                read.addAll(variables.values().keySet());
            }
            watched.tryToRender(parsed, ActionData.none());
            watched.tryToRender(parsed, ActionData.of(Map.of()));
        } catch (Complaint e) {
            return Set.of(); // It is never rendered: its syntax is a problem already.
        }
        return withAllBehind(read);
    }

    /** With those that their values are made of. */
    private Set<String> withAllBehind(Set<String> names) {
        Set<String> all = new TreeSet<>(names);
        Deque<String> ahead = new ArrayDeque<>(names);
        while (!ahead.isEmpty()) {
            variables.madeOf().getOrDefault(ahead.remove(), Set.of()).stream()
                    .filter(all::add)
                    .forEach(ahead::add);
        }
        return all;
    }

    private void tryToRender(ActionText text, ActionData data) {
        try {
            renderToTheEnd(text, data);
        } catch (Complaint e) {
            return; // What it has read until then is what counts.
        }
    }

    /** Complains of data that no build will ever have; for texts that are rendered only at run time. */
    void checkBuildData(ActionText text) {
        for (String name : text.argumentsOf("build")) {
            if (!buildData.isEmpty() && !buildData.contains(name)) {
                throw Complaint.of(BuildData.unknown(name, buildData, "error calling build: "));
            }
        }
    }

    /** Warns of what renders as nothing now; a text that cannot even be parsed is nobody's doubt. */
    void warnOfDoubts(String text, String owner, SourcePosition position, ProblemCollector problems) {
        try {
            doubts(parse(text), ActionData.Kind.NONE)
                    .forEach(doubt -> problems.warn(doubt.about("A text of " + owner, position)));
        } catch (Complaint e) {
            return; // Whoever renders it says so.
        }
    }

    /** Sentences about what renders as nothing although it was meant to be something. */
    List<Complaint> doubts(ActionText text, ActionData.Kind kind) {
        List<Complaint> doubts = new ArrayList<>();
        for (String name : text.argumentsOf("user")) {
            if (!variables.values().containsKey(name) && !variables.broken().contains(name)) {
                doubts.add(Complaint.of(
                        "uses the user variable '" + name + "', which is not defined and renders as nothing",
                        NearestName.cure(name, variables.values().keySet(), "Declare it in \"variables\".")));
            }
        }
        if (kind == ActionData.Kind.NONE) {
            for (String name : text.fields()) {
                doubts.add(Complaint.of(
                        "uses {{." + name + "}}, which has no value here and renders as <no value>",
                        "Write {{`{{." + name + "}}`}} when the braces are meant for another program."));
            }
        }
        return doubts;
    }
}
