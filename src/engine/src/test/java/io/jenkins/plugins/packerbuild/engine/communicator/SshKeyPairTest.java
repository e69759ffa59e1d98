package io.jenkins.plugins.packerbuild.engine.communicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SshKeyPairTest {

    @Test
    void writesThePublicKeyAsOneLineWithItsComment() {
        SshKeyPair pair = SshKeyPair.generate("packer-1234");

        String[] parts = pair.publicKeyLine().split(" ");
        assertThat(parts).hasSize(3).startsWith("ssh-ed25519").endsWith("packer-1234");
        assertThat(Base64.getDecoder().decode(parts[1])).hasSize(4 + 11 + 4 + 32);
    }

    @Test
    void givesAPrivateKeyThatLooksWellAndIsNotPrinted() {
        SshKeyPair pair = SshKeyPair.generate("x");

        assertThat(PrivateKeyText.fault(pair.privateKey().reveal())).isEmpty();
        assertThat(pair.toString()).doesNotContain("PRIVATE KEY");
    }

    @Test
    void neverGivesTheSameKeyTwice() {
        assertThat(SshKeyPair.generate("a").publicKeyLine())
                .isNotEqualTo(SshKeyPair.generate("a").publicKeyLine());
    }
}
