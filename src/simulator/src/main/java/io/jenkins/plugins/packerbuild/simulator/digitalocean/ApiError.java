package io.jenkins.plugins.packerbuild.simulator.digitalocean;

/** A refusal in DigitalOcean's words. */
final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String id;

    private ApiError(int status, String id, String message) {
        super(message);
        this.status = status;
        this.id = id;
    }

    static ApiError unauthorized() {
        return new ApiError(401, "unauthorized", "Unable to authenticate you.");
    }

    static ApiError forbidden() {
        return new ApiError(403, "forbidden", "You are not authorized to perform this operation.");
    }

    static ApiError notFound() {
        return new ApiError(404, "not_found", "The resource you were accessing could not be found.");
    }

    static ApiError badRequest(String message) {
        return new ApiError(400, "bad_request", message);
    }

    static ApiError unprocessable(String message) {
        return new ApiError(422, "unprocessable_entity", message);
    }

    static ApiError tooManyRequests() {
        return new ApiError(429, "too_many_requests", "API Rate limit exceeded.");
    }

    static ApiError serverError() {
        return new ApiError(500, "server_error", "Unexpected server-side error");
    }

    int status() {
        return status;
    }

    String id() {
        return id;
    }
}
