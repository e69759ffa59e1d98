package io.jenkins.plugins.packerbuild.simulator.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressPoolTest {

    private final AddressPool pool = new AddressPool();

    @Test
    void givesEveryMachineAnAddressOfItsOwn() {
        assertThat(pool.take()).isEqualTo("127.18.0.2").isNotEqualTo(AddressPool.RESERVED);
        assertThat(pool.take()).isEqualTo("127.18.0.3");
    }

    @Test
    void givesAnAddressAgainThatWasGivenBack() {
        String first = pool.take();
        pool.take();

        pool.giveBack(first);

        assertThat(pool.take()).isEqualTo(first);
    }

    @Test
    void countsOverTheThirdPartOfAnAddress() {
        for (int i = 2; i < 256; i++) {
            pool.take();
        }

        assertThat(pool.take()).isEqualTo("127.18.1.0");
    }
}
