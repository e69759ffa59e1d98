package io.jenkins.plugins.packerbuild.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.session.SessionReport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvironmentNamesTest {

    @Test
    void hasTheFirstIdOfEachBuilder() {
        EnvironmentNames names = EnvironmentNames.of(List.of(Reports.mixed()));

        assertThat(names.values())
                .containsEntry("PACKER_ARTIFACT_ID_AMAZON_EBS", "ami-0abc")
                .containsEntry("PACKER_ARTIFACT_ID_WEB", "9001")
                .containsOnlyKeys("PACKER_ARTIFACT_ID_AMAZON_EBS", "PACKER_ARTIFACT_ID_WEB", "PACKER_ARTIFACTS_JSON");
        assertThat(names.warnings()).isEmpty();
    }

    @Test
    void hasTheOneIdOnlyWhenThereIsOneArtifact() {
        EnvironmentNames one = EnvironmentNames.of(List.of(session("a", "web")));
        EnvironmentNames two = EnvironmentNames.of(List.of(session("a", "web"), session("b", "db")));

        assertThat(one.values()).containsEntry("PACKER_ARTIFACT_ID", "id-web");
        assertThat(two.values()).doesNotContainKey("PACKER_ARTIFACT_ID");
    }

    @Test
    void offersNoIdOfAnArtifactWhosePostProcessingFailedButNamesIt() {
        EnvironmentNames names = EnvironmentNames.of(List.of(Reports.chainFailed()));

        assertThat(names.values())
                .containsEntry("PACKER_ARTIFACT_ID", "File")
                .containsOnlyKeys("PACKER_ARTIFACT_ID", "PACKER_ARTIFACT_ID_GOOD", "PACKER_ARTIFACTS_JSON");
        assertThat(names.values().get("PACKER_ARTIFACTS_JSON"))
                .contains("\"files\":[\"out/a.txt\"]")
                .contains("\"status\":\"failed\"");
    }

    @Test
    void hasAnEmptyArrayWhenNothingWasBuilt() {
        assertThat(EnvironmentNames.of(List.of()).values()).containsOnlyKeys("PACKER_ARTIFACTS_JSON");
        assertThat(EnvironmentNames.of(List.of()).values()).containsEntry("PACKER_ARTIFACTS_JSON", "[]");
    }

    @Test
    void givesTheSecondOfTwoLikeNamesANumber() {
        EnvironmentNames names = EnvironmentNames.of(List.of(session("a", "web-1", "web.1", "web_1")));

        assertThat(names.values())
                .containsEntry("PACKER_ARTIFACT_ID_WEB_1", "id-web-1")
                .containsEntry("PACKER_ARTIFACT_ID_WEB_1_2", "id-web.1")
                .containsEntry("PACKER_ARTIFACT_ID_WEB_1_3", "id-web_1");
        assertThat(names.warnings())
                .containsExactly(
                        "PACKER_ARTIFACT_ID_WEB_1 has the id of 'web-1' of 'a.json'. The id of 'web.1' of 'a.json' is in"
                                + " PACKER_ARTIFACT_ID_WEB_1_2.",
                        "PACKER_ARTIFACT_ID_WEB_1 has the id of 'web-1' of 'a.json'. The id of 'web_1' of 'a.json' is in"
                                + " PACKER_ARTIFACT_ID_WEB_1_3.");
    }

    @Test
    void givesTheSameBuilderOfASecondSessionANumber() {
        EnvironmentNames names = EnvironmentNames.of(List.of(session("a", "web"), session("b", "web")));

        assertThat(names.values().keySet()).contains("PACKER_ARTIFACT_ID_WEB", "PACKER_ARTIFACT_ID_WEB_2");
        assertThat(names.warnings()).hasSize(1);
    }

    @Test
    void writesArtifactsAsJson() {
        EnvironmentNames names = EnvironmentNames.of(
                List.of(Reports.of("a", List.of(), List.of(Reports.file("doc \"x\"", "out/a.txt")))));

        assertThat(names.values().get("PACKER_ARTIFACTS_JSON"))
                .isEqualTo(
                        "[{\"id\":\"File\",\"region\":\"\",\"regions\":[],\"type\":\"file\",\"builder\":\"doc \\\"x\\\"\","
                                + "\"description\":\"Stored file: out/a.txt\",\"files\":[\"out/a.txt\"],\"packerId\":\"File\","
                                + "\"builderId\":\"packer.file\",\"status\":\"succeeded\"}]");
    }

    @Test
    void leavesWholeArtifactsOutWhenThereIsNoRoom() {
        List<SessionReport.Artifact> many = new ArrayList<>();
        for (int number = 0; number < 500; number++) {
            many.add(Reports.artifact("b" + number, "null", "ü".repeat(100), "r", "p"));
        }
        many.add(0, Reports.artifact("huge", "null", "x".repeat(1_000_000), "r", "p"));

        EnvironmentNames names = EnvironmentNames.of(List.of(Reports.of("a", List.of(), many)));

        String json = String.valueOf(names.values().get("PACKER_ARTIFACTS_JSON"));
        assertThat(json.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(31_000, 32_000);
        assertThat(json).startsWith("[{\"id\":\"ü").endsWith("\"}]");
        assertThat(names.warnings())
                .singleElement()
                .asString()
                .startsWith("PACKER_ARTIFACTS_JSON has room for ")
                .contains(" of 501 artifacts. ");
    }

    @Test
    void makesAnyNameAVariable() {
        EnvironmentNames names = EnvironmentNames.of(
                List.of(session("a", Reports.HOSTILE, "../../x", "größe", "x\u0000y", "z".repeat(1_000_000))));

        assertThat(names.values().keySet()).allMatch(name -> name.matches("PACKER_ARTIFACT[A-Z0-9_]{1,120}"));
        assertThat(names.values().values()).noneMatch(value -> value.indexOf('\u0000') >= 0);
    }

    private static SessionReport session(String id, String... builders) {
        List<SessionReport.Artifact> artifacts = new ArrayList<>();
        for (String builder : builders) {
            artifacts.add(Reports.artifact(builder, "null", "id-" + builder, "r", "p"));
        }
        return Reports.of(id, List.of(), artifacts);
    }
}
