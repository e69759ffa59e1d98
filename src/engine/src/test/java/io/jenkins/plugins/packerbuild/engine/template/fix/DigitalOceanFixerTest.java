package io.jenkins.plugins.packerbuild.engine.template.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.template.TemplateTree;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitalOceanFixerTest {

    @ParameterizedTest
    @CsvSource({
        "\"region_id\": 2,ams3",
        "\"region_id\": \"6\",sgp1",
        "\"size_id\": 62,s-2vcpu-2gb",
        "\"size_id\": \"61\",s-8vcpu-16gb",
        "\"size\": \"512mb\",s-1vcpu-512mb-10gb",
        "\"image\": \"ubuntu-12-04-x64\",ubuntu-24-04-x64",
        "\"image_id\": 284203,ubuntu-24-04-x64",
        "\"image_id\": 4711,4711"
    })
    void writesWhatANumberStoodFor(String option, String slug) {
        assertThat(fixed("\"api_key\": \"k\", " + option).text())
                .contains("\"" + slug + "\"")
                .doesNotContain("_id\"", "api_key");
    }

    @Test
    void choosesNoSizeThatCostsMore() {
        assertThat(DigitalOcean2013.ALL_SIZES)
                .allSatisfy(size -> assertThat(size.now().price())
                        .as(size.number())
                        .isLessThanOrEqualTo(size.then().price()));
    }

    @Test
    void saysWhenASizeCostsMore() {
        DigitalOcean2013.Size dearer = new DigitalOcean2013.Size(
                "1", new DigitalOcean2013.Droplet("a", 5, 1), new DigitalOcean2013.Droplet("b", 7, 1));

        assertThat(dearer.today().story()).contains("today's costs more, $7 a month instead of $5");
    }

    @Test
    void notesEverythingThatIsNotTheSame() {
        TemplateFixes.Fixed fixed = fixed("\"name\": \"web\", \"api_key\": \"k\", \"region_id\": 2, \"image_id\": 7");

        assertThat(fixed.notes())
                .hasSize(4)
                .allMatch(note -> note.startsWith("Builder 'web': "))
                .anyMatch(note -> note.contains("region_id 2 was ams1"))
                .anyMatch(note -> note.contains("no size_id meant 66"))
                .anyMatch(note -> note.contains("image 7 keeps its number"));
    }

    @Test
    void leavesANumberThatNobodyKnowsToTheUser() {
        TemplateFixes.Fixed fixed = fixed("\"api_key\": \"k\", \"region_id\": 77");

        assertThat(fixed.text()).contains("\"region_id\": 77").doesNotContain("\"region\"");
        assertThat(fixed.notes()).anyMatch(note -> note.contains("what region_id 77 was is not known"));
    }

    @Test
    void keepsATokenOfToday() {
        assertThat(fixed("\"api_key\": \"dop_v1_0a1b\"").text())
                .contains("\"api_token\": \"dop_v1_0a1b\"")
                .doesNotContain("do_token");
        assertThat(fixed("\"client_id\": \"c\", \"api_token\": \"{{user `t`}}\"")
                        .text())
                .contains("\"api_token\": \"{{user `t`}}\"")
                .doesNotContain("do_token");
    }

    @Test
    void takesNoVariableThatIsForSomethingElse() {
        TemplateFixes.Fixed fixed = template("""
                {"variables": {"do_token": "x"}, "sensitive-variables": ["a"],
                 "builders": [{"type": "digitalocean", "api_key": "k"},
                              {"type": "digitalocean", "name": "b", "api_key": "k"}]}
                """);

        assertThat(fixed.text())
                .contains("\"do_token\": \"x\"", "\"digitalocean_api_token\": \"{{env `DIGITALOCEAN_API_TOKEN`}}\"")
                .contains("[\n    \"a\",\n    \"digitalocean_api_token\"\n  ]");
    }

    @Test
    void rewritesTheDefaultOfAVariableThatHoldsANumber() {
        TemplateFixes.Fixed fixed = template("""
                {"variables": {"size": "66"},
                 "builders": [{"type": "digitalocean", "client_id": "c", "size_id": "{{user `size`}}"}]}
                """);

        assertThat(fixed.text()).contains("\"size\": \"s-1vcpu-512mb-10gb\"", "\"size\": \"{{user `size`}}\"");
        assertThat(fixed.notes()).anyMatch(note -> note.contains("variable 'size' is the size"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"size\": \"512mb\"", "\"api_token\": \"t\", \"image\": \"ubuntu-14-04-x64\""})
    void leavesBuildersOfTodayAlone(String options) {
        TemplateFixes.Fixed fixed = fixed(options);

        assertThat(fixed.text()).doesNotContain("region", "do_token");
        assertThat(fixed.notes()).isEmpty();
    }

    private static TemplateFixes.Fixed fixed(String options) {
        return template("{\"builders\": [{\"type\": \"digitalocean\", " + options + "}]}");
    }

    private static TemplateFixes.Fixed template(String text) {
        return TemplateFixes.apply(
                TemplateTree.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "t.json"));
    }
}
