package hudson;

/** Signature: jenkins-core. */
public abstract class AbstractMarkupText {}
