package io.jenkins.plugins.packerbuild.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmArgsTest {

    private static final String OPTIONS = """
            # a comment: -Dcomment
            -Xms24m
            -Xmx512m

            validate,inspect:-Dshort=true
            build:-Dlong=true
            """;

    @TempDir
    private Path temporary;

    @Test
    void takesTheOptionsOfTheCommandAsTheLauncherDoes() {
        assertThat(JvmArgs.engineOptions("build", OPTIONS)).containsExactly("-Xms24m", "-Xmx512m", "-Dlong=true");
        assertThat(JvmArgs.engineOptions("inspect", OPTIONS)).contains("-Dshort=true");
        assertThat(JvmArgs.engineOptions("warmup", OPTIONS)).containsExactly("-Xms24m", "-Xmx512m");
    }

    @Test
    void letsTheUsersOptionsWin() {
        String text = JvmArgs.of(new JvmArgs.Start(List.of("build"), "p.jar", "", List.of("-Xmx1g")), "-Xmx512m");

        assertThat(text.lines())
                .containsExactly(
                        "\"-Xmx512m\"",
                        "\"-Xmx256m\"",
                        "\"-XX:+ExitOnOutOfMemoryError\"",
                        "\"-Xmx1g\"",
                        "\"-jar\"",
                        "\"p.jar\"",
                        "\"build\"");
    }

    @Test
    void namesTheArchiveWhenThereIsOne() {
        assertThat(JvmArgs.of(new JvmArgs.Start(List.of("build"), "p.jar", "/a b.jsa", List.of()), ""))
                .contains("\"-XX:SharedArchiveFile=/a b.jsa\"");
    }

    @Test
    void refusesALineBreak() {
        JvmArgs.Start start = new JvmArgs.Start(List.of("build"), "p.jar", "", List.of("-Da=b\n-javaagent:x"));

        assertThatThrownBy(() -> JvmArgs.of(start, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line break");
    }

    @Test
    void isReadByJavaAsItWasMeant() throws Exception {
        Path directory = Files.createDirectories(temporary.resolve("it's 100% \"#x\" $HOME \\t"));
        Path jar = echoJar(directory.resolve("echo.jar"));
        List<String> arguments =
                List.of("build", "-session", directory.toString(), "#no comment", "tab\there", "@x", "");
        Path file = directory.resolve("jvm.args");
        Files.writeString(
                file,
                JvmArgs.of(
                        new JvmArgs.Start(arguments, jar.toString(), "", List.of("-Decho=a \\ 'b' \"c\"")), OPTIONS));

        Process java = new ProcessBuilder(ChildJava.java(), "@" + file).start();
        String out = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(out.split("\n", -1))
                .containsExactly(
                        "a \\ 'b' \"c\"",
                        "true",
                        "build",
                        "-session",
                        directory.toString(),
                        "#no comment",
                        "tab\there",
                        "@x",
                        "",
                        "");
        assertThat(java.waitFor()).isZero();
    }

    private static Path echoJar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
        String name = Echo.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            entries.putNextEntry(new JarEntry(name));
            Files.copy(Path.of("target/test-classes").resolve(name), entries);
        }
        return jar;
    }
}
