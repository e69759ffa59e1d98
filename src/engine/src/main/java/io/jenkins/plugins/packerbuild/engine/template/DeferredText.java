package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;
import io.jenkins.plugins.packerbuild.engine.template.action.ActionData;
import io.jenkins.plugins.packerbuild.engine.template.action.ActionText;
import java.util.Map;
import java.util.Set;

/**
 * A parsed text of a template that waits for its data.
 *
 * @param text what is rendered
 * @param interpolation renders it
 * @param subject what a problem's sentence begins with
 * @param position where it stands
 */
record DeferredText(ActionText text, Interpolation interpolation, String subject, SourcePosition position)
        implements Deferred {

    @Override
    public String render(Map<String, ?> data) {
        return render(ActionData.of(data));
    }

    @Override
    public String renderOnly(Map<String, ?> data) {
        return render(ActionData.closed(data));
    }

    private String render(ActionData data) {
        try {
            return interpolation.renderToTheEnd(text, data);
        } catch (Complaint e) {
            throw new BuildException(e.about(subject, position));
        }
    }

    @Override
    public Set<String> fields() {
        return text.fields();
    }
}
