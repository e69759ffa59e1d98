package io.jenkins.plugins.packerbuild.engine.build;

import io.jenkins.plugins.packerbuild.engine.builder.RunIdentity;
import io.jenkins.plugins.packerbuild.engine.communicator.Connector;
import io.jenkins.plugins.packerbuild.engine.event.BuildListener;
import io.jenkins.plugins.packerbuild.engine.ledger.ResourceLedger;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * What all builds of a run share.
 *
 * @param identity which run it is
 * @param clock time and waiting
 * @param listener hears every event; called from every build's thread
 * @param ledger where cloud resources are written before they exist
 * @param connector reaches machines
 * @param workingDirectory where relative paths of artifacts begin, absolute
 * @param redact takes secrets out of a text
 */
public record RunContext(
        RunIdentity identity,
        Clock clock,
        BuildListener listener,
        ResourceLedger ledger,
        Connector connector,
        Path workingDirectory,
        UnaryOperator<String> redact) {}
