package hudson.model.queue;

/** Signature: jenkins-core. */
public interface SubTask {}
