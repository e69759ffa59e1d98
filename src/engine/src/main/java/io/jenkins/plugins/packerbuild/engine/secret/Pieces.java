package io.jenkins.plugins.packerbuild.engine.secret;

import java.util.BitSet;

/**
 * Redacts texts of one source in order, where a very long line may have been cut in two pieces with a secret across the
 * cut. At the end of a long piece what may be the beginning of a secret is replaced as well, and at the beginning of the
 * next piece its end. Short texts are whole lines, and are left alone. Safe for use by several threads.
 */
public final class Pieces {

    /** No line shorter than this is ever cut. */
    static final int LONG = 1024;

    /** A beginning shorter than this is chance, and too little to be worth anything. */
    private static final int SHORTEST_BEGINNING = 3;

    private final Redactor redactor;

    /** The end of the last piece that may go on. Guarded by this. */
    private String pending = "";

    Pieces(Redactor redactor) {
        this.redactor = redactor;
    }

    /** The next text without secrets. */
    public synchronized String next(String text) {
        Automaton automaton = redactor.automaton();
        String joined = pending + text;
        BitSet found = automaton.find(joined);
        int from = pending.length();
        pending = "";
        if (text.length() >= LONG) {
            int unfinished = automaton.unfinished(joined);
            pending = joined.substring(joined.length() - unfinished);
            if (unfinished >= SHORTEST_BEGINNING) {
                found.set(joined.length() - unfinished, joined.length());
            }
        }
        return Redactor.replace(joined, from, found);
    }
}
