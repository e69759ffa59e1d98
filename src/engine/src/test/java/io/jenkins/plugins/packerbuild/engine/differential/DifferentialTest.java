package io.jenkins.plugins.packerbuild.engine.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same templates for ours and for Debian's {@code packer}: the answers are equal, or differ as the case says. Packer's
 * answers are recorded; where it is installed, the recordings are checked too. {@code -Ddifferential.record=true} renews
 * them and {@code docs/differences.md}, {@code -Ddifferential.case=NAME,PREFIX*} picks cases.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DifferentialTest {

    private static final boolean RECORD = Boolean.getBoolean("differential.record");
    private static final int MOST_QUESTIONS = 5;
    private static final String RENEW = " (renew with -Ddifferential.record=true)";
    private static final Path PAGE = Path.of("../../docs/differences.md");

    @TempDir
    static Path folder;

    private final Map<Case, Future<Answer>> fresh = new LinkedHashMap<>();
    private final ExecutorService packers = Executors.newFixedThreadPool(2);

    @BeforeAll
    void asksPacker() throws IOException {
        if ("required".equals(System.getProperty("peers")) || RECORD) {
            assertThat(Engine.BINARY).as("packer").exists();
        }
        for (Case one : Files.exists(Engine.BINARY) ? picked() : List.<Case>of()) {
            Callable<Answer> answer = () -> Engine.PACKER.answer(one, folder.resolve("packer-" + one));
            fresh.put(one, packers.submit(answer));
        }
    }

    @AfterAll
    void leavesNoThreadOfABuild() throws InterruptedException {
        packers.shutdownNow();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("build ")) {
                thread.join(5000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    @Test
    void findsPackerToCheckItsRecordings() {
        assumeTrue(Files.exists(Engine.BINARY), "packer is not installed: ours is compared with recorded answers only");
    }

    static List<Case> picked() throws IOException {
        String names = System.getProperty("differential.case", "*");
        List<String> patterns = List.of(names.replace("*", ".*").split(","));
        return Case.all().stream()
                .filter(Case::isCompared)
                .filter(one -> patterns.stream().anyMatch(one.name()::matches))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("picked")
    void answersAsPackerDoes(Case one) throws Exception {
        if (fresh.containsKey(one)) {
            String today = today(one);
            if (RECORD) {
                Files.writeString(one.recording(), today);
            }
            assertThat(today)
                    .as("the recording of " + one + " is not what packer answers today" + RENEW)
                    .isEqualTo(Files.readString(one.recording()));
        }
        String recorded = Files.readString(one.recording());
        compare(one, Answer.parse(recorded), Engine.OURS.answer(one, folder.resolve("ours-" + one)));
    }

    /** As it is recorded, or what Packer says twice: on a busy computer it may lose its last words. */
    private String today(Case one) throws Exception {
        String recorded = Files.exists(one.recording()) ? Files.readString(one.recording()) : "";
        String today = Objects.requireNonNull(fresh.get(one)).get().text();
        String before = "";
        for (int i = 0; i < MOST_QUESTIONS && !today.equals(recorded) && !today.equals(before); i++) {
            before = today;
            today = Engine.PACKER
                    .answer(one, folder.resolve("packer-" + one + "-" + i))
                    .text();
        }
        return today;
    }

    private static void compare(Case one, Answer packer, Answer ours) throws IOException {
        Map<Aspect, String> differences = new Comparison(packer, ours).differences();
        Optional<Difference> expected = one.difference();
        if (!expected.map(Difference::aspects).orElse(Set.of()).contains(Aspect.MORE)) {
            differences.remove(Aspect.MORE);
        }
        if (expected.isEmpty()) {
            assertThat(differences.keySet())
                    .as(one + " differs\n--- packer\n" + packer.text() + "--- ours\n" + ours.text() + "--- "
                            + differences)
                    .isEmpty();
            return;
        }
        assertThat(differences.keySet())
                .as(one + " differs in this\n--- packer\n" + packer.text() + "--- ours\n" + ours.text())
                .isEqualTo(expected.get().aspects());
        String text = text(differences);
        if (RECORD) {
            Files.writeString(one.ours(), text);
        }
        assertThat(text).as(one + " differs otherwise than before" + RENEW).isEqualTo(Files.readString(one.ours()));
    }

    private static String text(Map<Aspect, String> differences) {
        List<String> lines = new ArrayList<>();
        new EnumMap<>(differences).forEach((aspect, ours) -> {
            lines.add(aspect == Aspect.PROBLEMS ? "## not found by ours" : "## " + aspect.words());
            lines.add(ours.strip());
        });
        return String.join("\n", lines) + "\n";
    }

    @Test
    void listsAllDifferencesForUsers() throws IOException {
        String page = DifferencesPage.of(Case.all());
        if (RECORD) {
            Files.writeString(PAGE, page);
        }
        assertThat(page).as(PAGE + " is stale" + RENEW).isEqualTo(Files.readString(PAGE));
    }
}
