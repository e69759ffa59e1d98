package io.jenkins.plugins.packerbuild.engine.builder.digitalocean;

class FakeDigitalOceanTest extends TransportContract {

    @Override
    Transport transport() {
        return cloud;
    }
}
