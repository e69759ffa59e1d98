package hudson.console;

import hudson.ExtensionPoint;
import hudson.model.Descriptor;

/** Signature: jenkins-core. */
public abstract class ConsoleAnnotationDescriptor extends Descriptor<ConsoleNote<?>> implements ExtensionPoint {
    protected ConsoleAnnotationDescriptor(Class<? extends ConsoleNote<?>> clazz) {}

    protected ConsoleAnnotationDescriptor() {}
}
