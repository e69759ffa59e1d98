package io.jenkins.plugins.packerbuild.benchmarks;

/**
 * How many builders of each kind a template has.
 *
 * @param amazon of type amazon-ebs
 * @param digitalOcean of type digitalocean
 */
record Scenario(int amazon, int digitalOcean) {

    /** The two kinds in turn, beginning with amazon. */
    static Scenario ofBuilders(int builders) {
        return new Scenario((builders + 1) / 2, builders / 2);
    }

    int builders() {
        return amazon + digitalOcean;
    }
}
