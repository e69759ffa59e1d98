package io.jenkins.plugins.packerbuild.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package as a whole: what is in it, what it says of itself, and that the engine in it is complete. */
class HpiIT {

    private static final int JAVA_17 = 61;

    @TempDir
    private static Path folder;

    private static Hpi hpi;

    @BeforeAll
    static void unpack() throws IOException {
        hpi = Hpi.unpackedTo(folder);
    }

    @Test
    void hasThePluginsJarAndTheEngineAndNothingElse() throws IOException {
        assertThat(Hpi.entries())
                .filteredOn(entry -> !entry.isDirectory())
                .extracting(ZipEntry::getName)
                .contains("META-INF/MANIFEST.MF", "WEB-INF/lib/packer-build.jar")
                .contains("WEB-INF/engine/packer-build.jar", "WEB-INF/engine/jvm.options")
                .allSatisfy(name -> assertThat(name)
                        .matches(
                                "META-INF/MANIFEST\\.MF|WEB-INF/lib/packer-build\\.jar|WEB-INF/engine/packer-build\\.jar"
                                        + "|WEB-INF/engine/jvm\\.options|WEB-INF/engine/lib/[^/]+\\.jar"));
    }

    @Test
    void saysOfItselfWhatJenkinsAsksFor() throws IOException {
        assertThat(Hpi.manifest())
                .containsEntry("Short-Name", "packer-build")
                .containsEntry("Long-Name", "Packer Build")
                .containsEntry("Jenkins-Version", "2.541.3")
                .containsEntry("Support-Dynamic-Loading", "true")
                .containsEntry("Group-Id", "io.jenkins.plugins.packerbuild")
                .containsEntry("Artifact-Id", "packer-build")
                .containsKeys("Plugin-Version", "Plugin-Developers", "Plugin-License-Name", "Url")
                .doesNotContainKeys("Plugin-Class", "PluginFirstClassLoader", "Mask-Classes", "Class-Path");
    }

    /** Jenkins takes a class from a plugin only if the class' own jar says that it is one. */
    @Test
    void theInnerJarSaysTheSame() throws IOException {
        assertThat(Hpi.manifestOf(hpi.pluginJar())).isEqualTo(Hpi.manifest());
    }

    @Test
    void needsThePluginsOfTheListAndNoOthers() throws IOException {
        assertThat(Hpi.manifest().getOrDefault("Plugin-Dependencies", "").split(","))
                .containsExactlyElementsOf(PluginDependency.listed().stream()
                        .map(PluginDependency::inManifest)
                        .toList());
    }

    @Test
    void hasADescriptionForThePluginManager() throws IOException {
        assertThat(hpi.resource("index.jelly"))
                .startsWith("<?jelly escape-by-default='true'?>")
                .hasSizeGreaterThan(100);
    }

    @Test
    void bringsNoClassesButItsOwn() throws IOException {
        assertThat(Hpi.classFiles(hpi.pluginJar()).keySet())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name)
                        .startsWith("io/jenkins/plugins/packerbuild/")
                        .doesNotStartWith("io/jenkins/plugins/packerbuild/engine/")
                        .doesNotStartWith("io/jenkins/plugins/packerbuild/annotationindex/"));
    }

    @Test
    void runsOnJava17() throws IOException {
        try (Stream<Path> jars = Files.walk(folder)) {
            for (Path jar :
                    jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                assertThat(Hpi.classFiles(jar))
                        .allSatisfy((name, content) ->
                                assertThat(majorVersion(content)).as(name).isLessThanOrEqualTo(JAVA_17));
            }
        }
    }

    @Test
    void knowsNoOldServlets() throws IOException {
        assertThat(Hpi.classFiles(hpi.pluginJar()))
                .allSatisfy((name, content) -> assertThat(new String(content, StandardCharsets.ISO_8859_1))
                        .as(name)
                        .doesNotContain("javax/servlet"));
    }

    /** The time of an entry says nothing of when it was built, or the engine's class-data archive would be refused. */
    @Test
    void hasFixedTimes() throws IOException {
        assertThat(Hpi.entries()).extracting(ZipEntry::getTimeLocal).containsOnly(LocalDateTime.of(2026, 1, 1, 0, 0));
    }

    @Test
    void theEngineAnswersFromWhereItIsUnpacked() throws Exception {
        Map<String, String> engine = Hpi.manifestOf(hpi.engine().resolve("packer-build.jar"));
        assertThat(engine.getOrDefault("Class-Path", "").split(" "))
                .allSatisfy(library -> assertThat(hpi.engine().resolve(library)).exists());

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        hpi.engine().resolve("packer-build.jar").toString(),
                        "version")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        assertThat(output).containsIgnoringCase("packer");
    }

    private static int majorVersion(byte[] classFile) {
        return (Byte.toUnsignedInt(classFile[6]) << 8) + Byte.toUnsignedInt(classFile[7]);
    }

    /** Keeps the sorted order of the libraries in view of whoever reads the package. */
    @Test
    void theEnginesLibrariesAreTheOnesOfItsManifest() throws IOException {
        String classPath =
                Hpi.manifestOf(hpi.engine().resolve("packer-build.jar")).getOrDefault("Class-Path", "");
        try (Stream<Path> libraries = Files.list(hpi.engine().resolve("lib"))) {
            assertThat(libraries.map(file -> "lib/" + file.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(Arrays.asList(classPath.split(" ")));
        }
    }
}
