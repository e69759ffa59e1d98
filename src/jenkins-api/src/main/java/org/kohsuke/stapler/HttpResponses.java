package org.kohsuke.stapler;

/** Signature: stapler. */
public class HttpResponses {
    /** Signature: stapler. */
    public abstract static class HttpResponseException extends RuntimeException implements HttpResponse {}

    public static HttpResponseException notFound() {
        throw new UnsupportedOperationException();
    }

    public static HttpResponse redirectToDot() {
        throw new UnsupportedOperationException();
    }

    public static HttpResponse text(String text) {
        throw new UnsupportedOperationException();
    }

    public static HttpResponseException redirectViaContextPath(String relative) {
        throw new UnsupportedOperationException();
    }
}
