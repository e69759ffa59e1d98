package io.jenkins.plugins.packerbuild.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.jenkins.plugins.packerbuild.session.Look;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real engine in a prepared session directory, started by the real script. */
class EngineStartTest {

    private static final Path ENGINE =
            Path.of("../engine/target").toAbsolutePath().normalize();

    @TempDir
    private Path temporary;

    private EngineStore store;
    private String digest;
    private Path session;

    @BeforeEach
    void bringTheEngine() throws IOException {
        assumeThat(ENGINE.resolve("packer-build.jar")).exists();
        Path root = Files.createDirectories(temporary.resolve("it's a cache/packer-build"));
        digest = "0".repeat(64);
        Path directory = Files.createDirectory(root.resolve(digest));
        for (String name : List.of("packer-build.jar", "jvm.options", "lib")) {
            Files.createSymbolicLink(directory.resolve(name), ENGINE.resolve(name));
        }
        store = new EngineStore(root);
        session = root.resolve("sessions/one");
    }

    @Test
    void buildsAndSaysSo() throws Exception {
        Path work = Files.createDirectory(temporary.resolve("work space"));
        Files.writeString(
                work.resolve("example.json"),
                "{\"builders\": [{\"type\": \"file\", \"target\": \"made.txt\", \"content\": \"hello\"}]}");
        String spec = "{\"protocol\": 1, \"template\": \"example.json\", \"workingDirectory\": \"" + work + "\"}";

        start("build", spec, work);

        SessionFolder folder = new SessionFolder(session);
        Look look = folder.look(new Look.Request(0, 1 << 20, "1"));
        assertThat(folder.tail("engine.log", 1 << 20)).asString().contains("made.txt");
        assertThat(look.exit()).isEqualTo("0");
        assertThat(look.hasResult()).isTrue();
        assertThat(look.events()).asString().startsWith("{").contains("\"hello\"");
        assertThat(work.resolve("made.txt")).hasContent("hello");
        assertThat(folder.isAlive(1)).isFalse();
    }

    private void start(String command, String spec, Path work) throws Exception {
        String home = System.getProperty("java.home");
        HashMap<String, byte[]> files = new HashMap<>();
        files.put("spec.json", spec.getBytes(StandardCharsets.UTF_8));
        SessionStart start = new SessionStart(
                session.toString(), digest, command, new SessionStart.JavaHome(home, true), new ArrayList<>(), files);
        start.prepare(store);
        ScriptText.Paths paths = new ScriptText.Paths(session.toString(), work.toString(), home);
        Path script = Files.writeString(temporary.resolve("script.sh"), ScriptText.sh(paths));
        assertThat(new ProcessBuilder("sh", "-xe", script.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
    }
}
