package io.jenkins.plugins.packerbuild.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field of a form is a property of its class, and has a help text; no form has a script. */
class FormsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern FIELD = Pattern.compile("<f:entry [^>]*field=\"([A-Za-z]+)\"");

    static List<String> forms() {
        return List.of(
                "credentials/PackerCredential",
                "credentials/PackerVariable",
                "config/PackerBuildGlobalConfiguration",
                "config/PackerFolderProperty");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFieldIsAPropertyWithAHelpText(String form) throws IOException, ClassNotFoundException {
        Path folder = RESOURCES.resolve("io/jenkins/plugins/packerbuild").resolve(form);
        Class<?> type = Class.forName("io.jenkins.plugins.packerbuild." + form.replace('/', '.'));
        String jelly = Files.readString(folder.resolve("config.jelly"));

        List<String> fields = FIELD.matcher(jelly)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();

        assertThat(fields).isNotEmpty().allSatisfy(field -> {
            String getter = "get" + Character.toUpperCase(field.charAt(0)) + field.substring(1);
            assertThat(Stream.of(type.getMethods()).map(method -> method.getName()))
                    .contains(getter);
            assertThat(folder.resolve("help-" + field + ".html")).isNotEmptyFile();
        });
        assertThat(jelly).startsWith("<?jelly escape-by-default='true'?>").doesNotContain("<script", " onclick");
    }
}
