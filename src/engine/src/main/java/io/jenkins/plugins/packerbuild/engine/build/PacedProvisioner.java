package io.jenkins.plugins.packerbuild.engine.build;

import io.jenkins.plugins.packerbuild.engine.communicator.Communicator;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.provisioner.Provisioner;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.template.GoText;
import io.jenkins.plugins.packerbuild.engine.template.Pacing;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.CancelledException;
import java.time.Duration;
import java.util.Map;

/**
 * A provisioner with Packer's options of every provisioner around it. Each try is a pause and then, within its own time, the
 * provisioner.
 *
 * @param provisioner what runs
 * @param title what to call it in a sentence: {@code provisioner 2 (shell)}
 * @param pacing when and how often
 */
record PacedProvisioner(Provisioner provisioner, String title, Pacing pacing) implements Provisioner {

    /** The provisioner itself when there is nothing around it. */
    static Provisioner of(Provisioner provisioner, String title, Pacing pacing) {
        return pacing.equals(Pacing.NONE) ? provisioner : new PacedProvisioner(provisioner, title, pacing);
    }

    @Override
    public void provision(Communicator communicator, Map<String, String> data, BuildScope scope) {
        int left = pacing.maxRetries();
        while (true) {
            try {
                attempt(communicator, data, scope);
                return;
            } catch (CancelledException e) {
                throw e;
            } catch (RuntimeException e) {
                scope.cancellation().throwIfCancelled();
                if (left <= 0) {
                    if (pacing.maxRetries() != 0) {
                        scope.narrator().say("retry limit reached.");
                    }
                    throw e;
                }
                String words = GoText.quoted(BuildException.from(e).getMessage());
                scope.narrator().say("Provisioner failed with " + words + ", retrying with " + left + " trie(s) left");
                left--;
            }
        }
    }

    private void attempt(Communicator communicator, Map<String, String> data, BuildScope scope) {
        if (!pacing.pauseBefore().isZero()) {
            String pause = GoText.of(pacing.pauseBefore());
            scope.narrator().say("Pausing " + pause + " before the next provisioner...");
            scope.clock().sleep(pacing.pauseBefore(), scope.cancellation());
        }
        if (pacing.timeout().isZero()) {
            provisioner.provision(communicator, data, scope);
        } else {
            withinItsTime(communicator, data, scope);
        }
    }

    /** Only the provisioner is cancelled when its time is over: what it has started ends, and the build goes its way. */
    private void withinItsTime(Communicator communicator, Map<String, String> data, BuildScope scope) {
        String limit = GoText.of(pacing.timeout());
        scope.narrator().say("Setting a " + limit + " timeout for the next provisioner...");
        Cancellation ofBuild = scope.cancellation();
        Cancellation ofTry = ofBuild.child();
        try (Cancellation.Registration told = ofTry.onCancel(() -> tell(ofBuild, scope));
                Cancellation.Registration alarm = alarm(scope, ofTry)) {
            provisioner.provision(communicator, data, scope.until(ofTry));
        } catch (RuntimeException e) {
            if (ofBuild.isCancelled() || !ofTry.isCancelled()) {
                throw e;
            }
            throw new BuildException(
                    Problem.of("Could not finish " + title + " within its timeout of " + limit + ".")
                            .withCure("Look above why it takes so long, or raise its \"timeout\"."),
                    e);
        }
    }

    private Cancellation.Registration alarm(BuildScope scope, Cancellation ofTry) {
        Duration limit = pacing.timeout().isNegative() ? Duration.ZERO : pacing.timeout();
        return scope.clock().cancelAfter(limit, ofTry, "its timeout was over");
    }

    private static void tell(Cancellation ofBuild, BuildScope scope) {
        if (!ofBuild.isCancelled()) {
            scope.narrator().error("Cancelling provisioner after a timeout...");
        }
    }
}
