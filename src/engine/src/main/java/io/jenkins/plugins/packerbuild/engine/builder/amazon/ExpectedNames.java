package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The image names that the builders of a run will ask for, so that the first one can ask for all. Thread-safe. */
final class ExpectedNames {

    /** Guarded by this. */
    private final Set<String> names = new LinkedHashSet<>();

    synchronized void add(String name) {
        names.add(name);
    }

    /** All so far. */
    synchronized List<String> all() {
        return new ArrayList<>(names);
    }
}
