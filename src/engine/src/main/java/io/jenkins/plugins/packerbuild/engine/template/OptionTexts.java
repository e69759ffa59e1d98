package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;
import io.jenkins.plugins.packerbuild.engine.template.action.ActionData;
import io.jenkins.plugins.packerbuild.engine.template.action.ActionText;

/**
 * Renders the texts of one component's options, now or later, and warns of what renders as nothing.
 *
 * @param context whose texts they are
 */
record OptionTexts(ComponentOptions.Context context) {

    /**
     * The rendered text.
     *
     * @throws Complaint when it cannot be rendered
     */
    String render(String text, SourcePosition position) {
        ActionText parsed = parse(text, position, ActionData.Kind.NONE);
        return context.interpolation().renderNow(parsed);
    }

    /**
     * One that is rendered later.
     *
     * @throws Complaint when its syntax is wrong
     */
    Deferred defer(String text, SourcePosition position) {
        ActionText parsed = parse(text, position, ActionData.Kind.OPEN);
        context.interpolation().checkBuildData(parsed);
        return new DeferredText(parsed, context.interpolation(), "Text '" + text + "' of " + context.owner(), position);
    }

    private ActionText parse(String text, SourcePosition position, ActionData.Kind kind) {
        ActionText parsed = context.interpolation().parse(text);
        for (Complaint doubt : context.interpolation().doubts(parsed, kind)) {
            context.problems().warn(doubt.at(position).about("A text of " + context.owner()));
        }
        return parsed;
    }
}
