package io.jenkins.plugins.packerbuild.engine.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.engine.builder.GivenCredential;
import io.jenkins.plugins.packerbuild.engine.builder.amazon.AmazonEbsType;
import io.jenkins.plugins.packerbuild.engine.builder.digitalocean.DigitalOceanType;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import io.jenkins.plugins.packerbuild.engine.secret.SecretSource;
import io.jenkins.plugins.packerbuild.engine.template.GivenVariables;
import io.jenkins.plugins.packerbuild.engine.template.RunFacts;
import io.jenkins.plugins.packerbuild.engine.template.Template;
import io.jenkins.plugins.packerbuild.engine.template.Variables;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointBindingTest {

    private static final String VARIABLES = "\"variables\": {\"key\": \"\", \"other\": \"a-{{user `key`}}\","
            + " \"third\": \"{{user `other`}}\", \"half\": \"{{split (user `key`) `:` 0}}\","
            + " \"later\": \"{{`{{user \\\"key\\\"}}`}}\", \"own\": \"mine\"}";
    private static final String EBS =
            "{\"type\": \"amazon-ebs\", \"region\": \"us-east-1\", \"instance_type\": \"t3.micro\","
                    + " \"ami_name\": \"web\", \"source_ami\": \"ami-12345678\", \"ssh_username\": \"ubuntu\", ";
    private static final String DROPLET = "{\"type\": \"digitalocean\", \"region\": \"nyc3\", \"size\": \"s\","
            + " \"image\": \"i\", \"ssh_username\": \"root\", ";

    private static final RunFacts FACTS =
            new RunFacts(Instant.parse("2026-01-02T03:04:05Z"), Path.of("/t"), Path.of("/w"), Map.of());

    private List<String> endpoints = List.of();
    private GivenVariables given = GivenVariables.none().withLate("key", Secret.of("left:right"), "secrets.json");

    @ParameterizedTest
    @ValueSource(strings = {"key", "other", "third", "half", "later"})
    void refusesATokenFromACredentialBesideAnotherEndpoint(String variable) {
        assertThat(problems(DROPLET + "\"api_token\": \"x{{user `" + variable
                        + "`}}\", \"api_url\": \"https://evil.example\"}"))
                .containsExactly("Could not use the credential ci-key in builder 'digitalocean': its option 'api_token'"
                        + " would send it, by variable 'key', to 'https://evil.example'. Allow that endpoint where the"
                        + " credential is given, or remove the endpoint.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_key", "secret_key", "token", "ssh_password", "user_data", "ami_description"})
    void refusesEveryOptionOfAMachineImageBesideAnotherEndpoint(String option) {
        String keys =
                "\"access_key\": \"A\", \"secret_key\": \"B\", \"token\": \"C\", \"custom_endpoint_ec2\": \"https://evil.example\", ";
        String builder = (EBS + keys).replaceAll("\"" + option + "\": \"[^\"]*\", ", "");

        assertThat(problems(builder + "\"" + option + "\": \"{{user `half` | upper}}\"}"))
                .singleElement()
                .asString()
                .contains("builder 'amazon-ebs'", "'" + option + "'", "credential ci-key", "'https://evil.example'");
    }

    @Test
    void looksIntoObjectsAndListsToo() {
        String builder =
                EBS + "\"access_key\": \"A\", \"secret_key\": \"B\", \"custom_endpoint_ec2\": \"https://evil.example\","
                        + " \"run_tags\": {\"{{user `key`}}\": \"x\"}, \"tags\": {\"a\": \"{{.SourceAMI}}{{user `key`}}\"},"
                        + " \"ami_users\": [\"{{user `other`}}\"]}";

        assertThat(problems(builder)).hasSize(3).allMatch(problem -> problem.contains("credential ci-key"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.digitalocean.com,",
        "https://api.digitalocean.com/,",
        ",",
        "https://do.example,https://do.example",
        "https://do.example/v2,https://DO.example:443/"
    })
    void letsACredentialGoWhereItMay(String url, String allowed) {
        endpoints = allowed == null ? List.of() : List.of(allowed);

        assertThat(problems(DROPLET + "\"api_token\": \"{{user `key`}}\", \"api_url\": \"" + (url == null ? "" : url)
                        + "\"}"))
                .isEmpty();
    }

    @Test
    void letsACredentialGoToARegionsOwnEndpoint() {
        String keys = "\"access_key\": \"A\", \"secret_key\": \"{{user `key`}}\", \"custom_endpoint_ec2\": \"https://";

        assertThat(problems(EBS + keys + "ec2.eu-west-1.amazonaws.com\"}")).isEmpty();
        assertThat(problems(EBS + keys + "x.execute-api.eu-west-1.amazonaws.com\"}"))
                .hasSize(1);
        assertThat(problems(EBS + keys + "ec2.eu-west-1.amazonaws.com.evil.example\"}"))
                .hasSize(1);
    }

    @Test
    void doesNotMindAnEndpointBesideOtherValues() {
        assertThat(problems(DROPLET + "\"api_token\": \"{{user `own`}}\", \"api_url\": \"https://do.example\"}"))
                .isEmpty();

        given = given.withOption("key=given-by-hand");
        assertThat(problems(DROPLET + "\"api_token\": \"{{user `key`}}\", \"api_url\": \"https://do.example\"}"))
                .isEmpty();
    }

    @Test
    void toleratesAnAllowedEndpointThatIsNoUrl() {
        endpoints = List.of("not a url");

        assertThat(problems(DROPLET + "\"api_token\": \"{{user `key`}}\", \"api_url\": \"https://do.example\"}"))
                .hasSize(1);
    }

    private List<String> problems(String builder) {
        ProblemCollector problems = new ProblemCollector();
        byte[] text = ("{" + VARIABLES + ", \"builders\": [" + builder + "]}").getBytes(StandardCharsets.UTF_8);
        Template template = Template.read(new ByteArrayInputStream(text), "t.json", problems);
        Variables variables = Variables.resolve(template, given, FACTS, problems);
        Components components =
                new Components(List.of(new AmazonEbsType(), new DigitalOceanType()), List.of(), List.of());
        Planner planner = new Planner(components, template, variables, FACTS, problems);
        planner.plan(
                planner.select(Selection.ALL), new Planner.Order(false, List.of()), new OneForAVariable(endpoints));
        assertThat(problems.problems()).allMatch(problem -> problem.position() != null);
        return problems.problems().stream()
                .map(problem -> problem.at(null).sentence())
                .toList();
    }

    private record OneForAVariable(List<String> endpoints) implements Planner.Credentials {
        @Override
        public List<GivenCredential> forBuilder(String name, String type) {
            return List.of();
        }

        @Override
        public Map<String, GivenCredential> forVariables() {
            Map<String, Secret> fields = Map.of("value", Secret.of("left:right"));
            return Map.of("key", new GivenCredential(fields, endpoints, SecretSource.credential("ci-key")));
        }
    }
}
