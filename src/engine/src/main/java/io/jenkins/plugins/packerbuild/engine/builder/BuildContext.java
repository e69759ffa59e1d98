package io.jenkins.plugins.packerbuild.engine.builder;

import io.jenkins.plugins.packerbuild.engine.communicator.Connector;
import io.jenkins.plugins.packerbuild.engine.ledger.ResourceLedger;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;

/**
 * What a builder runs with.
 *
 * @param name the build's name
 * @param run which run it belongs to
 * @param scope narrator, cancellation, clock, cleanups
 * @param ledger where every cloud resource is written before it exists
 * @param connector reaches machines
 * @param provisioning runs the template's provisioners, once, when the machine is reached
 */
public record BuildContext(
        String name,
        RunIdentity run,
        BuildScope scope,
        ResourceLedger ledger,
        Connector connector,
        Provisioning provisioning) {}
