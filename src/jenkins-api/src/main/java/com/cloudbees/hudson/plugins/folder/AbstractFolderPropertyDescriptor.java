package com.cloudbees.hudson.plugins.folder;

import hudson.model.Descriptor;

/** Signature: cloudbees-folder. */
public abstract class AbstractFolderPropertyDescriptor extends Descriptor<AbstractFolderProperty<?>> {}
