package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;

/**
 * The real thing. Follows no redirect, because the token must not go to another host; repeats nothing by itself, because
 * only {@link Attempts} knows what may be sent twice.
 */
final class OkHttpTransport implements Transport {

    private static final String OWN_ENDPOINT = "https://api.digitalocean.com";
    private static final MediaType JSON = MediaType.get("application/json");
    private static final long LONGEST_ANSWER_BYTES = 16L << 20;
    private static final int IDLE_CONNECTIONS = 8;

    private final String base;
    private final Secret token;
    private final OkHttpClient client;

    /**
     * To an endpoint.
     *
     * @param baseUrl as in {@code http://127.0.0.1:18081}, checked before; empty for DigitalOcean's own
     */
    OkHttpTransport(String baseUrl, Secret token) {
        String url = baseUrl.isEmpty() ? OWN_ENDPOINT : baseUrl;
        this.base = url.replaceAll("/+$", "");
        this.token = token;
        this.client = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 30, TimeUnit.SECONDS))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectTimeout(Duration.ofSeconds(15))
                .readTimeout(Duration.ofSeconds(30))
                .callTimeout(Duration.ofSeconds(60))
                .build();
    }

    @Override
    public ApiReply send(ApiRequest request, Cancellation cancellation) {
        boolean reading = request.method().equals("GET");
        if (reading) {
            cancellation.throwIfCancelled();
        }
        Call call = client.newCall(request(request));
        try (Cancellation.Registration ignored = cancellation.onCancel(reading ? call::cancel : () -> {});
                Response response = call.execute()) {
            return reply(response);
        } catch (IOException e) {
            if (reading) {
                cancellation.throwIfCancelled();
            }
            throw failure(e);
        }
    }

    private Request request(ApiRequest request) {
        RequestBody body = request.body().isEmpty() ? null : RequestBody.create(request.body(), JSON);
        return new Request.Builder()
                .url(base + request.path())
                .header("Authorization", "Bearer " + token.reveal())
                .header("Accept", "application/json")
                .header("User-Agent", "packer-build")
                .method(request.method(), body)
                .build();
    }

    private static ApiReply reply(Response response) throws IOException {
        Map<String, String> headers = new HashMap<>();
        Headers received = response.headers();
        received.names().forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), "" + received.get(name)));
        try (ResponseBody body = response.body()) {
            return new ApiReply(response.code(), headers, text(body.source()));
        }
    }

    private static String text(BufferedSource source) throws IOException {
        if (source.request(LONGEST_ANSWER_BYTES + 1)) {
            throw new IOException("the answer is longer than " + LONGEST_ANSWER_BYTES + " bytes");
        }
        Buffer buffer = source.getBuffer();
        return buffer.readUtf8();
    }

    private ApiFailure failure(IOException e) {
        String words = "no answer from " + base + ": " + words(e);
        if (e instanceof SSLException) {
            return ApiFailure.hopeless(words, e);
        }
        boolean unsent = e instanceof ConnectException
                || e instanceof NoRouteToHostException
                || e instanceof UnknownHostException;
        return unsent ? ApiFailure.unsent(words, e) : ApiFailure.lost(words, e);
    }

    private static String words(IOException e) {
        if (e instanceof UnknownHostException) {
            return "its host name is unknown";
        }
        String message = e.getMessage();
        return message == null || message.isEmpty() ? e.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }
}
