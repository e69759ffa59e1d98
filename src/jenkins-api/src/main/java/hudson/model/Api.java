package hudson.model;

/** Signature: jenkins-core. */
public class Api extends AbstractModelObject {
    public Api(Object bean) {}
}
