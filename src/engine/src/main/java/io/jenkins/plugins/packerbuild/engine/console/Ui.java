package io.jenkins.plugins.packerbuild.engine.console;

import io.jenkins.plugins.packerbuild.engine.event.Voice;

/** Where the lines of a run go; two ways to write them are its implementations. */
interface Ui {

    /** No colour: for what concerns the whole run. */
    int PLAIN = -1;

    /**
     * One block of lines.
     *
     * @param colour the build's place in the order of names, from 0, or {@link #PLAIN}
     */
    void line(Voice voice, int colour, String text);

    /** What only people are told: which build has which colour. */
    void legend(int colour, String text);

    /** What only programs are told. */
    void fact(String target, String type, String... data);
}
