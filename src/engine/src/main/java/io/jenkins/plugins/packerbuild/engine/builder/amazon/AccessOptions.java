package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.builder.BuilderSettings;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Packer's options of access.
 *
 * @param cloud which account, region and endpoint
 * @param validateRegion unless {@code skip_region_validation}
 * @param validateCredentials unless {@code skip_credential_validation}
 * @param polling how often to look
 */
record AccessOptions(CloudKey cloud, boolean validateRegion, boolean validateCredentials, Polling polling) {

    static final String ENDPOINT = "custom_endpoint_ec2";
    private static final int PACKERS_RETRIES = 10;

    static AccessOptions read(Options options, BuilderSettings settings) {
        options.notYet(
                "shared_credentials_file",
                "decode_authorization_messages",
                "mfa_code",
                "assume_role",
                "vault_aws_engine");
        options.flag("skip_metadata_api_check");
        String endpoint = endpoint(options);
        CloudKey cloud = new CloudKey(
                LoginChoice.choose(options, settings, endpoint),
                region(options, settings),
                endpoint,
                new CloudKey.Line(options.flag("insecure_skip_tls_verify", false), retries(options)));
        return new AccessOptions(
                cloud,
                !options.flag("skip_region_validation", false),
                !options.flag("skip_credential_validation", false),
                Polling.read(options, settings));
    }

    private static int retries(Options options) {
        int retries = options.number("max_retries", PACKERS_RETRIES);
        return retries > 0 ? retries : PACKERS_RETRIES;
    }

    private static String region(Options options, BuilderSettings settings) {
        String region = options.text("region")
                .or(() -> settings.environment("AWS_REGION"))
                .or(() -> settings.environment("AWS_DEFAULT_REGION"))
                .orElse("");
        if (region.isEmpty()) {
            options.problem("region", "region must be specified.", "Add \"region\": \"us-east-1\", or set AWS_REGION.");
        } else if (!region.matches("[a-z0-9-]+")) {
            options.problem(
                    "region", "'" + region + "' is not the name of a region.", "Write one such as 'us-east-1'.");
        }
        return region;
    }

    private static String endpoint(Options options) {
        String endpoint = options.text(ENDPOINT, "").strip();
        if (!endpoint.isEmpty() && !isBaseUrl(endpoint)) {
            options.problem(
                    ENDPOINT,
                    "custom_endpoint_ec2 must be a URL, but is '" + endpoint + "'.",
                    "Write it with its scheme, as in 'https://ec2.example.com'.");
            return "";
        }
        return endpoint;
    }

    private static boolean isBaseUrl(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
