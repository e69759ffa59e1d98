package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

/**
 * One request to DigitalOcean's API.
 *
 * @param method as in {@code POST}
 * @param path with its query, as in {@code /v2/droplets?page=1}
 * @param body JSON; empty for none
 */
record ApiRequest(String method, String path, String body) {

    static ApiRequest get(String path) {
        return new ApiRequest("GET", path, "");
    }

    static ApiRequest delete(String path) {
        return new ApiRequest("DELETE", path, "");
    }

    static ApiRequest post(String path, String body) {
        return new ApiRequest("POST", path, body);
    }
}
