package jenkins;

/** Signature: jenkins-core. */
public enum YesNoMaybe {
    YES,
    NO,
    MAYBE;
}
