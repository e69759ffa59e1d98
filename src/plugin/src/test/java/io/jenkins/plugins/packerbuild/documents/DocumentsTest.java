package io.jenkins.plugins.packerbuild.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.credentials.PackerCredential;
import io.jenkins.plugins.packerbuild.credentials.PackerVariable;
import io.jenkins.plugins.packerbuild.step.PackerArtifactStep;
import io.jenkins.plugins.packerbuild.step.PackerBuildStep;
import io.jenkins.plugins.packerbuild.step.PackerValidateStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds docs/jenkins.md, README.md and the examples to the steps. */
class DocumentsTest {

    private static final Map<String, Class<?>> BOUND = Map.of(
            "packerBuild", PackerBuildStep.class,
            "packerValidate", PackerValidateStep.class,
            "packerArtifact", PackerArtifactStep.class,
            "packerVar", PackerVariable.class,
            "packerCredential", PackerCredential.class);

    @ParameterizedTest
    @MethodSource("groovy")
    void callsNameOnlyWhatCanBeSet(GroovyText text) throws ReflectiveOperationException {
        for (Call call : text.calls()) {
            Class<?> type = BOUND.get(call.method());
            if (type != null) {
                Options options = Options.of(type);
                Set<String> missing = new TreeSet<>(options.required());
                missing.removeAll(call.named());

                assertThat(options.names()).as(call.toString()).containsAll(call.named());
                assertThat(missing.size()).as(call + " lacks " + missing).isEqualTo(call.unnamed());
                assertThat(call.unnamed() == 0 || options.required().size() == 1)
                        .as(call + ": only a single required option may have no name")
                        .isTrue();
            }
        }
    }

    @Test
    void examplesAndDocumentsUseEveryStep() {
        assertThat(groovy().flatMap(text -> text.calls().stream()).map(Call::method))
                .containsAll(BOUND.keySet());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void tablesHaveAllOptionsWithTypesAndDefaults(String type, List<List<String>> rows)
            throws ReflectiveOperationException {
        Options options = Options.of(Class.forName(type));

        assertThat(rows.stream().map(row -> row.get(0).replace("`", "")))
                .containsExactlyInAnyOrderElementsOf(options.names());
        assertThat(rows).allSatisfy(row -> {
            String name = row.get(0).replace("`", "");
            Options.Option option = options.optional().getOrDefault(name, new Options.Option("text", "required"));
            assertThat(row.get(1)).as("type of " + name).isEqualTo(option.type());
            assertThat(row.get(2)).as("default of " + name).isEqualTo(option.preset());
            assertThat(row.get(3)).as("meaning of " + name).isNotBlank();
        });
    }

    @Test
    void theStepAndTheBuildStepHaveTheSameOptions() throws ReflectiveOperationException {
        Class<?> builder = Class.forName("io.jenkins.plugins.packerbuild.freestyle.PackerBuilder");

        assertThat(Options.of(builder)).isEqualTo(Options.of(PackerBuildStep.class));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadToFiles(Markdown document) {
        Path folder = Markdown.ROOT.resolve(document.path()).resolveSibling("");

        assertThat(document.links())
                .allSatisfy(link ->
                        assertThat(folder.resolve(link)).as(document.path()).exists());
    }

    @Test
    void everyExampleIsNamedInTheDocument() throws IOException {
        List<String> links = Markdown.read("docs/jenkins.md").links();

        assertThat(examples().map(name -> "examples/" + name)).isSubsetOf(links);
    }

    static Stream<Markdown> documents() {
        return Stream.of(
                        "README.md",
                        "CHANGELOG.md",
                        "CONTRIBUTING.md",
                        "docs/architecture.md",
                        "docs/jenkins.md",
                        "docs/decisions/014-signatures-instead-of-jenkins-jars.md")
                .map(Markdown::read);
    }

    static Stream<GroovyText> groovy() {
        Stream<GroovyText> blocks = documents().flatMap(document -> document.groovy().stream());
        try {
            return Stream.concat(blocks, examples().map(DocumentsTest::example));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> tables() {
        return Markdown.read("docs/jenkins.md").optionTables().entrySet().stream()
                .map(table -> Arguments.of(table.getKey(), table.getValue()));
    }

    private static Stream<String> examples() throws IOException {
        try (Stream<Path> files = Files.list(Markdown.ROOT.resolve("docs/examples"))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".Jenkinsfile"))
                    .sorted()
                    .toList();
            assertThat(names).isNotEmpty();
            return names.stream();
        }
    }

    private static GroovyText example(String name) {
        String path = "docs/examples/" + name;
        return new GroovyText(path, 1, String.join("\n", Markdown.read(path).lines()));
    }
}
