package io.jenkins.plugins.packerbuild.simulator.jail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a machine in namespaces can do and cannot, in each way of making them that this computer has. */
class JailTest {

    @TempDir
    static Path shared;

    private static final Map<JailMode, Jails> JAILS = new EnumMap<>(JailMode.class);

    @TempDir
    Path work;

    private final List<Jail> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(Jail::close);
    }

    @ParameterizedTest
    @EnumSource(names = {"BUBBLEWRAP", "UNSHARE"})
    void writesNothingOutsideOfItsDisk(JailMode mode) throws Exception {
        Jails jails = jails(mode);
        MachineRoot root = jails.createRoot(work.resolve("m1"), Optional.empty());
        String name = "packer-build-" + ProcessHandle.current().pid();

        Said said = run(
                enter(jails, root),
                "for d in /etc /root /usr /opt /var/lib /tmp; do echo x >$d/%s || exit 1; done; echo 1 >/proc/sys/kernel/printk_delay"
                        .formatted(name));

        assertThat(said.exit().code()).isNotZero();
        assertThat(said.err()).contains("Read-only file system");
        for (String directory : List.of("/etc", "/root", "/usr", "/opt", "/var/lib", "/tmp")) {
            assertThat(Path.of(directory, name)).doesNotExist();
            assertThat(root.resolve(directory + "/" + name)).exists();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BUBBLEWRAP", "UNSHARE"})
    void seesNeitherRealFilesNorRealProcesses(JailMode mode) throws Exception {
        Jails jails = jails(mode);
        Path secret = Files.writeString(work.resolve("secret"), "real");

        Said said = run(
                enter(jails, jails.createRoot(work.resolve("m1"), Optional.empty())),
                "cat %s; kill -0 %d; echo over"
                        .formatted(secret, ProcessHandle.current().pid()));

        assertThat(said.out()).isEqualTo("over\n");
        assertThat(said.err()).contains("No such file or directory").contains("No such process");
    }

    @ParameterizedTest
    @EnumSource(names = {"BUBBLEWRAP", "UNSHARE"})
    void installsAPackageThatTheImageKeeps(JailMode mode) throws Exception {
        Jails jails = jails(mode);
        MachineRoot first = jails.createRoot(work.resolve("m1"), Optional.empty());
        Said installed =
                run(enter(jails, first), "sudo apt-get update && sudo apt-get install -y redis-server && redis-server");
        first.snapshotTo(work.resolve("image"));

        MachineRoot second = jails.createRoot(work.resolve("m2"), Optional.of(work.resolve("image")));
        Said there = run(enter(jails, second), "/usr/bin/redis-server; ls -d /usr/bin/sudo");

        assertThat(installed.exit().code()).isZero();
        assertThat(installed.out()).contains("Setting up redis-server");
        assertThat(work.resolve("image/usr/bin/redis-server")).isRegularFile();
        assertThat(work.resolve("image/usr/bin/ls")).doesNotExist();
        assertThat(there.out()).startsWith("redis-server 5:").endsWith("/usr/bin/sudo\n");
    }

    @ParameterizedTest
    @EnumSource(names = {"BUBBLEWRAP", "UNSHARE"})
    void killsAProcessGroupFromAnotherCommand(JailMode mode) throws Exception {
        Jails jails = jails(mode);
        Jail jail = enter(jails, jails.createRoot(work.resolve("m1"), Optional.empty()));
        JailedProcess first = jail.start(JailCommand.of("root", "setsid -w sh -c 'echo $$; /.host/usr/bin/sleep 100'"));
        String group = firstLine(first);

        Said kill = run(jail, "kill -s TERM -- -" + group);

        assertThat(kill.exit().code()).isZero();
        assertThat(first.exit().get(10, TimeUnit.SECONDS).code()).isNotZero();
        first.release();
    }

    @ParameterizedTest
    @EnumSource(names = {"BUBBLEWRAP", "UNSHARE"})
    void tellsASignalFromAnExitStatus(JailMode mode) throws Exception {
        Jails jails = jails(mode);
        Jail jail = enter(jails, jails.createRoot(work.resolve("m1"), Optional.empty()));

        assertThat(run(jail, "kill -TERM $$").exit()).isEqualTo(new JailExit(143, Optional.of("TERM")));
        assertThat(run(jail, "exit 143").exit()).isEqualTo(new JailExit(143, Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(names = {"BUBBLEWRAP", "UNSHARE"})
    void closingKillsDaemonsToo(JailMode mode) throws Exception {
        Jails jails = jails(mode);
        Jail jail = enter(jails, jails.createRoot(work.resolve("m1"), Optional.empty()));
        JailedProcess starter = jail.start(JailCommand.of("root", "setsid sleep 100000 & echo started"));
        firstLine(starter);
        starter.exit().get(10, TimeUnit.SECONDS);

        jail.close();

        assertThat(readRest(starter)).isEmpty();
        starter.release();
        assertThatThrownBy(() -> jail.start(JailCommand.of("root", "true"))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"BUBBLEWRAP", "UNSHARE"})
    void endsWithItsFirstProcessAndLeavesNoDaemon(JailMode mode) throws Exception {
        Jails jails = jails(mode);
        Jail jail = enter(jails, jails.createRoot(work.resolve("m1"), Optional.empty()));
        JailedProcess starter = jail.start(JailCommand.of("root", "setsid sleep 100000 & echo started"));
        firstLine(starter);

        JailedProcess end = jail.start(JailCommand.of("root", "kill -KILL $(cat /run/init.pid)"));

        jail.ended().toCompletableFuture().get(10, TimeUnit.SECONDS);
        assertThat(readRest(starter)).isEmpty();
        starter.release();
        end.release();
    }

    private static Jails jails(JailMode mode) throws IOException {
        Jails known = JAILS.get(mode);
        if (known == null) {
            known = open(mode);
            JAILS.put(mode, known);
        }
        return known;
    }

    private static Jails open(JailMode mode) throws IOException {
        try {
            return Jails.open(shared.resolve(mode.name()), 1000, List.of(mode));
        } catch (IOException e) {
            assumeTrue(
                    System.getProperty("peers", "auto").equals("required"), () -> mode + " does not work here: " + e);
            throw e;
        }
    }

    private Jail enter(Jails jails, MachineRoot root) throws IOException {
        Jail jail = jails.enter(root);
        open.add(jail);
        return jail;
    }

    private static Said run(Jail jail, String line) throws Exception {
        JailedProcess process = jail.start(JailCommand.of("root", line));
        process.stdin().close();
        String out = readRest(process);
        String err = new String(Channels.newInputStream(process.stderr()).readAllBytes(), StandardCharsets.UTF_8);
        JailExit exit = process.exit().get(10, TimeUnit.SECONDS);
        process.release();
        return new Said(exit, out, err);
    }

    private static String readRest(JailedProcess process) throws IOException {
        return new String(Channels.newInputStream(process.stdout()).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String firstLine(JailedProcess process) throws IOException {
        StringBuilder line = new StringBuilder();
        var in = Channels.newInputStream(process.stdout());
        for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    private record Said(JailExit exit, String out, String err) {}
}
