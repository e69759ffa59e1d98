package io.jenkins.plugins.packerbuild.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSizesTest {

    @TempDir
    private Path directory;

    @Test
    void looksUpRelativeAndAbsoluteNames() throws IOException {
        Path image = Files.writeString(directory.resolve("image.txt"), "hello");
        FileSizes.Ask ask = new FileSizes.Ask(new ArrayList<>(List.of("image.txt", image.toString(), "missing")));

        assertThat(ask.in(directory.toFile()))
                .containsExactlyInAnyOrderEntriesOf(Map.of("image.txt", 5L, image.toString(), 5L, "missing", 0L));
    }
}
