package io.jenkins.plugins.packerbuild.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionOverrideTest {

    private final ProblemCollector problems = new ProblemCollector();

    @Test
    void replacesTextsAndListsInTheBuildItIsForOnly() {
        String provisioner = """
                {"type": "x", "inline": ["a"], "folder": "/tmp",
                 "override": {"null": {"inline": ["b", "c"], "folder": "/opt"}}}""";

        assertThat(options(provisioner, "null").list("inline")).containsExactly("b", "c");
        assertThat(options(provisioner, "null").text("folder")).contains("/opt");
        assertThat(options(provisioner, "other").list("inline")).containsExactly("a");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void mergesObjectsKeyByKey() {
        Options options = options("""
                {"type": "x", "vars": {"a": "1", "b": "2"}, "override": {"null": {"vars": {"b": "3", "B": "4"}}}}""", "null");

        assertThat(options.map("vars")).isEqualTo(Map.of("a", "1", "b", "3", "B", "4"));
    }

    @Test
    void findsTheBuildByItsNameAsWrittenAndAsRendered() {
        String raw = """
                {"type": "x", "a": "1", "override": {"{{user `n`}}-web": {"a": "2"}}}""";
        String rendered = """
                {"type": "x", "a": "1", "override": {"my-web": {"a": "3"}}}""";

        assertThat(options(raw, "my-web").text("a")).contains("2");
        assertThat(options(rendered, "my-web").text("a")).contains("3");
    }

    @Test
    void overridesWhateverTheCaseOfTheLetters() {
        Options options = options("""
                {"type": "x", "Inline": ["a"], "override": {"null": {"inline": ["b"]}}}""", "null");

        assertThat(options.list("inline")).containsExactly("b");
    }

    @Test
    void warnsOfAListThatIsShorterThanTheOneItReplaces() {
        Options options = options("""
                {"type": "x", "inline": ["a", "b", "c"], "override": {"null": {"inline": ["d"]}}}""", "null");

        assertThat(options.list("inline")).containsExactly("d");
        assertThat(warnings())
                .containsExactly(
                        "t.json:7:74: The list 'inline' in an override of provisioner 1 (x) is shorter than the"
                                + " list that it replaces: Packer 1.6.6 would keep the rest of that one."
                                + " Write all elements that the build is to have.");
    }

    @Test
    void hasNothingToSayOfALongerList() {
        options("""
                {"type": "x", "inline": ["a"], "override": {"null": {"inline": ["b", "c"]}}}""", "null");

        assertThat(warnings()).isEmpty();
    }

    @Test
    void pointsIntoTheOverrideWhereAProblemIs() {
        Options options = options("""
                {"type": "x", "number": 1,
                "override": {"null": {"number": "one", "bogus": 1}}}""", "null");
        options.number("number", 0);
        options.finish();

        assertThat(problems())
                .containsExactly(
                        "t.json:8:33: Option 'number' of provisioner 1 (x) must be a whole number, not 'one'."
                                + " Write a number such as 22.",
                        "t.json:8:40: Unknown configuration key: '\"bogus\"' in provisioner 1 (x)."
                                + " Remove it, or check how it is spelt.");
    }

    @Test
    void refusesWhatPackerItselfReadsButOverlooksAType() {
        options("""
                {"type": "x", "override": {"null": {"type": "y", "pause_before": "1s", "only": []}}}""", "null");

        assertThat(problems())
                .hasSize(2)
                .allMatch(problem -> problem.contains("Unknown configuration key: '\"")
                        && problem.contains("in an override of provisioner 1 (x)"));
    }

    @Test
    void mustBeAnObject() {
        options("""
                {"type": "x", "override": {"null": ["a"], "my-web": null}}""", "null");
        options("""
                {"type": "x", "override": {"null": ["a"], "my-web": null}}""", "my-web");

        assertThat(problems())
                .containsExactly("t.json:7:36: An override of provisioner 1 (x) must be an object, not a list."
                        + " Write { \"option\": … }.");
    }

    @Test
    void rendersHowOftenAProvisionerIsTriedAgain() {
        assertThat(pacing("\"{{user `n`}}\"")).isEqualTo(0);
        assertThat(problems())
                .containsExactly("t.json:7:30: Provisioner 1: `max_retries` must be a valid integer:"
                        + " strconv.Atoi: parsing \"my\": invalid syntax. Write a number, as in \"max_retries\": 3.");
        assertThat(pacing("\"{{ split `1-2` `-` 1 }}\"")).isEqualTo(2);
        assertThat(pacing("3")).isEqualTo(3);
        assertThat(pacing("\"-1\"")).isEqualTo(-1);
        assertThat(pacing("\"\"")).isZero();
    }

    @Test
    void saysThatHowOftenCannotBeRendered() {
        pacing("\"{{nofn}}\"");

        assertThat(problems())
                .singleElement()
                .asString()
                .contains("Provisioner 1: failed to interpolate `max_retries`: ");
    }

    @Test
    void readsPauseAndTimeout() {
        Component component = template("""
                {"type": "x", "pause_before": "10s", "timeout": "5m"}""").provisioners().get(0);

        assertThat(component.pacing(interpolation(), problems))
                .isEqualTo(new Pacing(Duration.ofSeconds(10), Duration.ofMinutes(5), 0));
    }

    private int pacing(String retries) {
        Component component = template("{\"type\": \"x\", \"max_retries\": " + retries + "}")
                .provisioners()
                .get(0);
        return component.pacing(interpolation(), problems).maxRetries();
    }

    private Options options(String provisioner, String build) {
        Template template = template(provisioner);
        NamedBuild named = template.builds(interpolation(), problems).stream()
                .filter(candidate -> candidate.name().equals(build))
                .findFirst()
                .orElseThrow();
        return template.provisioners().get(0).options(interpolation(), named, problems);
    }

    private Template template(String provisioner) {
        String json = """
                {"builders": [
                  {"type": "null"},
                  {"type": "null", "name": "other"},
                  {"type": "null", "name": "{{user `n`}}-web"}
                ],
                "provisioners": [
                """ + provisioner + "]}";
        return Template.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "t.json", problems);
    }

    private static Interpolation interpolation() {
        return Interpolation.of(
                TestOptions.FACTS,
                new Variables(Map.of("n", "my"), java.util.Set.of(), List.of(), java.util.Set.of(), Map.of()));
    }

    private List<String> problems() {
        return problems.problems().stream().map(Problem::sentence).toList();
    }

    private List<String> warnings() {
        return problems.warnings().stream().map(Problem::sentence).toList();
    }
}
