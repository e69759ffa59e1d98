package io.jenkins.plugins.packerbuild.injenkins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Templates of the tests, as texts. */
final class Templates {

    /** Two files, made at once. */
    static final String TWO_FILES = """
            {"builders": [
              {"type": "file", "name": "one", "content": "first", "target": "one.txt"},
              {"type": "file", "name": "two", "content": "second", "target": "two.txt"}
            ]}
            """;

    /** One file; the other has no directory to be in. */
    static final String ONE_FAILS = """
            {"builders": [
              {"type": "file", "name": "good", "content": "first", "target": "good.txt"},
              {"type": "file", "name": "bad", "content": "second", "target": "/proc/none/bad.txt"}
            ]}
            """;

    /** A file whose content is the value of a variable. */
    static final String FILE_OF_A_VARIABLE = """
            {"variables": {"text": ""},
             "builders": [{"type": "file", "content": "{{user `text`}}", "target": "file.txt"}]}
            """;

    private Templates() {}

    /** docs/examples/example.json: an AMI and a snapshot. */
    static String example() throws IOException {
        return Files.readString(Path.of("../../docs/examples/example.json"));
    }

    /** A build that waits for a machine which never answers. */
    static String waitingFor(SilentHost host) {
        return waitingFor(host, "slow");
    }

    static String waitingFor(SilentHost host, String name) {
        return """
                {"builders": [{"type": "null", "name": "%s", "communicator": "ssh", "ssh_host": "127.0.0.1",
                  "ssh_port": %d, "ssh_username": "x", "ssh_password": "y", "ssh_timeout": "30m"}]}
                """.formatted(name, host.port());
    }

    /** A droplet and its snapshot; nothing but the token is missing. */
    static String droplet(String endpoint, int sshPort) {
        return """
                {"builders": [{"type": "digitalocean", "api_url": "%s", "region": "nyc3", "size": "s-1vcpu-1gb",
                  "image": "ubuntu-24-04-x64", "ssh_username": "root", "ssh_port": %d}]}
                """.formatted(endpoint, sshPort);
    }

    /** A Pipeline that writes a template into its workspace and does something with it. */
    static String pipeline(String template, String steps) {
        return pipeline("", template, steps);
    }

    static String pipeline(String label, String template, String steps) {
        return "node('" + label + "') {\n writeFile file: 'template.json', text: '''" + template + "'''\n" + steps
                + "\n}\n";
    }
}
