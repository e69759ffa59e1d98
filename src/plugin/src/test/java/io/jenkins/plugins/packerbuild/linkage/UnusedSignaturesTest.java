package io.jenkins.plugins.packerbuild.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps src/jenkins-api to what the plugin needs: what nobody uses, nobody compares with Jenkins. */
class UnusedSignaturesTest {

    private final Path signatures = Path.of("../jenkins-api/target/classes");

    @Test
    void everySignatureIsUsed() throws IOException {
        List<Path> classPath = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(Path::of)
                .toList();
        try (TypeSpace space = new TypeSpace(classPath)) {
            assertThat(new UnusedSignatures(signatures, Path.of("target/classes"), space).find())
                    .as("remove these from src/jenkins-api")
                    .isEmpty();
        }
    }
}
