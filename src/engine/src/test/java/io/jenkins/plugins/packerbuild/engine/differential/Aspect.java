package io.jenkins.plugins.packerbuild.engine.differential;

import java.util.Locale;

/** In what two answers can differ. */
enum Aspect {
    /** The exit code of a run. */
    EXIT("the exit code"),
    /** The machine-readable records of a run, diagnostics aside. */
    RECORDS("the machine-readable output"),
    /** What a run prints for people, diagnostics aside. */
    TEXT("the printed text"),
    /** Something is wrong, says Packer, and ours does not. */
    PROBLEMS("the problems that are found"),
    /** The files that a case leaves behind. */
    FILES("the files that are made"),
    /** Something is wrong, says ours, and Packer does not. That is a difference only where a case says so. */
    MORE("problems that only ours finds"),
    /** What no comparison of two runs shows, as calls of a cloud; a folder without commands says it. */
    ELSEWHERE("what cannot be compared here; other tests hold it");

    private final String words;

    Aspect(String words) {
        this.words = words;
    }

    static Aspect parse(String name) {
        return valueOf(name.trim().toUpperCase(Locale.ROOT));
    }

    /** For users. */
    String words() {
        return words;
    }
}
