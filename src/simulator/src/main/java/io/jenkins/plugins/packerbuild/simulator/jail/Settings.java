package io.jenkins.plugins.packerbuild.simulator.jail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/** The few files of {@code /etc} that programs look for. */
final class Settings {

    private static final String OS_RELEASE = """
            PRETTY_NAME="Ubuntu 24.04 LTS"
            NAME="Ubuntu"
            VERSION_ID="24.04"
            VERSION="24.04 LTS (Noble Numbat)"
            VERSION_CODENAME=noble
            ID=ubuntu
            ID_LIKE=debian
            UBUNTU_CODENAME=noble
            """;

    private static final Map<String, String> FILES = Map.of(
            "passwd", "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n",
            "group", "root:x:0:\nsudo:x:27:\nnogroup:x:65534:\n",
            "hosts", "127.0.0.1 localhost\n",
            "hostname", "simulated\n",
            "nsswitch.conf", "passwd: files\ngroup: files\nhosts: files\n",
            "shells", "/bin/sh\n",
            "os-release", OS_RELEASE);

    private Settings() {}

    static void write(Path etc) throws IOException {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path path = etc.resolve(file.getKey());
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                Files.writeString(path, file.getValue());
            }
        }
    }
}
