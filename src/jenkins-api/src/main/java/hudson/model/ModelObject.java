package hudson.model;

/** Signature: jenkins-core. */
public interface ModelObject {
    String getDisplayName();
}
