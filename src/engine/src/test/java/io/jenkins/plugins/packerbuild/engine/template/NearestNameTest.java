package io.jenkins.plugins.packerbuild.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {

    @Test
    void countsInsertionsDeletionsAndSubstitutions() {
        assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(NearestName.distance("", "abc")).isEqualTo(3);
        assertThat(NearestName.distance("Region", "region")).isZero();
    }

    @Test
    void findsTheNearestNameWhenItIsNearEnough() {
        List<String> known = List.of("region", "regions", "ami_name");

        assertThat(NearestName.of("regoin", known)).contains("region");
        assertThat(NearestName.of("aminame", known)).contains("ami_name");
        assertThat(NearestName.of("instance", known)).isEmpty();
        assertThat(NearestName.of("x".repeat(10_000), known)).isEmpty();
    }
}
