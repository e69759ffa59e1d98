package io.jenkins.plugins.packerbuild.simulator.ec2;

/** One action of a service: carries it out, under the cloud's lock, and writes what stands inside its answer. */
@FunctionalInterface
interface Ec2Action {

    /** @throws Ec2Error if AWS would refuse */
    void run(Ec2Call call, Xml xml);
}
