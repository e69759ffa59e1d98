package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.packerbuild.engine.lookup.RemoteStore;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.template.RemoteValues;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * AWS Secrets Manager: one signed call, without its client, which would be another library. Credentials and region come
 * from the environment, then from wherever the SDK looks for them. {@code AWS_ENDPOINT_URL_SECRETS_MANAGER} or
 * {@code AWS_ENDPOINT_URL} replaces the service's own address.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html">GetSecretValue</a>
 */
public final class SecretsManager implements RemoteStore {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Map<String, String> environment;
    private final ObjectMapper mapper = new ObjectMapper();

    /** With the process environment. */
    public SecretsManager(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Secret read(String name, Optional<String> key) {
        if (name.isEmpty()) {
            throw new RemoteValues.Unavailable("At least one secret name must be provided", "Write its name or ARN.");
        }
        JsonNode answer = ask(name);
        JsonNode text = answer.path("SecretString");
        if (!text.isTextual()) {
            throw new RemoteValues.Unavailable(
                    "Secret is not string: '" + name + "' is binary",
                    "Store it as text, or as pairs of keys and values.");
        }
        return new SecretText(name, text.asText()).value(key);
    }

    private JsonNode ask(String name) {
        try (SdkHttpClient http = UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT_LIMIT)
                .socketTimeout(LIMIT)
                .build()) {
            HttpExecuteResponse response = send(http, name);
            byte[] body = response.responseBody().isPresent()
                    ? response.responseBody().get().readAllBytes()
                    : new byte[0];
            JsonNode json = mapper.readTree(body);
            if (response.httpResponse().isSuccessful()) {
                return json;
            }
            throw refusal(name, json, response.httpResponse().statusCode());
        } catch (SdkException e) {
            throw new RemoteValues.Unavailable(
                    "secret '" + name + "' cannot be asked for: " + e.getMessage(),
                    "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, and AWS_REGION.");
        } catch (JsonProcessingException e) {
            throw new RemoteValues.Unavailable(
                    "the answer for secret '" + name + "' is no JSON", "Check AWS_ENDPOINT_URL, if it is set.");
        } catch (IOException e) {
            throw new RemoteValues.Unavailable(
                    "AWS Secrets Manager at " + endpoint(region()) + " does not answer: " + e.getMessage(),
                    "Check AWS_REGION and the network.");
        }
    }

    private HttpExecuteResponse send(SdkHttpClient http, String name) throws IOException {
        Region region = region();
        String question = mapper.writeValueAsString(Map.of("SecretId", name, "VersionStage", "AWSCURRENT"));
        ContentStreamProvider body = ContentStreamProvider.fromUtf8String(question);
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint(region))
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", "secretsmanager.GetSecretValue")
                .build();
        SignedRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(credentials())
                        .request(request)
                        .payload(body)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "secretsmanager")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()));
        return http.prepareRequest(HttpExecuteRequest.builder()
                        .request(signed.request())
                        .contentStreamProvider(signed.payload().orElse(body))
                        .build())
                .call();
    }

    private Region region() {
        return setting("AWS_REGION")
                .or(() -> setting("AWS_DEFAULT_REGION"))
                .map(Region::of)
                .orElseGet(() -> DefaultAwsRegionProviderChain.builder().build().getRegion());
    }

    private URI endpoint(Region region) {
        String own = "https://secretsmanager." + region.id() + "."
                + region.metadata().partition().dnsSuffix();
        String address = setting("AWS_ENDPOINT_URL_SECRETS_MANAGER")
                .or(() -> setting("AWS_ENDPOINT_URL"))
                .orElse(own);
        try {
            return URI.create(address.endsWith("/") ? address : address + "/");
        } catch (IllegalArgumentException e) {
            throw new RemoteValues.Unavailable("'" + address + "' in AWS_ENDPOINT_URL is no address", "Correct it.");
        }
    }

    private AwsCredentials credentials() {
        Optional<String> access = setting("AWS_ACCESS_KEY_ID");
        Optional<String> secret = setting("AWS_SECRET_ACCESS_KEY");
        if (access.isEmpty() || secret.isEmpty()) {
            try (DefaultCredentialsProvider chain =
                    DefaultCredentialsProvider.builder().build()) {
                return chain.resolveCredentials();
            }
        }
        return setting("AWS_SESSION_TOKEN")
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(access.get(), secret.get(), token))
                .orElseGet(() -> AwsBasicCredentials.create(access.get(), secret.get()));
    }

    private Optional<String> setting(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isEmpty());
    }

    private static RemoteValues.Unavailable refusal(String name, JsonNode answer, int status) {
        String type = answer.path("__type").asText("").replaceFirst("^.*#", "");
        String message = answer.path("message").asText(answer.path("Message").asText(""));
        boolean missing = type.equals("ResourceNotFoundException");
        return new RemoteValues.Unavailable(
                "secret '" + name + "': " + (type.isEmpty() ? "code " + status : type) + ": " + message,
                missing
                        ? "Check its name and AWS_REGION."
                        : "Check the AWS credentials, and that they may call secretsmanager:GetSecretValue.");
    }
}
