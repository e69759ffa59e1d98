package io.jenkins.plugins.packerbuild.simulator.jail;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.packerbuild.simulator.jail.HostCommand.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostCommandTest {

    private static final String PACKER = "chmod +x /tmp/script_12.sh; PACKER_BUILDER_TYPE='amazon-ebs'"
            + " PACKER_BUILD_NAME='amazon-ebs' /tmp/script_12.sh\n";

    private static final String ONE_CHANNEL = "exec sh -c 'if setsid -w true </dev/null 2>/dev/null;"
            + " then exec setsid -w sh -c \"$1\"; fi; exec sh -c \"$1\"' sh 'echo \"a1b2 group $$\" >&2;"
            + " { ( umask 077; cat >'\\''/tmp/s.sh'\\'' ) && [ $(wc -c <'\\''/tmp/s.sh'\\'') -eq 12 ]"
            + " && chmod 0755 '\\''/tmp/s.sh'\\''; } || { rm -f '\\''/tmp/s.sh'\\''; echo '\\''a1b2 upload'\\'' >&2;"
            + " exit 125; }; echo '\\''a1b2 begin'\\'' >&2; ( exec \"${SHELL:-/bin/sh}\" -c '\\''chmod +x /tmp/s.sh;"
            + " PACKER_BUILD_NAME='\\''\\'\\'''\\''x'\\''\\'\\'''\\'' /tmp/s.sh'\\'' ) </dev/null; rc=$?;"
            + " rm -f '\\''/tmp/s.sh'\\'' || { echo '\\''a1b2 left'\\'' >&2; }; exit $rc'";

    @Test
    void understandsWhatPackerSendsForAScript() {
        assertThat(HostCommand.parse("chmod 0755 /tmp/script_12.sh").kind()).isEqualTo(Kind.NONE);
        assertThat(HostCommand.parse(PACKER)).isEqualTo(new HostCommand(Kind.FILE, "/tmp/script_12.sh"));
        assertThat(HostCommand.parse("rm -f /tmp/script_12.sh").kind()).isEqualTo(Kind.NONE);
        assertThat(HostCommand.parse("rm -f ").kind()).isEqualTo(Kind.NONE);
    }

    @Test
    void understandsAScriptThatComesOnOneChannel() {
        assertThat(HostCommand.parse(ONE_CHANNEL)).isEqualTo(new HostCommand(Kind.STDIN, "/tmp/s.sh"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo x >/etc/x",
                "cat /etc/passwd",
                "cat >/tmp/a; reboot",
                "rm -f /tmp/a /etc/x",
                "rm -f /tmp/../etc/x",
                "chmod 0755 /tmp/a /tmp/b",
                "echo begin reboot >&2",
                "$(curl example.com) /tmp/a",
                "PATH=`reboot` /tmp/a",
                "sh",
                "/tmp/a*"
            })
    void understandsNothingElse(String line) {
        assertThat(HostCommand.parse(line).kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void movesTheTemporaryDirectoryToTheDisk() {
        assertThat(HostCommand.translate("cat >'/tmp/a'; /var/tmp/b x/tmp/c", Path.of("/w/m")))
                .isEqualTo("cat >'/w/m/tmp/a'; /var/tmp/b x/tmp/c");
    }
}
