package io.jenkins.plugins.packerbuild.engine.template.action;

/** What is not there: Go's nil, and the value of a name that nobody has. */
enum Nil {
    /** The only one. */
    NIL
}
