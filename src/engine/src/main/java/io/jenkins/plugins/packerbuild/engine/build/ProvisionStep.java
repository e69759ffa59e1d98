package io.jenkins.plugins.packerbuild.engine.build;

import io.jenkins.plugins.packerbuild.engine.communicator.Communicator;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.provisioner.Provisioner;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the provisioners of one build, one after another; and if the build fails, now or in a later step, the
 * error-cleanup-provisioner. Results in how many ran.
 */
final class ProvisionStep implements Step<Integer> {

    /** No provisioner may keep a machine for ever that is to be removed. Longer ones have a {@code timeout} of their own. */
    private static final Duration ERROR_CLEANUP_LIMIT = Duration.ofHours(1);

    private final List<Provisioner> provisioners;
    private final Optional<Provisioner> errorCleanup;
    private final Communicator communicator;
    private final Map<String, String> data;

    ProvisionStep(
            List<Provisioner> provisioners,
            Optional<Provisioner> errorCleanup,
            Communicator communicator,
            Map<String, String> data) {
        this.provisioners = provisioners;
        this.errorCleanup = errorCleanup;
        this.communicator = communicator;
        this.data = Map.copyOf(data);
    }

    @Override
    public String name() {
        return "StepProvision";
    }

    /** As in Packer: the output above it says what went wrong. */
    @Override
    public boolean tellsFailure() {
        return false;
    }

    @Override
    public Integer run(BuildScope scope) {
        scope.onFailure(ERROR_CLEANUP_LIMIT, this::cleanUp);
        for (Provisioner provisioner : provisioners) {
            scope.cancellation().throwIfCancelled();
            provisioner.provision(communicator, data, scope);
        }
        return provisioners.size();
    }

    private void cleanUp(BuildException failure, BuildScope scope) {
        scope.narrator().say("Provisioning step had errors: Running the cleanup provisioner, if present...");
        try {
            errorCleanup.ifPresent(provisioner -> provisioner.provision(communicator, data, scope));
        } catch (RuntimeException | Error e) {
            String words = BuildException.from(e).getMessage().replaceFirst("\\.$", "");
            throw new BuildException(
                    Problem.of("Cleanup failed: " + words + ". Original Provisioning error: " + failure.getMessage()),
                    e);
        }
    }
}
