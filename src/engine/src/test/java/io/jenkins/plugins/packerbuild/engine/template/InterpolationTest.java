package io.jenkins.plugins.packerbuild.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpolationTest {

    private static final Map<String, String> VARIABLES = Map.of("name", "web", "later", "<{{ .Vars }}>");

    private static Interpolation interpolation() {
        return Interpolation.of(TestOptions.FACTS, new Variables(VARIABLES, Set.of(), List.of(), Set.of(), Map.of()));
    }

    private static TestOptions option(String text) {
        return TestOptions.of("amazon-ebs", "{\"x\": \"" + text + "\"}", VARIABLES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '^', textBlock = """
            {{nosuchfn}}; function "nosuchfn" not defined
            {{uper `a`}}; Did you mean 'upper'?
            {{vault `a` `b`}}; "vault" is known to Packer, but is not there yet
            {{consul_key `a`}}; is not there yet
            {{aws_secretsmanager `a`}}; is not there yet
            {{clean_ami_name `a`}}; Use clean_resource_name
            {{env `HOME`}}; env vars are not allowed here
            {{clean_resource_name `a`}}; not defined outside of builders
            {{user}}; wrong number of args for user: want 1 got 0
            {{upper 5}}; argument 1 of upper must be a text
            {{user `a; is not closed
            {{user "a; is not closed
            {{user `a`; is not closed
            {{if true}}x; {{if}} is not closed
            {{if true}}x{{else}}y; {{else}} is not closed
            {{end}}; {{end}} stands without its {{if}}
            {{range .X}}{{end}}; {{range}} is not there yet
            {{$x := 1}}; variables such as $x are not there yet
            {{'a'}}; Use backquotes
            {{(upper `a`}}; a parenthesis is not closed
            {{}}; ends too early
            {{1.5}}; is no whole number
            {{`a` `b`}}; as if it were a function
            {{/* open; comment is not closed
            {{split `a-b` `-` 5}}; has 2 parts, and no part 5
            {{eq 1 `a`}}; incompatible types
            {{printf `%d` `a`}}; cannot print 'a' by %d
            {{index `abc` 9}}; index out of range
            {{ "\\q" }}; escape that Go does not know
            """)
    void saysWhatIsWrongWithAText(String text, String words) {
        assertThatThrownBy(() -> interpolation().render(text))
                .isInstanceOf(BuildException.class)
                .hasMessageContaining("cannot be rendered: ")
                .hasMessageContaining(words);
    }

    @Test
    void cleansResourceNamesInOptionsOfAmazonBuilders() {
        assertThat(option("{{clean_resource_name `a:b_ü(1)`}}").options().text("x"))
                .contains("a-b_--(1)");
        assertThat(TestOptions.of("digitalocean", "{\"x\": \"{{clean_resource_name `a`}}\"}", Map.of())
                        .options()
                        .text("x"))
                .isEmpty();
    }

    @Test
    void tellsThePlaceOfATextThatCannotBeRendered() {
        TestOptions test = TestOptions.of("{\"x\": [\"a\",\n \"{{nosuchfn}}\"]}");

        test.options().list("x");

        assertThat(test.problems())
                .singleElement()
                .asString()
                .startsWith("test.json:2:2: Option 'x' of builder 'test' cannot be rendered: function \"nosuchfn\"");
    }

    @Test
    void warnsOfUndefinedUserVariablesAndOfNamesWithoutValue() {
        TestOptions test = option("{{user `nam`}}{{.Foo}}");

        assertThat(test.options().text("x")).contains("<no value>");
        assertThat(test.warnings())
                .containsExactly(
                        "test.json:1:7: A text of builder 'test' uses the user variable 'nam', which is not defined and"
                                + " renders as nothing. Did you mean 'name'?",
                        "test.json:1:7: A text of builder 'test' uses {{.Foo}}, which has no value here and renders as"
                                + " <no value>. Write {{`{{.Foo}}`}} when the braces are meant for another program.");
        assertThat(test.problems()).isEmpty();
    }

    @Test
    void rendersDeferredTextsWithTheirData() {
        Deferred text = option(
                        "{{user `later`}} {{.SourceAMITags.Env}} {{ index .SourceAMITags `Env` }}{{.SourceAMITags.No}}")
                .options()
                .deferred("x")
                .orElseThrow();

        assertThat(text.fields()).containsExactly("SourceAMITags");
        assertThat(text.render(Map.of("Vars", "A=1", "SourceAMITags", Map.of("Env", "prod"))))
                .isEqualTo("<A=1> prod prod<no value>");
    }

    @Test
    void checksTheSyntaxOfDeferredTextsAtOnceAndTheirDataLater() {
        TestOptions wrong = option("{{nosuchfn}}");
        assertThat(wrong.options().deferred("x")).isEmpty();
        assertThat(wrong.problems()).hasSize(1);

        Deferred text = option("{{.BuildRegoin}}").options().deferred("x").orElseThrow();
        assertThatThrownBy(() -> text.render(Map.of("BuildRegion", "r")))
                .isInstanceOf(BuildException.class)
                .hasMessage("test.json:1:7: Text '{{.BuildRegoin}}' of builder 'test' cannot be rendered:"
                        + " {{.BuildRegoin}} has no value here. Did you mean 'BuildRegion'?");
    }

    @Test
    void givesBuildDataToDeferredTextsOfProvisionersOnly() {
        TestOptions test = TestOptions.ofProvisioner("shell", "{\"x\": \"{{build `ID`}}\"}", Map.of());

        assertThat(test.options().deferred("x").orElseThrow().render(Map.of("ID", "i-1")))
                .isEqualTo("i-1");
        assertThat(test.options().text("x")).isEmpty();
        assertThat(test.problems()).singleElement().asString().contains("known only while the build runs");
    }

    @Test
    void namesTheVariableThatAnOptionIsNothingBut() {
        TestOptions test = TestOptions.of(
                "t", "{\"a\": \"{{ user `name` }}\", \"b\": \"x{{user `name`}}\", \"c\": \"plain\"}", VARIABLES);

        assertThat(test.options().origin("a")).isEqualTo("variable name");
        assertThat(test.options().origin("b")).isEqualTo("template");
        assertThat(test.options().origin("c")).isEqualTo("template");
    }

    @Test
    void makesAnotherUuidPerCallThatBeginsWithTheTime() {
        String[] uuids = interpolation().render("{{uuid}} {{uuid}}").split(" ");

        assertThat(uuids[0]).isNotEqualTo(uuids[1]).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(Long.parseLong(uuids[0].substring(0, 8), 16)).isEqualTo(TestOptions.START.getEpochSecond());
    }

    @Test
    void knowsTheDirectories() {
        assertThat(interpolation().render("{{template_dir}} {{pwd}}")).isEqualTo("/templates /work");
    }

    @Test
    void survivesRandomTexts() {
        Random random = new Random(42);
        String[] pieces = {
            "{{",
            "}}",
            "{{-",
            "-}}",
            " ",
            "`",
            "\"",
            "(",
            ")",
            "|",
            "if",
            "else",
            "end",
            ".A",
            ".",
            "user",
            "eq",
            "1",
            "\\",
            "/*",
            "*/",
            "x",
            "{{if true}}",
            "{{end}}",
            "printf",
            "%d",
            "$",
            "\n",
            "é",
            "{{else if `a`}}"
        };
        Interpolation interpolation = interpolation();
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            BuildException refusal =
                    catchThrowableOfType(BuildException.class, () -> interpolation.render(text.toString()));
            assertThat(refusal == null || refusal.getMessage().contains("cannot be rendered"))
                    .as(text.toString())
                    .isTrue();
        }
    }

    @Test
    void refusesNestingWithoutEnd() {
        assertThatThrownBy(() -> interpolation().render("{{" + "(".repeat(100_000) + "}}"))
                .hasMessageContaining("nested deeper than 100 levels");
        assertThatThrownBy(() -> interpolation().render("{{if true}}".repeat(100_000)))
                .hasMessageContaining("nested deeper than 100 levels");
    }
}
