package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.builder.BuilderSettings;
import io.jenkins.plugins.packerbuild.engine.builder.GivenCredential;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.secret.SecretSource;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Who asks where.
 *
 * @param apiUrl {@code api_url}, else DIGITALOCEAN_API_URL; empty for DigitalOcean's own
 * @param token {@code api_token}, else the environment, else the given credential
 * @param source where the token came from
 */
record AccessOptions(String apiUrl, Secret token, SecretSource source) {

    static final String API_TOKEN = "api_token";

    private static final List<String> TOKEN_VARIABLES =
            List.of("DIGITALOCEAN_TOKEN", "DIGITALOCEAN_ACCESS_TOKEN", "DIGITALOCEAN_API_TOKEN");

    static AccessOptions read(Options options, BuilderSettings settings) {
        String apiUrl = apiUrl(options, settings);
        Optional<String> own = options.text(API_TOKEN);
        if (own.isPresent()) {
            return new AccessOptions(apiUrl, Secret.of(own.get()), new SecretSource(options.origin(API_TOKEN)));
        }
        for (String variable : TOKEN_VARIABLES) {
            Optional<String> value = settings.environment(variable);
            if (value.isPresent()) {
                return new AccessOptions(apiUrl, Secret.of(value.get()), SecretSource.environment(variable));
            }
        }
        return given(options, settings, apiUrl);
    }

    /** The ledger's form: which option, and where its value came from. */
    String credentialSource() {
        return API_TOKEN + "=" + source.name();
    }

    private static AccessOptions given(Options options, BuilderSettings settings, String apiUrl) {
        Optional<GivenCredential> credential = settings.credentialWith(API_TOKEN);
        Optional<Secret> token = credential.flatMap(given -> given.field(API_TOKEN));
        if (credential.isEmpty() || token.isEmpty()) {
            if (!options.has(RetiredOptions.API_KEY)) {
                options.problem(
                        API_TOKEN,
                        "api_token for auth must be specified.",
                        "Set 'api_token', or the environment variable DIGITALOCEAN_TOKEN.");
            }
            return new AccessOptions(apiUrl, Secret.of(""), SecretSource.TEMPLATE);
        }
        if (!apiUrl.isEmpty() && !credential.get().allowedAt(apiUrl)) {
            options.problem(
                    "api_url",
                    "The " + credential.get().source() + " must not be sent to '" + apiUrl + "'.",
                    "Allow that endpoint where the credential is given, or remove 'api_url'.");
        }
        return new AccessOptions(apiUrl, token.get(), credential.get().source());
    }

    private static String apiUrl(Options options, BuilderSettings settings) {
        Optional<String> own = options.text("api_url");
        String url = own.or(() -> settings.environment("DIGITALOCEAN_API_URL")).orElse("");
        if (url.isEmpty() || isHttp(url)) {
            warnOfClearText(options, url);
            return url;
        }
        String where = own.isPresent() ? "Option 'api_url'" : "The environment variable DIGITALOCEAN_API_URL";
        options.problem(
                "api_url",
                where + " is '" + url + "', which is no http or https address.",
                "Give one such as 'https://api.digitalocean.com', or leave it out.");
        return "";
    }

    private static boolean isHttp(String url) {
        try {
            URI uri = URI.create(url.strip());
            boolean known = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return known && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void warnOfClearText(Options options, String url) {
        if (url.startsWith("http:") && !isThisMachine(URI.create(url.strip()).getHost())) {
            options.warn("api_url", "The token goes to '" + url + "' without encryption.", "Use an https address.");
        }
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
