package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import io.jenkins.plugins.packerbuild.engine.time.VirtualClock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every transport promises; run against the fake, and against HTTP with the fake behind it. */
abstract class TransportContract {

    final FakeDigitalOcean cloud = new FakeDigitalOcean(new VirtualClock());
    final Cancellation cancellation = new Cancellation();

    /** A way to the fake. */
    abstract Transport transport();

    @Test
    void bringsABodyAndItsAnswer() {
        ApiReply reply = transport()
                .send(ApiRequest.post("/v2/account/keys", "{\"name\":\"k\",\"public_key\":\"p\"}"), cancellation);

        assertThat(reply.isSuccess()).isTrue();
        assertThat(ApiJson.key(reply).name()).isEqualTo("k");
        assertThat(cloud.left()).containsExactly("key k");
    }

    @Test
    void bringsTheQueryAndTheHeadersInLowerCase() {
        ApiReply reply =
                transport().send(ApiRequest.get("/v2/droplets?tag_name=a:b&page=1&per_page=200"), cancellation);

        assertThat(cloud.requests.get(0).path()).isEqualTo("/v2/droplets?tag_name=a:b&page=1&per_page=200");
        assertThat(reply.seconds("ratelimit-remaining")).contains(4999L);
    }

    @Test
    void bringsADeletionWithAndWithoutABody() {
        cloud.tags.add("keep");
        ApiRequest untag = new ApiRequest("DELETE", "/v2/tags/keep/resources", "{\"resources\":[]}");

        assertThat(transport().send(untag, cancellation).status()).isEqualTo(404);
        assertThat(transport()
                        .send(ApiRequest.delete("/v2/tags/keep"), cancellation)
                        .status())
                .isEqualTo(204);
        assertThat(cloud.requests.get(0).body()).isEqualTo("{\"resources\":[]}");
    }

    @Test
    void bringsARefusalAsAnAnswer() {
        cloud.refuse("GET", 429, Map.of("retry-after", "3"), FakeDigitalOcean.object("message", "slow down"));

        ApiReply reply = transport().send(ApiRequest.get("/v2/regions"), cancellation);

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.seconds("retry-after")).contains(3L);
        assertThat(ApiJson.failure(reply).words()).isEqualTo("slow down");
    }

    @Test
    void saysThatAnAnswerWasLost() {
        cloud.loseAnswer("POST");

        assertThatThrownBy(
                        () -> transport().send(ApiRequest.post("/v2/account/keys", "{\"name\":\"k\"}"), cancellation))
                .isInstanceOfSatisfying(ApiFailure.class, failure -> {
                    assertThat(failure.mayPass()).isTrue();
                    assertThat(failure.mayHaveHappened()).isTrue();
                });
        assertThat(cloud.left()).containsExactly("key k");
    }

    @Test
    void readsNothingOnceCancelled() {
        cancellation.cancel("received SIGTERM");

        assertThatThrownBy(() -> transport().send(ApiRequest.get("/v2/regions"), cancellation))
                .isInstanceOf(CancelledException.class);
        assertThat(cloud.requests).isEmpty();
    }
}
