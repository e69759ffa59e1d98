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
            {{nosuchfn}}; cannot be rendered: function "nosuchfn" not defined
            {{uper `a`}}; Did you mean 'upper'?
            {{vault `a` `b`}}; Vault vars are only allowed in the variables section
            {{consul_key `a`}}; Declare a variable whose default is {{consul_key `key`}}
            {{aws_secretsmanager `a`}}; AWS Secrets Manager is only allowed in the variables section
            {{clean_ami_name `a`}}; Use clean_resource_name
            {{env `HOME`}}; cannot be rendered at <env `HOME`>: error calling env: env vars are not allowed here
            {{clean_resource_name `a`}}; Use it in the options of an amazon builder
            {{user}}; wrong number of args for user: want 1 got 0
            {{upper 5}}; cannot be rendered at <5>: expected string; found 5. Write texts in backquotes: `text`.
            {{user `a; unterminated raw quoted string. Add the closing quote.
            {{user "a; unterminated quoted string. Add the closing quote.
            {{user `a`; unclosed action. Close it with }}.
            {{if true}}x; unexpected EOF. An {{if}} or the like is not closed: add {{end}}.
            {{end}}; unexpected {{end}}. Add its {{if ...}}, or remove it.
            {{'name'}}; malformed character constant: 'name'. Write texts in backquotes: `text`.
            {{(upper `a`}}; unclosed left paren. Add a closing parenthesis.
            {{}}; missing value for command. Write one, as in {{user `name`}}.
            {{1i}}; the complex number 1i is not supported
            {{`a` `b`}}; can't give argument to non-function `a`
            {{/* open; unclosed comment. End it with */}}, without a blank.
            {{split `a-b` `-` 5}}; only 2 values were found. Count from 0.
            {{{user `a`}}}; Write two braces
            {{$x}}; a user variable is written {{user `name`}}
            """)
    void saysWhatIsWrongWithAText(String text, String words) {
        assertThatThrownBy(() -> interpolation().render(text))
                .isInstanceOf(BuildException.class)
                .hasMessageContaining("cannot be rendered")
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
        assertThat(text.render(Map.of("BuildRegion", "r"))).isEqualTo("<no value>");
        assertThatThrownBy(() -> text.renderOnly(Map.of("BuildRegion", "r")))
                .isInstanceOf(BuildException.class)
                .hasMessage("test.json:1:7: Text '{{.BuildRegoin}}' of builder 'test' cannot be rendered:"
                        + " can't evaluate field BuildRegoin: {{.BuildRegoin}} has no value here. These have one:"
                        + " [BuildRegion].");
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
    void boundsNestingWorkAndLength() {
        assertThatThrownBy(() -> interpolation().render("{{" + "(".repeat(100_000) + "}}"))
                .hasMessageContaining("nested deeper than 200 levels");
        assertThatThrownBy(() -> interpolation().render("{{if true}}".repeat(100_000)))
                .hasMessageContaining("nested deeper than 200 levels");
        assertThatThrownBy(() -> interpolation().render("{{define `a`}}{{template `a`}}{{end}}{{template `a`}}"))
                .hasMessageContaining("exceeded maximum template depth");
        String deep = "{{if true}}".repeat(150) + "{{template `a`}}" + "{{end}}".repeat(150);
        assertThatThrownBy(() -> interpolation().render("{{define `a`}}" + deep + "{{end}}{{template `a`}}"))
                .hasMessageContaining("nested deeper than 500 levels");
        String parentheses = "(".repeat(150) + "`a`" + ")".repeat(150);
        assertThatThrownBy(() -> interpolation()
                        .render("{{define `a`}}{{print " + parentheses + "}}{{template `a`}}{{end}}{{template `a`}}"))
                .hasMessageContaining("exceeded maximum template depth");
        assertThatThrownBy(() -> interpolation().render("{{$x := `0123456789`}}" + "{{$x = print $x $x}}".repeat(60)))
                .hasMessageContaining("longer than 16 MiB");
        assertThatThrownBy(() -> interpolation().render(manyCalls()))
                .hasMessageContaining("takes more than 1000000 steps");
    }

    /** Sixty templates, each of which calls the next one twice. */
    private static String manyCalls() {
        StringBuilder text = new StringBuilder("{{define `t60`}}{{end}}");
        for (int i = 0; i < 60; i++) {
            text.append("{{define `t" + i + "`}}{{template `t" + (i + 1) + "`}}{{template `t" + (i + 1) + "`}}{{end}}");
        }
        return text + "{{template `t0`}}";
    }

    @Test
    void endsTextsThatRenderToOthersForEver() {
        Variables variables = new Variables(Map.of("a", "{{user `a`}}x"), Set.of(), List.of(), Set.of(), Map.of());
        Interpolation interpolation = Interpolation.of(TestOptions.FACTS, variables);

        assertThatThrownBy(() -> interpolation.renderUntilStable("{{user `a`}}"))
                .hasMessageContaining("it renders to another text again and again");
        assertThat(interpolation.render("{{user `a`}}")).isEqualTo("{{user `a`}}x");
    }

    @Test
    void takesAChainOfElseIfsForNoNesting() {
        String chain = "{{if false}}" + "{{else if false}}".repeat(1000) + "{{else}}end{{end}}";

        assertThat(interpolation().render(chain)).isEqualTo("end");
    }

    @Test
    void walksThroughDataInTheOrderOfItsNames() {
        Deferred text = option(
                        "{{range $k, $v := .Tags}}{{if eq $k `skip`}}{{continue}}{{end}}{{if eq $k `stop`}}{{break}}"
                                + "{{end}}{{$k}}={{$v}}/{{.}};{{else}}none{{end}} {{len .Tags}} {{.Tags}}")
                .options()
                .deferred("x")
                .orElseThrow();

        assertThat(text.render(Map.of("Tags", Map.of("b", "2", "a", "1", "skip", "3", "stop", "4", "z", "5"))))
                .isEqualTo("a=1/1;b=2/2; 5 map[a:1 b:2 skip:3 stop:4 z:5]");
        assertThat(text.render(Map.of("Tags", Map.of()))).isEqualTo("none 0 map[]");
    }

    @Test
    void saysInWhichLineATextIsWrong() {
        assertThatThrownBy(() -> interpolation().render("a\nb\n{{nosuch}}"))
                .hasMessageContaining("cannot be rendered in its line 3: function");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '^', textBlock = """
            {{user `name`}}; [name]
            {{upper (user `name`)}}{{if .No}}{{user `later`}}{{end}}; [later, name]
            {{if .No}}{{`name` | user | upper}}{{end}}; [name]
            {{if .No}}{{user (print `na` `me`)}}{{end}}; [later, name]
            {{if .No}}{{$n := .No}}{{user $n}}{{end}}; [later, name]
            {{`{{user "later"}}`}}; [later]
            {{upper `name`}}; []
            """)
    void findsEveryVariableThatATextCouldShow(String text, String names) {
        assertThat(interpolation().variablesIn(text).toString()).isEqualTo(names);
    }
}
