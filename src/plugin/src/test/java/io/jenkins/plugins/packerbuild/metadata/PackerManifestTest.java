package io.jenkins.plugins.packerbuild.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.session.SessionReport;
import io.jenkins.plugins.packerbuild.session.SessionReport.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackerManifestTest {

    @Test
    void isWhatPackerWrites() throws IOException {
        SessionReport files = Reports.of(
                "4a",
                List.of(Reports.builder(0, "doc", "file", Status.SUCCEEDED, "")),
                List.of(Reports.file("doc", "out/a.txt")));
        List<PackerManifest.Build> builds = new ArrayList<>();
        builds.addAll(PackerManifest.builds(
                Reports.mixed(), Map.of("amazon-ebs", 1_795_569_915L, "web", 1_795_569_999L), Map.of()));
        builds.addAll(PackerManifest.builds(files, Map.of("doc", 1_795_570_000L), Map.of("out/a.txt", 5L)));

        byte[] manifest = PackerManifest.write(builds, "run-4a");

        assertThat(new String(manifest, StandardCharsets.UTF_8)).isEqualTo(golden());
    }

    @Test
    void marksABuildWhosePostProcessorHasFailed() {
        List<PackerManifest.Build> builds = PackerManifest.builds(Reports.chainFailed(), Map.of(), Map.of());

        assertThat(new String(PackerManifest.write(builds, "run-4b"), StandardCharsets.UTF_8))
                .containsOnlyOnce("\"custom_data\": {\n        \"status\": \"failed\"\n      }")
                .containsOnlyOnce("\"custom_data\": null");
    }

    @Test
    void hasNoBuildWithoutArtifact() {
        assertThat(PackerManifest.builds(Reports.mixed(), Map.of(), Map.of()))
                .extracting(PackerManifest.Build::name)
                .containsExactly("amazon-ebs", "web");
    }

    @Test
    void keepsWhenABuilderEndedAndItsPartWhileItsSessionGoesOn() {
        SessionResult first = SessionResult.of(Reports.mixed(), null, 100);
        SessionResult second = SessionResult.of(Reports.mixed(), first.withFileSizes(Map.of()), 200);

        assertThat(first.manifestBuilds()).isEmpty();
        assertThat(second.manifestBuilds())
                .extracting(PackerManifest.Build::buildTime)
                .containsExactly(100L, 100L);
    }

    private static String golden() throws IOException {
        try (InputStream in = PackerManifestTest.class.getResourceAsStream("packer-manifest.json")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
