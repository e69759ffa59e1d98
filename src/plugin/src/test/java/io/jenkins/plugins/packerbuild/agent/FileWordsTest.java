package io.jenkins.plugins.packerbuild.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;

class FileWordsTest {

    @Test
    void saysWhatTheDiskSaidAndNotWhatWasTried() {
        IOException e = new IOException("Failed to extract /a/b/**", new IOException("No space left on device"));

        assertThat(FileWords.of(e)).isEqualTo("No space left on device");
    }

    @Test
    void namesTheFileThatIsRefused() {
        assertThat(FileWords.of(new IOException(new AccessDeniedException("/a/b"))))
                .isEqualTo("/a/b: permission denied");
    }
}
