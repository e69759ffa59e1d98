package io.jenkins.plugins.packerbuild.engine.template;

import java.util.Map;

/**
 * What an action is evaluated with.
 *
 * @param data what the dot holds
 * @param moment when it is
 * @param depth how many texts are being rendered inside of one another
 */
record Evaluation(Map<String, ?> data, Moment moment, int depth) {

    /** More texts inside of one another are refused. */
    static final int DEEPEST = 50;

    /** When a text is rendered. */
    enum Moment {
        /** While the template is checked: nothing is known of the machine. */
        PREPARE,
        /** While the build runs. */
        RUN
    }

    /** While the template is checked. */
    static Evaluation prepare() {
        return new Evaluation(Map.of(), Moment.PREPARE, 0);
    }

    /** While the build runs. */
    static Evaluation run(Map<String, ?> data) {
        return new Evaluation(data, Moment.RUN, 0);
    }

    /** Complains when the dot has no such name although everything is known that ever will be. */
    void requireName(String name) {
        if (moment == Moment.RUN && !data.containsKey(name)) {
            throw Complaint.rendering(
                    "{{." + name + "}} has no value here", NearestName.cure(name, data.keySet(), "Remove it."));
        }
    }

    /** The same for a text inside of a text. */
    Evaluation inside() {
        if (depth >= DEEPEST) {
            throw Complaint.rendering("texts refer to one another more than " + DEEPEST + " levels deep", null);
        }
        return new Evaluation(data, moment, depth + 1);
    }
}
