package io.jenkins.plugins.packerbuild.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {

    private static final SessionRecord RECORD = new SessionRecord(
            "3f00",
            "images/base#12",
            "",
            "C:\\agent\\x",
            Purpose.BUILD,
            "a.json",
            Phase.RUNNING,
            List.of(new SessionRecord.CredentialName(true, "db", "db-pw", "https://x")));

    @TempDir
    private Path root;

    private Registry registry;

    @BeforeEach
    void open() {
        registry = new Registry(root.resolve("packer-build/sessions"));
    }

    @Test
    void knowsNothingAtFirst() throws IOException {
        assertThat(registry.list()).isEmpty();
        assertThat(registry.find("3f00")).isEmpty();
        assertThat(registry.spec("3f00")).isEmpty();
        assertThat(registry.ledger("3f00")).isEmpty();
        assertThat(registry.leftovers("3f00")).isEmpty();
    }

    @Test
    void findsWhatItWasGivenAndForgetsIt() throws IOException {
        registry.save(RECORD);
        registry.saveSpec("3f00", new byte[] {1, 2});
        registry.ledgerCopy("3f00").begin("run");

        assertThat(registry.find("3f00")).contains(RECORD);
        assertThat(registry.list()).containsExactly(RECORD);
        assertThat(registry.spec("3f00")).containsExactly(1, 2);

        registry.remove("3f00");
        registry.remove("3f00");
        assertThat(registry.list()).isEmpty();
        assertThat(root.resolve("packer-build/sessions")).isEmptyDirectory();
    }

    @Test
    void leavesOutWhatCannotBeRead() throws IOException {
        registry.save(RECORD);
        for (String name : List.of("broken", "old", "none")) {
            Files.createDirectories(root.resolve("packer-build/sessions").resolve(name));
        }
        Files.writeString(root.resolve("packer-build/sessions/broken/session.json"), "{");
        Files.writeString(root.resolve("packer-build/sessions/old/session.json"), "{\"phase\":\"dreaming\"}");

        assertThat(registry.list()).containsExactly(RECORD);
    }

    @Test
    void takesNoPathForAnId() {
        assertThatThrownBy(() -> registry.spec("../../etc")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void goesOnBehindALineThatACrashHasCut() throws IOException {
        LedgerCopy copy = registry.ledgerCopy("3f00");
        copy.begin("run");
        copy.append(List.of("{\"entry\":1,\"state\":\"created\",\"builder\":\"w\",\"kind\":\"k\",\"id\":\"7\"}"));
        Path file = root.resolve("packer-build/sessions/3f00/ledger.jsonl");
        byte[] whole = Files.readAllBytes(file);
        Files.writeString(file, "{\"entry\":1,\"sta", java.nio.file.StandardOpenOption.APPEND);

        LedgerCopy again = registry.ledgerCopy("3f00");
        assertThat(again.open()).hasSize(1);
        again.append(List.of("{\"entry\":1,\"state\":\"gone\"}"));
        assertThat(Files.readString(file))
                .isEqualTo(new String(whole, StandardCharsets.UTF_8) + "{\"entry\":1,\"state\":\"gone\"}\n");
        assertThat(registry.leftovers("3f00")).isEmpty();
    }
}
