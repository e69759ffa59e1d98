package io.jenkins.plugins.packerbuild.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.jenkins.plugins.packerbuild.session.SessionOutcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ResultMapTest {

    @Test
    void hasTheArtifactsByBuilder() {
        Map<String, Object> result = ResultMap.of(new SessionOutcome(Reports.mixed(), "", false));

        assertThat(result.keySet()).containsExactly("success", "artifacts", "builders", "errors", "leftovers");
        assertThat(((Map<?, ?>) at(result, "artifacts")).keySet().toArray()).containsExactly("amazon-ebs", "web");
        assertThat((List<?>) at(result, "artifacts", "amazon-ebs")).hasSize(2);
        assertThat(at(result, "artifacts", "amazon-ebs", 0, "id")).isEqualTo("ami-0abc");
        assertThat(at(result, "artifacts", "amazon-ebs", 0, "regions")).isEqualTo(List.of("us-east-1"));
    }

    @Test
    void marksTheArtifactOfABuildWhosePostProcessorHasFailed() {
        Map<String, Object> result = ResultMap.of(new SessionOutcome(Reports.chainFailed(), "", false));

        assertThat(at(result, "artifacts", "doc", 0, "status")).isEqualTo("failed");
        assertThat(at(result, "artifacts", "good", 0, "status")).isEqualTo("succeeded");
    }

    @Test
    void saysWhatBecameOfEachBuilder() {
        Map<String, Object> result = ResultMap.of(new SessionOutcome(Reports.mixed(), "", false));

        assertThat(result.get("success")).isEqualTo(false);
        assertThat(result.get("errors")).isEqualTo(List.of("db: No capacity."));
        assertThat(at(result, "builders", "db"))
                .isEqualTo(Map.of("status", "failed", "durationMillis", 61_000L, "error", "No capacity."));
        assertThat(at(result, "leftovers", 0, "command")).isEqualTo("aws ec2 terminate i-1");
    }

    @Test
    void hasTheSentenceOfASessionThatBrokeOnce() {
        assertThat(ResultMap.of(new SessionOutcome(Reports.mixed(), "The agent is gone.", true))
                        .get("errors"))
                .isEqualTo(List.of("db: No capacity.", "The agent is gone."));
        assertThat(ResultMap.of(new SessionOutcome(Reports.mixed(), "db: No capacity.", false))
                        .get("errors"))
                .isEqualTo(List.of("db: No capacity."));
    }

    @Test
    void hasEveryPartOfAProblem() {
        assertThat(ResultMap.problems(Reports.mixed())).singleElement().satisfies(problem -> {
            Map<?, ?> fields = (Map<?, ?>) problem;
            assertThat(fields)
                    .isEqualTo(new LinkedHashMap<>(Map.of(
                            "file",
                            "example.json",
                            "line",
                            3,
                            "column",
                            5,
                            "message",
                            "unknown option 'amy'",
                            "cure",
                            "Write 'ami_name'.")));
        });
    }

    @Test
    void isOfTypesThatAPipelineMayHoldAndStore() throws IOException {
        Map<String, Object> result = ResultMap.of(new SessionOutcome(Reports.mixed(), "", false));

        assertPlain(result);
        assertPlain(ResultMap.problems(Reports.mixed()));
        new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(result);
    }

    @Test
    void hasTheSameFieldsOfAnArtifactEverywhere() {
        assertThat(ResultMap.artifact(Reports.file("doc", "out/a.txt")))
                .containsExactly(
                        entry("id", "File"),
                        entry("region", ""),
                        entry("regions", List.of()),
                        entry("type", "file"),
                        entry("builder", "doc"),
                        entry("description", "Stored file: out/a.txt"),
                        entry("files", List.of("out/a.txt")),
                        entry("packerId", "File"),
                        entry("builderId", "packer.file"),
                        entry("status", "succeeded"));
    }

    private static Object at(Object value, Object... path) {
        Object found = value;
        for (Object step : path) {
            Object next = step instanceof Integer place ? ((List<?>) found).get(place) : ((Map<?, ?>) found).get(step);
            found = Objects.requireNonNull(next);
        }
        return found;
    }

    private static void assertPlain(Object value) {
        if (value instanceof Map<?, ?> map) {
            assertThat(map).isExactlyInstanceOf(LinkedHashMap.class);
            map.values().forEach(ResultMapTest::assertPlain);
        } else if (value instanceof List<?> list) {
            assertThat(list).isExactlyInstanceOf(ArrayList.class);
            list.forEach(ResultMapTest::assertPlain);
        } else {
            assertThat(value).isInstanceOfAny(String.class, Long.class, Integer.class, Boolean.class);
        }
    }
}
