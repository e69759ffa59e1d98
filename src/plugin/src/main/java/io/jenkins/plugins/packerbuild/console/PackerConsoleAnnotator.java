package io.jenkins.plugins.packerbuild.console;

import hudson.MarkupText;
import hudson.console.ConsoleAnnotator;
import hudson.model.Run;
import io.jenkins.plugins.packerbuild.metadata.PackerRunAction;
import java.io.IOException;
import java.io.ObjectStreamException;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jspecify.annotations.Nullable;

/** Marks one line at a time, and remembers nothing: a browser carries it along from one request to the next. */
final class PackerConsoleAnnotator extends ConsoleAnnotator<Object> {
    private static final long serialVersionUID = 1L;

    /** The only one. */
    static final PackerConsoleAnnotator INSTANCE = new PackerConsoleAnnotator();

    @Override
    public ConsoleAnnotator<Object> annotate(Object context, MarkupText text) {
        String line = text.getText();
        if (MarkedLine.isPossible(line)) {
            PackerRunAction action = action(context);
            if (action != null) {
                MarkedLine.of(line, action.builderNames()).ifPresent(marked -> mark(text, marked));
            }
        }
        return this;
    }

    private static void mark(MarkupText text, MarkedLine line) {
        text.addMarkup(line.start(), line.end(), line.lineTag(), MarkedLine.CLOSING_TAG);
        text.addMarkup(line.start(), line.prefixEnd(), line.prefixTag(), MarkedLine.CLOSING_TAG);
    }

    /** A whole log belongs to a run, the log of a step to a node of a run's graph. */
    private static @Nullable PackerRunAction action(Object context) {
        Object owner = context instanceof FlowNode node ? run(node) : context;
        return owner instanceof Run<?, ?> run ? run.getAction(PackerRunAction.class) : null;
    }

    private static @Nullable Object run(FlowNode node) {
        try {
            return node.getExecution().getOwner().getExecutable();
        } catch (IOException e) {
            return null; // the run is being deleted: its log stays without colours
        }
    }

    private Object readResolve() throws ObjectStreamException {
        return INSTANCE;
    }
}
