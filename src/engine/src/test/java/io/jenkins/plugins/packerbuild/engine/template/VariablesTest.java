package io.jenkins.plugins.packerbuild.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.ProblemCollector;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariablesTest {

    private static final RunFacts FACTS =
            new RunFacts(TestOptions.START, Path.of("/templates"), Path.of("/work"), Map.of("TOKEN", "t0ken"));

    @TempDir
    Path folder;

    private final ProblemCollector problems = new ProblemCollector();

    private Template template(String variables) {
        return Template.read(
                new SourceText("t.json", "{\"variables\": " + variables + ", \"builders\": [{\"type\": \"null\"}]}"),
                problems);
    }

    private Variables resolve(String variables, GivenVariables given) {
        return Variables.resolve(template(variables), given, FACTS, problems);
    }

    private GivenVariables file(GivenVariables given, String name, String text) {
        try {
            return given.withFile(Files.writeString(folder.resolve(name), text), name, problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> sentences() {
        return problems.problems().stream().map(Problem::sentence).toList();
    }

    @Test
    void takesOptionsBeforeFilesBeforeLateValuesBeforeDefaults() {
        GivenVariables given = GivenVariables.none()
                .withLate("a", Secret.of("late"), "credential x")
                .withLate("d", Secret.of("late"), "credential x")
                .withOption("a=first")
                .withOption("a=option=2");
        given = file(given, "1.json", "{\"a\": \"1\", \"b\": \"1\", \"c\": \"1\"}");
        given = file(given, "2.json", "{\"b\": \"2\"}");

        Variables variables = resolve("{\"a\": \"0\", \"b\": \"0\", \"c\": \"0\", \"d\": \"0\", \"e\": \"0\"}", given);

        assertThat(variables.values())
                .containsExactlyInAnyOrderEntriesOf(Map.of("a", "option=2", "b", "2", "c", "1", "d", "late", "e", "0"));
        assertThat(problems.problems()).isEmpty();
        assertThat(given.find("a").orElseThrow().origin()).isEqualTo("-var");
        assertThat(given.find("b").orElseThrow().origin()).isEqualTo("-var-file 2.json");
    }

    @Test
    void rendersDefaultsInAnyOrderAndWithTheEnvironment() {
        Variables variables = resolve(
                "{\"z\": \"{{user `y`}}-{{user `x`}}\", \"y\": \"{{env `TOKEN`}}{{env `NOPE`}}\","
                        + " \"x\": \"{{isotime `2006`}} {{ .Vars }}\"}",
                GivenVariables.none());

        assertThat(variables.values()).containsEntry("z", "t0ken-2026 {{ .Vars }}");
        assertThat(variables.environmentNames()).containsExactlyInAnyOrder("TOKEN", "NOPE");
        assertThat(problems.problems()).isEmpty();
    }

    @Test
    void rendersGivenValuesButTakesLateOnesAsTheyAre() {
        GivenVariables given =
                GivenVariables.none().withOption("a={{timestamp}}").withLate("b", Secret.of("{{x"), "credential c");

        Variables variables = resolve("{\"b\": null}", given);

        assertThat(variables.values()).containsEntry("a", "1767323045").containsEntry("b", "{{x");
    }

    @Test
    void wantsDeclaredVariablesThatNobodyGaveAndThatRenderAsNothing() {
        Template template = template(
                "{\"a\": null, \"b\": \"\", \"c\": \"{{env `NOPE`}}\", \"d\": \"{{env `TOKEN`}}\", \"e\": null}");

        assertThat(Variables.wanted(template, GivenVariables.none().withOption("e=1"), FACTS))
                .containsExactly("a", "b", "c");
        assertThat(problems.problems()).isEmpty();
    }

    @Test
    void knowsTheValuesOfSensitiveVariablesAndShowsNone() {
        Template template = Template.read(
                new SourceText(
                        "t.json",
                        "{\"variables\": {\"p\": \"s3cret\", \"e\": \"\"}, \"sensitive-variables\": [\"p\", \"e\", \"nobody\"],"
                                + " \"builders\": [{\"type\": \"null\"}]}"),
                problems);

        Variables variables = Variables.resolve(template, GivenVariables.none(), FACTS, problems);

        assertThat(variables.secrets()).containsExactly(new Variables.Sensitive("p", Secret.of("s3cret")));
        assertThat(variables.toString()).isEqualTo("Variables[e, p]");
    }

    @Test
    void saysWhatIsWrongWithVarFiles() {
        GivenVariables given =
                file(GivenVariables.none(), "a.json", "{\"x\": 1,\n \"y\": [\"z\"], \"ok\": \"v\", \"n\": null}");
        given = file(given, "b.json", "[]");
        given = file(given, "c.json", "");
        given = given.withFile(folder.resolve("nope.json"), "nope.json", problems);
        given = given.withFile(folder, "folder", problems);

        assertThat(given.names()).containsExactly("n", "ok");
        assertThat(sentences().get(0)).startsWith("Could not read var-file 'nope.json': no such file or directory.");
        assertThat(sentences().get(1)).startsWith("Could not read var-file 'folder': it is a directory.");
        assertThat(sentences().subList(2, 6))
                .containsExactly(
                        "a.json:1:7: Variable 'x' in var-file 'a.json' must be a text, not a number. Put the value in double"
                                + " quotes; lists and objects cannot be given.",
                        "a.json:2:7: Variable 'y' in var-file 'a.json' must be a text, not a list. Put the value in double"
                                + " quotes; lists and objects cannot be given.",
                        "b.json:1:1: Var-file 'b.json' must hold a JSON object, not a list. Write { \"name\": \"value\" }.",
                        "c.json:1:1: The file is empty: a JSON object is expected. Start with { and end with }, or give the"
                                + " path of another file.");
    }

    @Test
    void refusesAnOptionWithoutEqualsSign() {
        assertThatThrownBy(() -> GivenVariables.none().withOption("bad"))
                .hasMessage("Invalid value \"bad\" for flag -var: No '=' value in it. Write -var name=value.");
    }

    @Test
    void boundsChainsAndGrowthOfVariables() {
        StringBuilder chain = new StringBuilder("{\"v0\": \"x\"");
        StringBuilder bomb = new StringBuilder("{\"v0\": \"0123456789\"");
        for (int i = 1; i < 5000; i++) {
            chain.append(", \"v" + i + "\": \"{{user `v" + (i - 1) + "`}}\"");
        }
        for (int i = 1; i < 60; i++) {
            bomb.append(", \"v" + i + "\": \"{{user `v" + (i - 1) + "`}}{{user `v" + (i - 1) + "`}}\"");
        }

        assertThat(resolve(chain + "}", GivenVariables.none()).values()).containsEntry("v4999", "x");
        assertThat(problems.problems()).isEmpty();
        resolve(bomb + "}", GivenVariables.none());
        assertThat(sentences()).singleElement().asString().contains("longer than 1 MiB");
    }

    private static RunFacts withRemote(RemoteValues remote) {
        return new RunFacts(TestOptions.START, Path.of("/t"), Path.of("/w"), Map.of(), remote);
    }

    /** Has one value of each kind. */
    private static final class OneOfEach implements RemoteValues {
        @Override
        public Secret vault(String path, String key) {
            if (path.equals("gone")) {
                throw new Unavailable("nothing at " + path, "Put it there.");
            }
            return Secret.of(path + "#" + key);
        }

        @Override
        public Secret consul(String key) {
            return Secret.of("consul:" + key);
        }

        @Override
        public Secret aws(String name, Optional<String> key) {
            return Secret.of("aws:" + name + key.orElse(""));
        }
    }

    @Test
    void readsValuesOfServersAndKnowsThatTheyAreSecret() {
        Template template =
                template("{\"v\": \"Bearer {{vault `secret/data/a` `k`}}\", \"c\": \"{{consul_key `x/y`}}\","
                        + " \"a\": \"{{aws_secretsmanager `s`}}{{aws_secretsmanager `s` `k`}}\","
                        + " \"twice\": \"{{user `v` | lower}}\"}");

        Variables variables = Variables.resolve(template, GivenVariables.none(), withRemote(new OneOfEach()), problems);

        assertThat(variables.values())
                .containsEntry("v", "Bearer secret/data/a#k")
                .containsEntry("c", "consul:x/y")
                .containsEntry("a", "aws:saws:sk")
                .containsEntry("twice", "bearer secret/data/a#k");
        assertThat(variables.secrets().stream().map(secret -> secret.value().reveal()))
                .contains("secret/data/a#k", "consul:x/y", "aws:s", "aws:sk");
        assertThat(problems.problems()).isEmpty();
    }

    @Test
    void saysWhichVariableWantsWhatNoServerHas() {
        Template template = template("{\"v\": \"{{vault `gone` `k`}}\", \"w\": \"{{vault `a`}}\","
                + " \"x\": \"{{aws_secretsmanager}}\", \"y\": \"{{user `v`}}\"}");

        Variables.resolve(template, GivenVariables.none(), withRemote(new OneOfEach()), problems);

        assertThat(sentences())
                .containsExactly(
                        "t.json:1:21: Variable 'v' cannot be rendered at <vault `gone` `k`>: error calling vault: nothing at"
                                + " gone. Put it there.",
                        "t.json:1:50: Variable 'w' cannot be rendered at <vault>: wrong number of args for vault: want 2"
                                + " got 1. Texts with blanks stand in backquotes.",
                        "t.json:1:72: Variable 'x' cannot be rendered at <aws_secretsmanager>: error calling"
                                + " aws_secretsmanager: secret name must be provided. Write {{aws_secretsmanager `name`}}.");
    }

    @Test
    void doesWithReferencesToNothingAsPackerDoes() {
        Variables refused =
                resolve("{\"a\": \"{{user `nope`}}\", \"b\": \"{{user `a`}}\", \"c\": \"x\"}", GivenVariables.none());

        assertThat(sentences())
                .containsExactly(
                        "t.json:1:21: Variable 'a' cannot be rendered: error calling user: Error: variable not set:"
                                + " nope. Declare it in \"variables\".");
        assertThat(refused.broken()).contains("a", "b");
    }

    @Test
    void warnsOfReferencesToNothingThatPackerDoesNotNotice() {
        Variables passed =
                resolve("{\"a\": \"{{user `nope`}}\", \"c\": \"{{user `d`}}\", \"d\": \"x\"}", GivenVariables.none());

        assertThat(problems.problems()).isEmpty();
        assertThat(problems.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.sentence())
                        .contains("variable not set: nope. It stays empty, as in Packer."));
        assertThat(passed.values()).containsEntry("c", "x").doesNotContainKey("a");
    }

    @Test
    void keepsActionsThatBeginWithADotForLater() {
        Variables variables = resolve(
                "{\"a\": \"{{.Vars}} {{ .Path }} {{ .X | index `a` }}{{upper `b`}}\", \"b\": \"{{`{{.Y}}`}} {{user `a`}}\"}",
                GivenVariables.none());

        assertThat(problems.problems()).isEmpty();
        assertThat(variables.values())
                .containsEntry("a", "{{.Vars}} {{ .Path }} {{ .X | index `a` }}B")
                .containsEntry("b", "{{.Y}} {{.Vars}} {{ .Path }} {{ .X | index `a` }}B");
    }
}
