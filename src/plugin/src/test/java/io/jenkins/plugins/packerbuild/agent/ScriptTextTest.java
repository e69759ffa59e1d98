package io.jenkins.plugins.packerbuild.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the script by the real shell, with a Java that is a script too. */
class ScriptTextTest {

    @TempDir
    private Path temporary;

    private Path session;
    private Path work;
    private Path java;

    @BeforeEach
    void makeDirectories() throws IOException {
        makeDirectories(temporary);
    }

    @Test
    void startsJavaInTheWorkingDirectoryAndNotesItsEnd() throws Exception {
        java("pwd; echo \"$@\"; exit 3");

        run("-xe");

        assertThat(session.resolve("exit")).hasContent("3\n");
        assertThat(session.resolve("engine.log")).content().isEqualTo(work + "\n@" + session + "/jvm.args\n");
        assertThat(session.resolve("pid")).content().matches("[0-9]+\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with space",
                "it's",
                "a\"b",
                "$HOME",
                "100%TEMP%",
                "grüße-日本",
                "-n",
                "`id`;rm",
                "a\\tb",
                "!x&y|z"
            })
    void bearsEveryPath(String name) throws Exception {
        makeDirectories(Files.createDirectories(temporary.resolve(name)));
        java("pwd; printf '%s\\n' \"$1\"");

        run();

        assertThat(session.resolve("engine.log")).content().isEqualTo(work + "\n@" + session + "/jvm.args\n");
        assertThat(session.resolve("exit")).hasContent("0\n");
    }

    @Test
    void startsNoSecondEngine() throws Exception {
        java("echo started >>started");

        run();
        run();

        assertThat(work.resolve("started")).hasContent("started\n");
    }

    @Test
    void saysThatThereIsNoJava() throws Exception {
        run("-xe");

        assertThat(session.resolve("exit")).hasContent("1\n");
        assertThat(session.resolve("engine.log"))
                .content()
                .startsWith("There is no Java at '" + java + "/bin/java'. packer-build needs Java 17 or newer.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"JAVA_VERSION=\"1.8.0_402\"", "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.2\"\nOS_NAME=\"Linux\""})
    void refusesAnOldJavaByItsReleaseFile(String release) throws Exception {
        java("touch started");
        Files.writeString(java.resolve("release"), release + "\n");

        run();

        assertThat(work.resolve("started")).doesNotExist();
        assertThat(session.resolve("exit")).hasContent("1\n");
        assertThat(session.resolve("engine.log")).content().contains("is 1", "packer-build needs Java 17 or newer");
    }

    @Test
    void asksAJavaWithoutAReleaseFile() throws Exception {
        java("if [ \"$1\" = -version ]; then echo 'openjdk version \"1.8.0_402\"' >&2; else touch started; fi");
        Files.delete(java.resolve("release"));

        run();

        assertThat(work.resolve("started")).doesNotExist();
        assertThat(session.resolve("engine.log")).content().contains("is 1.8.0_402.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_VERSION=\"17\"", "JAVA_VERSION=\"25.0.1\"", "JAVA_VERSION=\"26-ea\"", "FOO=1"})
    void startsANewJava(String release) throws Exception {
        java("[ \"$1\" = -version ] || touch started");
        Files.writeString(java.resolve("release"), release + "\n");

        run();

        assertThat(work.resolve("started")).exists();
    }

    @Test
    void saysThatTheWorkingDirectoryIsMissing() throws Exception {
        java("touch started");
        Files.delete(work);

        run("-xe");

        assertThat(session.resolve("exit")).hasContent("1\n");
        assertThat(session.resolve("engine.log"))
                .content()
                .contains("Could not enter working directory '" + work + "'");
    }

    @Test
    void leavesTheUmaskAlone() throws Exception {
        java("umask");

        run();

        assertThat(session.resolve("engine.log")).content().isNotEqualTo("0077\n");
    }

    @Test
    void writesPercentSignsTwiceForWindows() {
        String script = ScriptText.batch(new ScriptText.Paths("C:\\a %b%\\s", "C:\\w%", "C:\\Program Files\\Java"));

        assertThat(script)
                .contains("mkdir \"C:\\a %%b%%\\s\\launched\"", "cd /d \"C:\\w%%\"")
                .contains("\"C:\\Program Files\\Java\\bin\\java.exe\" \"@C:\\a %%b%%\\s\\jvm.args\"")
                .contains("\r\n")
                .doesNotContainPattern("[^\r]\n");
    }

    private void makeDirectories(Path parent) throws IOException {
        session = Files.createDirectories(parent.resolve("session"));
        work = Files.createDirectories(parent.resolve("work")).toRealPath();
        java = Files.createDirectories(parent.resolve("java"));
    }

    private void java(String script) throws IOException {
        Path file = Files.createDirectories(java.resolve("bin")).resolve("java");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** As durable-task does: from a file, with its options. */
    private void run(String... options) throws Exception {
        ScriptText.Paths paths = new ScriptText.Paths(session.toString(), work.toString(), java.toString());
        Path script = Files.writeString(temporary.resolve("script.sh"), ScriptText.sh(paths));
        List<String> command = new ArrayList<>(List.of("sh"));
        command.addAll(List.of(options));
        command.add(script.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.waitFor();
    }
}
