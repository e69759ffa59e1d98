package hudson.model;

import org.kohsuke.stapler.HttpResponse;

/** Signature: jenkins-core. */
public class Failure extends RuntimeException implements HttpResponse {
    public Failure(String message) {}
}
