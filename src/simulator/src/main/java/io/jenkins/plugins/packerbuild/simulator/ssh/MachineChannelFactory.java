package io.jenkins.plugins.packerbuild.simulator.ssh;

import java.io.IOException;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.server.channel.ChannelSessionFactory;

/** Makes the channels of {@link MachineServer}; others than sessions are refused: a machine forwards no ports. */
final class MachineChannelFactory extends ChannelSessionFactory {

    @Override
    public Channel createChannel(Session session) throws IOException {
        return new MachineChannel();
    }
}
