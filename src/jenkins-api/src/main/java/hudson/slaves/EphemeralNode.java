package hudson.slaves;

import hudson.model.Node;

/** Signature: jenkins-core. */
public interface EphemeralNode {

    Node asNode();
}
