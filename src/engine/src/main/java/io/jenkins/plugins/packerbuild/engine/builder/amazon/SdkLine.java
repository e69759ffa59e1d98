package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.AttributeMap;

/** The AWS SDK's clients for one account, region and endpoint. It never tries again by itself: {@link Attempts} does. */
final class SdkLine implements Ec2Line {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

    private final SdkHttpClient http;
    private final Ec2Client ec2;
    private final StsClient sts;
    private final Attempts attempts;

    private SdkLine(CloudKey key, Attempts attempts, List<ExecutionInterceptor> interceptors) {
        this.attempts = attempts;
        http = http(key.line().insecure());
        AwsCredentialsProvider credentials = credentials(key.login());
        ec2 = prepare(Ec2Client.builder().httpClient(http), key, credentials)
                .overrideConfiguration(config -> configure(config, interceptors))
                .build();
        sts = prepare(StsClient.builder().httpClient(http), key, credentials)
                .overrideConfiguration(config -> configure(config, List.of()))
                .build();
    }

    /** Makes the clients; asks nobody yet. */
    static Ec2Line open(CloudKey key, Attempts attempts) {
        return open(key, attempts, List.of());
    }

    /** With something that changes EC2 requests on their way, for peers that do not know all of them. */
    static Ec2Line open(CloudKey key, Attempts attempts, List<ExecutionInterceptor> interceptors) {
        return new SdkLine(key, attempts, interceptors);
    }

    private static void configure(ClientOverrideConfiguration.Builder config, List<ExecutionInterceptor> interceptors) {
        config.retryStrategy(AwsRetryStrategy.doNotRetry()).executionInterceptors(interceptors);
    }

    private static SdkHttpClient http(boolean insecure) {
        AttributeMap options = AttributeMap.builder()
                .put(SdkHttpConfigurationOption.CONNECTION_TIMEOUT, CONNECT_TIMEOUT)
                .put(SdkHttpConfigurationOption.READ_TIMEOUT, ANSWER_TIMEOUT)
                .put(SdkHttpConfigurationOption.TRUST_ALL_CERTIFICATES, insecure)
                .build();
        return UrlConnectionHttpClient.builder().buildWithDefaults(options);
    }

    private static <B extends AwsClientBuilder<B, ?>> B prepare(
            B builder, CloudKey key, AwsCredentialsProvider credentials) {
        builder.region(Region.of(key.region())).credentialsProvider(credentials);
        return key.endpoint().isEmpty() ? builder : builder.endpointOverride(URI.create(key.endpoint()));
    }

    private static AwsCredentialsProvider credentials(AwsLogin login) {
        if (login instanceof AwsLogin.Keys keys) {
            return StaticCredentialsProvider.create(credentials(keys));
        }
        return ((AwsLogin.Chain) login)
                .profile()
                .<AwsCredentialsProvider>map(ProfileCredentialsProvider::create)
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    private static AwsCredentials credentials(AwsLogin.Keys keys) {
        String access = keys.accessKey().reveal();
        String secret = keys.secretKey().reveal();
        return keys.token()
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(access, secret, token.reveal()))
                .orElseGet(() -> AwsBasicCredentials.create(access, secret));
    }

    @Override
    public Ec2 within(Cancellation cancellation) {
        return new SdkEc2(ec2, sts, new SdkCalls(attempts, cancellation));
    }

    @Override
    public void close() {
        ec2.close();
        sts.close();
        http.close();
    }
}
