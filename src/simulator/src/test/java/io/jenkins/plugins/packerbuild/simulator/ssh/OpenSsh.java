package io.jenkins.plugins.packerbuild.simulator.ssh;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The clients of OpenSSH, each call a process of its own. */
record OpenSsh(Path directory, int port) {

    record Said(int code, String out, String err) {}

    /** Skips the test where OpenSSH is not installed, or fails it if peers are required. */
    static void assumeInstalled() {
        boolean installed = List.of("ssh", "scp", "sftp", "ssh-keygen").stream()
                .allMatch(name -> Files.isExecutable(Path.of("/usr/bin", name)));
        if (System.getProperty("peers", "auto").equals("required") && !installed) {
            throw new AssertionError("peers=required, but OpenSSH's clients are not installed");
        }
        assumeTrue(installed, "OpenSSH's clients are not installed");
    }

    /** Makes a key pair and returns the line for authorized_keys. */
    String newKey(String name, String... options) throws Exception {
        List<String> line = new ArrayList<>(List.of("ssh-keygen", "-q", "-N", "", "-f", key(name)));
        line.addAll(List.of(options));
        run(line, "");
        return Files.readString(Path.of(key(name) + ".pub")).strip();
    }

    Said ssh(String keyName, String target, String... rest) throws Exception {
        return sshWithInput("", keyName, target, rest);
    }

    Said sshWithInput(String input, String keyName, String target, String... rest) throws Exception {
        return run(sshLine(keyName, target, rest), input);
    }

    Process start(String keyName, String target, String... rest) throws IOException {
        return new ProcessBuilder(sshLine(keyName, target, rest)).start();
    }

    Said scp(String keyName, String... rest) throws Exception {
        return run(line("scp", "-P", keyName, rest), "");
    }

    Said sftp(String commands, String keyName, String target) throws Exception {
        return run(line("sftp", "-P", keyName, "-b", "-", target), commands);
    }

    private List<String> sshLine(String keyName, String target, String... rest) {
        List<String> line = line("ssh", "-p", keyName, "-o", "LogLevel=ERROR");
        int targetAt = 0;
        while (targetAt < rest.length && rest[targetAt].startsWith("-")) {
            line.add(rest[targetAt++]);
        }
        line.add(target);
        line.addAll(List.of(rest).subList(targetAt, rest.length));
        return line;
    }

    private List<String> line(String program, String portOption, String keyName, String... rest) {
        List<String> line = new ArrayList<>(List.of(program, "-F", "none", portOption, port + "", "-i", key(keyName)));
        for (String option : List.of(
                "IdentitiesOnly=yes",
                "IdentityAgent=none",
                "BatchMode=yes",
                "ConnectTimeout=20",
                "StrictHostKeyChecking=no",
                "UserKnownHostsFile=/dev/null")) {
            line.addAll(List.of("-o", option));
        }
        line.addAll(List.of(rest));
        return line;
    }

    private String key(String name) {
        return directory.resolve(name).toString();
    }

    private Said run(List<String> line, String input) throws Exception {
        Path err = Files.createTempFile(directory, "err", ".txt");
        Process process = new ProcessBuilder(line).redirectError(err.toFile()).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("did not end in 30 s: " + line);
        }
        return new Said(process.exitValue(), out, Files.readString(err));
    }
}
