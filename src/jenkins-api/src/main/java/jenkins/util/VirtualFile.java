package jenkins.util;

import java.io.Serializable;

/** Signature: jenkins-core. */
public abstract class VirtualFile implements Comparable<VirtualFile>, Serializable {}
