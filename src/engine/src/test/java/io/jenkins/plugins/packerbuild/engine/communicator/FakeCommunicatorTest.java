package io.jenkins.plugins.packerbuild.engine.communicator;

import io.jenkins.plugins.packerbuild.engine.communicator.FakeCommunicator.Reply;
import java.nio.charset.StandardCharsets;

class FakeCommunicatorTest extends CommunicatorContract {

    private final FakeCommunicator fake = new FakeCommunicator();

    @Override
    protected Communicator communicator() {
        return fake;
    }

    @Override
    protected void given(String command, Reply reply) {
        fake.on(command, reply);
    }

    @Override
    protected String contentOf(String remotePath) {
        return new String(fake.uploads().get(remotePath), StandardCharsets.UTF_8);
    }
}
