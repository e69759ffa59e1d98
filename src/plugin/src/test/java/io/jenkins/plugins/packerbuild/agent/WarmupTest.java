package io.jenkins.plugins.packerbuild.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmupTest {

    private static final String DIGEST = "a".repeat(64);

    @TempDir
    private Path root;

    private EngineStore store;
    private Path java;

    @BeforeEach
    void makeStore() throws IOException {
        store = new EngineStore(root);
        Path engine = Files.createDirectory(store.directory(DIGEST));
        Files.writeString(engine.resolve("jvm.options"), "-Xms24m\nbuild:-Dbuild\n");
        java = Files.createDirectories(root.resolve("java"));
        Path program = Files.createDirectory(java.resolve("bin")).resolve("java");
        Files.writeString(program, "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void startsOnceForAnEngineAndAJavaWhateverCameOfIt() throws IOException {
        assertThat(new Warmup(store, DIGEST).start(java)).isTrue();
        assertThat(new Warmup(store, DIGEST).start(java)).isFalse();

        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"18\"");
        assertThat(new Warmup(store, DIGEST).start(java)).isTrue();
    }

    @Test
    void startsNothingWhereAnArchiveIs() throws IOException {
        Files.writeString(store.archive(DIGEST, java), "archive");

        assertThat(new Warmup(store, DIGEST).start(java)).isFalse();
    }

    @Test
    void leavesNoMarkWhereNoEngineIs() throws IOException {
        String other = "b".repeat(64);

        assertThat(new Warmup(store, other).start(java)).isFalse();
        Files.createDirectory(store.directory(other));
        Files.writeString(store.directory(other).resolve("jvm.options"), "-Xms24m\n");
        assertThat(new Warmup(store, other).start(java)).isTrue();
    }
}
