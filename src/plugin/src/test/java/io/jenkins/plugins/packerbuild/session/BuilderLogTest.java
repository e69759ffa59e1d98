package io.jenkins.plugins.packerbuild.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuilderLogTest {

    private static final Fields NOTHING = new Fields(Map.of());

    @TempDir
    private Path root;

    private RunFolder folder(long head, long tail) {
        return new RunFolder(root, new LogLimits(head, tail));
    }

    private static String text(RunFolder folder) throws IOException {
        return new String(folder.log(0).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> String.format("line %04d", i))
                .toList();
    }

    @Test
    void isEmptyBeforeAnythingIsSaid() throws IOException {
        assertThat(text(folder(100, 100))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1000})
    void keepsTheBeginningAndTheEndAndSaysTheCut(int atOnce) throws IOException {
        RunFolder folder = folder(100, 200);
        BuilderLog log = folder.openLog(0, NOTHING);
        for (int i = 0; i < 1000; i += atOnce) {
            log.append(numbers(i, Math.min(1000, i + atOnce)));
            log.saved();
        }

        assertThat(log.length()).isEqualTo(10_000);
        assertThat(text(folder))
                .startsWith(String.join("\n", numbers(0, 10)) + "\n\n[9700 bytes are not kept here")
                .endsWith("]\n\n" + String.join("\n", numbers(980, 1000)) + "\n");
        String before = text(folder);
        folder.packLog(0);
        assertThat(text(folder)).isEqualTo(before);
        try (var files = Files.list(root)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("log-0.txt.gz");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10, 20, 29, 30})
    void cutsNothingOfWhatFits(int lines) throws IOException {
        RunFolder folder = folder(100, 200);
        BuilderLog log = folder.openLog(0, NOTHING);
        log.append(numbers(0, lines));

        assertThat(text(folder)).isEqualTo(String.join("\n", numbers(0, lines)) + "\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10, 15, 31, 52, 77})
    void goesOnWhereItsStateWasSaved(int saved) throws IOException {
        RunFolder folder = folder(100, 200);
        BuilderLog log = folder.openLog(0, NOTHING);
        for (int i = 0; i < saved; i++) {
            log.append(numbers(i, i + 1));
            log.saved();
        }
        Fields state = new Fields(log.state());
        for (int i = saved; i < saved + 40; i++) {
            log.append(numbers(i, i + 1));
        }
        BuilderLog again = folder.openLog(0, state);
        again.append(numbers(saved, 100));

        Path other = Files.createDirectory(root.resolve("other"));
        RunFolder plain = new RunFolder(other, new LogLimits(100, 200));
        plain.openLog(0, NOTHING).append(numbers(0, 100));
        assertThat(text(folder)).isEqualTo(text(plain));
    }

    @Test
    void bearsALineLongerThanAllLimits() throws IOException {
        RunFolder folder = folder(10, 10);
        BuilderLog log = folder.openLog(0, NOTHING);
        for (int i = 0; i < 5; i++) {
            log.append(List.of("x".repeat(100)));
            log.saved();
        }
        assertThat(text(folder)).startsWith("x".repeat(100)).contains("bytes are not kept here");
    }
}
