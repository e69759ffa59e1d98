package org.kohsuke.stapler;

/** Signature: stapler. */
public class HttpResponses {
    /** Signature: stapler. */
    public abstract static class HttpResponseException extends RuntimeException implements HttpResponse {}

    public static HttpResponseException redirectViaContextPath(String relative) {
        throw new UnsupportedOperationException();
    }
}
