package io.jenkins.plugins.packerbuild.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedClassesTest {

    @TempDir
    Path scratch;

    @Test
    void countsWhatARealProcessHasLoaded() throws Exception {
        Path log = scratch.resolve("classes.txt");
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xlog:disable", "-version");
        java.environment().putAll(LoadedClasses.logTo(log));
        java.redirectErrorStream(true).redirectOutput(scratch.resolve("out.txt").toFile());

        assertThat(java.start().waitFor()).isZero();

        assertThat(LoadedClasses.read(log).all()).isGreaterThan(100);
        assertThat(LoadedClasses.read(log).unneeded()).isEmpty();
    }

    @Test
    void namesClassesOfLibrariesThatAreNotNeeded() throws Exception {
        Path log = Files.writeString(scratch.resolve("classes.txt"), """
                java.lang.Object source: shared objects file
                okhttp3.OkHttpClient source: file:/lib/okhttp.jar
                some other line
                """);

        LoadedClasses classes = LoadedClasses.read(log);

        assertThat(classes.all()).isEqualTo(2);
        assertThat(classes.unneeded()).containsExactly("okhttp3.OkHttpClient");
    }
}
