package io.jenkins.plugins.packerbuild.reaper;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a cleanup may run, the best place first: where the session ran, then on another agent, and on the controller
 * itself when there is nothing else.
 */
final class Places {

    private Places() {}

    /**
     * In order.
     *
     * @param own the session's agent
     * @param online names of agents that are online; the empty name is the controller's own node
     */
    static List<String> of(String own, List<String> online) {
        List<String> places = new ArrayList<>();
        if (online.contains(own)) {
            places.add(own);
        }
        online.stream().filter(name -> !name.isEmpty() && !name.equals(own)).forEach(places::add);
        if (online.contains("") && !own.isEmpty()) {
            places.add("");
        }
        return places;
    }
}
