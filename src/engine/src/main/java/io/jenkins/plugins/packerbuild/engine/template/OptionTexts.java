package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;

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
        TemplateText parsed = parse(text, position, Evaluation.Moment.PREPARE);
        return context.interpolation().renderNow(parsed);
    }

    /**
     * One that is rendered later.
     *
     * @throws Complaint when its syntax is wrong
     */
    Deferred defer(String text, SourcePosition position) {
        TemplateText parsed = parse(text, position, Evaluation.Moment.RUN);
        return new DeferredText(parsed, "Text '" + text + "' of " + context.owner(), position);
    }

    private TemplateText parse(String text, SourcePosition position, Evaluation.Moment moment) {
        TemplateText parsed = context.interpolation().parse(text);
        for (Complaint doubt : context.interpolation().doubts(parsed, moment)) {
            context.problems().warn(doubt.at(position).about("A text of " + context.owner()));
        }
        return parsed;
    }
}
