package hudson.model;

import java.io.Serializable;

/** Signature: jenkins-core. */
public abstract class Slave extends Node implements Serializable {}
