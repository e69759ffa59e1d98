package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.problem.ProviderException;
import io.jenkins.plugins.packerbuild.engine.problem.ProviderException.Reason;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes a security group that lets us in, unless the template names some. */
record CreateSecurityGroupStep(Site site, NetworkOptions network, int port, Optional<String> vpcId)
        implements Step<List<GroupId>> {

    private static final Duration CLEANUP_LIMIT = Duration.ofMinutes(6);
    private static final int LOOKS = 8;

    @Override
    public String name() {
        return "StepSecurityGroup";
    }

    @Override
    public List<GroupId> run(BuildScope scope) {
        if (!network.groups().isEmpty()) {
            site.tell().usingGroups(network.groups());
            return network.groups();
        }
        String name = Site.uniqueName();
        site.tell().creatingGroup(name);
        Tracked tracked = site.announce(ResourceKind.SECURITY_GROUP, name);
        scope.onCleanup(
                "security group " + name,
                CLEANUP_LIMIT,
                cancellation -> tracked.remove(id -> site.removal(cancellation).securityGroup(id)));
        GroupId group = tracked.create(() -> createOrFind(name), GroupId::value);
        site.tell().authorizing(port, network.sourceCidrs());
        authorize(group);
        return List.of(group);
    }

    /** The answer to an earlier try may have been lost. */
    private GroupId createOrFind(String name) {
        try {
            return site.ec2()
                    .createSecurityGroup(new NewGroup(name, vpcId, site.tags().all()));
        } catch (ProviderException e) {
            if (e.reason() != Reason.CONFLICT) {
                throw e;
            }
            Filters ours = Filters.marked(site.tags()).and("group-name", name);
            return Tracked.inDoubt(e, () -> site.ec2().securityGroups(ours)).stream()
                    .findFirst()
                    .orElseThrow(() -> e);
        }
    }

    /** A new group is not seen everywhere at once; and a rule may be there already, by a try whose answer was lost. */
    private void authorize(GroupId group) {
        for (int look = 1; ; look++) {
            try {
                site.ec2().authorizeIngress(group, port, network.sourceCidrs());
                return;
            } catch (ProviderException e) {
                if (e.reason() == Reason.CONFLICT) {
                    return;
                }
                if (e.reason() != Reason.NOT_FOUND || look == LOOKS) {
                    throw e;
                }
                site.pace().sleep(Duration.ofSeconds(look));
            }
        }
    }
}
