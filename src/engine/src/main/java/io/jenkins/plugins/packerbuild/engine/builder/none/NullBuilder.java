package io.jenkins.plugins.packerbuild.engine.builder.none;

import io.jenkins.plugins.packerbuild.engine.artifact.Artifact;
import io.jenkins.plugins.packerbuild.engine.builder.BuildContext;
import io.jenkins.plugins.packerbuild.engine.builder.ConnectStep;
import io.jenkins.plugins.packerbuild.engine.builder.ImageBuilder;
import io.jenkins.plugins.packerbuild.engine.communicator.Authentication;
import io.jenkins.plugins.packerbuild.engine.communicator.Communicator;
import io.jenkins.plugins.packerbuild.engine.communicator.CommunicatorSettings;
import io.jenkins.plugins.packerbuild.engine.communicator.ConnectionTarget;
import io.jenkins.plugins.packerbuild.engine.secret.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Connects, provisions, and is done. */
final class NullBuilder implements ImageBuilder {

    private final CommunicatorSettings settings;

    NullBuilder(CommunicatorSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Secret> secrets() {
        return settings.login().password().stream().toList();
    }

    @Override
    public boolean hasMachine() {
        return settings.kind() == CommunicatorSettings.Kind.SSH;
    }

    @Override
    public Artifact build(BuildContext context) {
        Communicator communicator = context.scope().run(new ConnectStep(context.connector(), target()));
        context.provisioning().provision(communicator, data(context), context.scope());
        return new Artifact(
                context.name(),
                NullType.NAME,
                "fnoeding.null",
                "Null",
                "Did not export anything. This is the null builder",
                List.of(),
                List.of());
    }

    private ConnectionTarget target() {
        CommunicatorSettings.Login login = settings.login();
        String host = login.host().orElse("localhost");
        return new ConnectionTarget(() -> host, Authentication.from(login), settings);
    }

    private Map<String, String> data(BuildContext context) {
        CommunicatorSettings.Login login = settings.login();
        Map<String, String> data = new LinkedHashMap<>();
        data.put("ID", "Null");
        data.put("Host", login.host().orElse(""));
        data.put("Port", "" + login.port());
        data.put("User", login.username());
        data.put("Password", login.password().map(Secret::reveal).orElse(""));
        data.put("ConnType", settings.kind() == CommunicatorSettings.Kind.SSH ? "ssh" : "none");
        data.put("PackerRunUUID", context.run().runId());
        return data;
    }
}
