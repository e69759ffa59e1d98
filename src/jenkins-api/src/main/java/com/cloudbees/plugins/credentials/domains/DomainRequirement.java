package com.cloudbees.plugins.credentials.domains;

import hudson.ExtensionPoint;
import java.io.Serializable;

/** Signature: credentials. */
public class DomainRequirement implements ExtensionPoint, Serializable {}
