package io.jenkins.plugins.packerbuild.engine.communicator.none;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.packerbuild.engine.communicator.Authentication;
import io.jenkins.plugins.packerbuild.engine.communicator.Command;
import io.jenkins.plugins.packerbuild.engine.communicator.Communicator;
import io.jenkins.plugins.packerbuild.engine.communicator.CommunicatorSettings;
import io.jenkins.plugins.packerbuild.engine.communicator.ConnectionTarget;
import io.jenkins.plugins.packerbuild.engine.communicator.LoginDefaults;
import io.jenkins.plugins.packerbuild.engine.communicator.RecordingOutput;
import io.jenkins.plugins.packerbuild.engine.communicator.RemoteScript;
import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.event.RecordingListener;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.template.TestOptions;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NoneConnectorTest {

    private final RecordingListener listener = new RecordingListener();
    private final RecordingOutput output = new RecordingOutput();
    private final Cancellation cancellation = new Cancellation();

    @Test
    void connectsWithoutAskingForAHostAndWithoutAWord() {
        connect().close();

        assertThat(listener.said()).isEmpty();
    }

    @Test
    void refusesEverythingAndSaysWhatToDo() {
        Communicator none = connect();
        RemoteScript script = new RemoteScript(new byte[0], "/tmp/s", path -> path, false);

        assertThatThrownBy(() -> none.run(new Command("true"), output, cancellation))
                .isInstanceOf(BuildException.class)
                .hasMessageContaining("Could not run a command: communicator = 'none' reaches no machine.")
                .hasMessageContaining("except");
        assertThatThrownBy(() -> none.runScript(script, output, cancellation))
                .hasMessageContaining("Could not run script '/tmp/s'");
        assertThatThrownBy(() -> none.upload(Path.of("a"), "b", cancellation))
                .hasMessageContaining("Could not upload 'a'");
    }

    @Test
    void noticesACancel() {
        Communicator none = connect();
        cancellation.cancel("enough");

        assertThatThrownBy(() -> none.run(new Command("true"), output, cancellation))
                .isInstanceOf(CancelledException.class);
        assertThatThrownBy(this::connect).isInstanceOf(CancelledException.class);
    }

    private Communicator connect() {
        CommunicatorSettings settings = CommunicatorSettings.read(
                TestOptions.of("{\"communicator\": \"none\"}").options(), LoginDefaults.NONE);
        ConnectionTarget target = new ConnectionTarget(
                () -> {
                    throw new AssertionError("nobody needs the host");
                },
                new Authentication(null, null),
                settings);
        return new NoneConnector().connect(target, new Narrator("web", listener), cancellation);
    }
}
