package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import java.util.List;

/**
 * Who may use an image or a snapshot.
 *
 * @param users account numbers
 * @param groups {@code all}, or empty
 */
record Sharing(List<String> users, List<String> groups) {

    /** Copies its lists. */
    Sharing {
        users = List.copyOf(users);
        groups = List.copyOf(groups);
    }

    /** Whether nobody is added. */
    boolean isEmpty() {
        return users.isEmpty() && groups.isEmpty();
    }
}
