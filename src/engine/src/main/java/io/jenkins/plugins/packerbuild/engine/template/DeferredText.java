package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;
import java.util.Map;
import java.util.Set;

/**
 * A parsed text of a template that waits for its data.
 *
 * @param text what is rendered
 * @param subject what a problem's sentence begins with
 * @param position where it stands
 */
record DeferredText(TemplateText text, String subject, SourcePosition position) implements Deferred {

    @Override
    public String render(Map<String, ?> data) {
        try {
            return text.render(Evaluation.run(data));
        } catch (Complaint e) {
            throw new BuildException(e.at(position).about(subject));
        }
    }

    @Override
    public Set<String> fields() {
        return text.fields();
    }
}
