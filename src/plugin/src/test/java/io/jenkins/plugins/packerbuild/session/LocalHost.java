package io.jenkins.plugins.packerbuild.session;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** This machine as an agent: a real session directory with a real engine process in it, which a shell looks after. */
final class LocalHost implements SessionHost {

    static final Path ENGINE =
            Path.of("../engine/target/packer-build.jar").toAbsolutePath().normalize();

    private static final String SCRIPT = String.join(
            "\n",
            "mkdir launched || exit 0",
            "$LIMIT",
            "session=$PWD",
            "cd \"$WORK\"",
            "\"$JAVA\" \"@$session/jvm.args\" </dev/null >\"$session/engine.log\" 2>&1 &",
            "cd \"$session\"",
            "echo $! >pid",
            "wait $!",
            "echo $? >exit.tmp",
            "mv exit.tmp exit");

    final Path session;
    private final Path work;
    private final Purpose purpose;

    /** What a look brings at most. */
    int mostBytes = Integer.MAX_VALUE;

    /** Whether secrets are lost on their way. */
    boolean deaf;

    /** A command of the shell before the engine starts. */
    String limit = ":";

    int launches;

    private final List<Process> shells = new ArrayList<>();

    LocalHost(Path session, Path work, Purpose purpose) {
        this.work = work.toAbsolutePath();
        this.session = session.toAbsolutePath();
        this.purpose = purpose;
    }

    @Override
    public void prepare(byte[] spec) throws IOException {
        Files.createDirectories(session.getParent());
        if (!Files.exists(session)) {
            Files.createDirectory(
                    session, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        if (spec.length > 0) {
            Files.write(session.resolve("spec.json"), spec);
        }
        List<String> command = purpose == Purpose.CLEANUP
                ? List.of("cleanup", session.toString())
                : List.of(purpose.command(), "-session=" + session);
        Files.write(
                session.resolve("jvm.args"),
                Stream.concat(
                                Stream.of(
                                        "-Xmx128m", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-jar", ENGINE.toString()),
                                command.stream())
                        .toList());
    }

    @Override
    public void launch() throws IOException, InterruptedException {
        launches++;
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", SCRIPT.replace("$LIMIT", limit))
                .directory(session.toFile())
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"));
        shell.environment().put("WORK", work.toString());
        shell.environment()
                .put(
                        "JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
        shell.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("DIGITALOCEAN_"));
        shells.add(shell.start());
    }

    @Override
    public Look look(Look.Request request) throws IOException {
        if (!Files.isDirectory(session)) {
            return new Look(false, new byte[0], 0, "", "", false);
        }
        Files.writeString(session.resolve("lease"), request.lease());
        String exit = text("exit");
        boolean hasResult = Files.exists(session.resolve("result.json"));
        Path events = session.resolve("events.jsonl");
        if (!Files.exists(events)) {
            return new Look(true, new byte[0], 0, text("heartbeat"), exit, hasResult);
        }
        try (RandomAccessFile in = new RandomAccessFile(events.toFile(), "r")) {
            long length = in.length();
            byte[] bytes = new byte
                    [(int) Math.max(0, Math.min(length - request.offset(), Math.min(mostBytes, request.mostBytes())))];
            in.seek(request.offset());
            in.readFully(bytes);
            return new Look(true, bytes, length, text("heartbeat"), exit, hasResult);
        }
    }

    @Override
    public String filesDirectory() {
        return session.resolve("files").toString();
    }

    @Override
    public void answer(byte[] secrets, Map<String, byte[]> files) throws IOException {
        if (deaf) {
            return;
        }
        Path temporary = Files.createFile(
                session.resolve("secrets.tmp"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(temporary, secrets);
        Files.move(temporary, session.resolve("secrets.json"), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void requestCancel() throws IOException {
        Files.writeString(session.resolve("cancel"), "");
    }

    @Override
    public byte[] read(String file, int most) throws IOException {
        return WholeFile.read(session.resolve(file), most);
    }

    @Override
    public byte[] tail(String file, int most) throws IOException {
        byte[] all = WholeFile.read(session.resolve(file), Integer.MAX_VALUE - 8);
        return all.length <= most ? all : java.util.Arrays.copyOfRange(all, all.length - most, all.length);
    }

    @Override
    public boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    @Override
    public void kill() throws IOException {
        engine().destroyForcibly();
    }

    @Override
    public void delete() throws IOException {
        try (Stream<Path> files = Files.walk(session)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The engine's process, which must have been started. */
    ProcessHandle engine() throws IOException {
        return ProcessHandle.of(Long.parseLong(text("pid"))).orElseThrow();
    }

    /** Waits for the shells that have started engines. */
    void awaitShell() throws InterruptedException {
        for (Process shell : shells) {
            shell.waitFor(60, TimeUnit.SECONDS);
        }
    }

    /** Waits for a process's end. */
    static void awaitEnd(ProcessHandle process) throws Exception {
        process.onExit().get(60, TimeUnit.SECONDS);
    }

    private String text(String file) throws IOException {
        return new String(read(file, 1000), StandardCharsets.UTF_8).strip();
    }
}
