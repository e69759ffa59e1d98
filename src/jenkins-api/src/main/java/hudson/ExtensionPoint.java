package hudson;

/** Signature: jenkins-core. */
public interface ExtensionPoint {}
