package io.jenkins.plugins.packerbuild.documents;

import java.util.Set;
import java.util.TreeSet;

/**
 * A call in a Groovy text, as in {@code packerBuild template: 'example.json'}.
 *
 * @param place file and line
 * @param method its name
 * @param named the names of its arguments, also where they are calls in a closure, as in Job DSL
 * @param unnamed how many arguments have no name
 */
record Call(String place, String method, Set<String> named, int unnamed) {
    Call {
        named = new TreeSet<>(named);
    }

    @Override
    public String toString() {
        return place + ": " + method + " " + named + (unnamed == 0 ? "" : " and " + unnamed + " without a name");
    }
}
