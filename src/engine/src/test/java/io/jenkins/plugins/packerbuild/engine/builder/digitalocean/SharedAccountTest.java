package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.ledger.MemoryLedger;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the builds of one run share. */
class SharedAccountTest {

    private static final TagNames TAGS = TagNames.of(DigitalOceanBench.RUN);

    private final DigitalOceanBench bench = new DigitalOceanBench();
    private final Endpoint endpoint = new Endpoint(bench.cloud);
    private final DigitalOcean api = new DigitalOcean(
            endpoint,
            RetryOptions.USUAL,
            new DigitalOcean.Surroundings("digitalocean nyc3", bench.clock, new Cancellation()));
    private final MemoryLedger ledger = bench.ledger;
    private final Books books = new Books(
            ledger,
            "web",
            new io.jenkins.plugins.packerbuild.engine.event.Resource.Place("digitalocean", "", "nyc3", "", "x"),
            TAGS.run());

    @Test
    void oneListingServesAllWhoWait() {
        RunDroplets droplets = new RunDroplets(TAGS.run());

        for (int builder = 0; builder < 64; builder++) {
            assertThat(droplets.since(Duration.ZERO, api)).isPresent();
        }

        assertThat(bench.cloud.calls()).containsExactly("GET /v2/droplets");
    }

    @Test
    void aListingFromBeforeTheWaitDoesNotCount() {
        RunDroplets droplets = new RunDroplets(TAGS.run());
        assertThat(droplets.since(Duration.ZERO, api)).isPresent();
        bench.clock.sleep(Duration.ofSeconds(1), new Cancellation());

        assertThat(droplets.since(bench.clock.uptime(), api)).isPresent();

        assertThat(bench.cloud.calls()).hasSize(2);
    }

    @Test
    void theLastOneOutDeletesTheTags() {
        bench.cloud.tags.add(TAGS.run());
        bench.cloud.tags.add(TAGS.expires());
        RunTags tags = new RunTags(TAGS);
        tags.enter();
        tags.enter();

        leave(tags);
        assertThat(bench.cloud.tags).hasSize(2);
        leave(tags);

        assertThat(bench.cloud.tags).isEmpty();
        assertThat(ledger.open()).isEmpty();
    }

    @Test
    void theTagOfTheExpiryStaysOnTheDropletOfAnotherRunThatBeganInTheSameSecond() {
        bench.cloud.tags.add(TAGS.run());
        api.createDroplet(
                Map.of("name", "other", "tags", List.of("packer-build-run:other", TAGS.expires())), Optional::empty);
        RunTags tags = new RunTags(TAGS);
        tags.enter();

        leave(tags);

        assertThat(bench.cloud.tags).contains(TAGS.expires()).doesNotContain(TAGS.run());
        assertThat(ledger.open()).isEmpty();
    }

    @Test
    void theTagOfTheExpiryGoesAlthoughADeletedDropletOfTheRunIsStillListed() {
        api.createDroplet(Map.of("name", "own", "tags", List.of(TAGS.run(), TAGS.expires())), Optional::empty);
        RunTags tags = new RunTags(TAGS);
        tags.enter();

        leave(tags);

        assertThat(bench.cloud.tags).isEmpty();
    }

    @Test
    void theTagOfTheRunStaysForAFinishedSnapshot() {
        bench.cloud.tags.add(TAGS.run());
        bench.cloud.tags.add(TAGS.expires());
        RunTags tags = new RunTags(TAGS);
        tags.enter();
        tags.keepForImage();

        leave(tags);

        assertThat(bench.cloud.tags).containsExactly(TAGS.run());
        assertThat(ledger.open()).isEmpty();
    }

    @Test
    void aFullRateBudgetHoldsEveryone() {
        long reset = bench.clock.now().getEpochSecond() + 20;
        bench.cloud.refuse(
                "GET /v2/regions",
                429,
                java.util.Map.of("ratelimit-remaining", "0", "ratelimit-reset", "" + reset),
                FakeDigitalOcean.object("message", "slow down"));

        assertThat(api.regions()).contains("nyc3");

        assertThat(bench.clock.uptime()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void anEndpointThatNeverAnswersIsGivenUpSoon() {
        for (int i = 0; i < 3; i++) {
            bench.cloud.drop("GET /v2/regions");
        }

        org.assertj.core.api.Assertions.assertThatThrownBy(api::regions)
                .hasMessageContaining("Could not list regions in digitalocean nyc3: no answer")
                .hasMessageContaining("attempt 3 of 3");
        assertThat(bench.clock.uptime()).isEqualTo(Duration.ofSeconds(3));
    }

    private void leave(RunTags tags) {
        Owned run = books.announce(Leftover.Kind.TAG, TAGS.run());
        Owned expires = books.announce(Leftover.Kind.TAG, TAGS.expires());
        tags.leave(run, expires, api);
    }
}
