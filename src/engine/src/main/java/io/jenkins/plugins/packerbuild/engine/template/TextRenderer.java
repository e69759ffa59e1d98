package io.jenkins.plugins.packerbuild.engine.template;

import java.util.Optional;

/** Renders the texts of one component's options. Safe for use by several threads. */
interface TextRenderer {

    /**
     * The rendered text.
     *
     * @throws Complaint when it cannot be rendered
     */
    String render(String text);

    /**
     * One that is rendered later.
     *
     * @throws Complaint when its syntax is wrong
     */
    Deferred defer(String text);

    /** The name of the user variable, when the text is nothing but a call of it. */
    Optional<String> variable(String text);

    /** Takes every text as it is. */
    TextRenderer LITERAL = new TextRenderer() {
        @Override
        public String render(String text) {
            return text;
        }

        @Override
        public Deferred defer(String text) {
            return Deferred.constant(text);
        }

        @Override
        public Optional<String> variable(String text) {
            return Optional.empty();
        }
    };
}
