package io.jenkins.plugins.packerbuild.engine.provisioner.pause;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.provisioner.Provisioner;
import io.jenkins.plugins.packerbuild.engine.provisioner.ProvisionerSettings;
import io.jenkins.plugins.packerbuild.engine.provisioner.ProvisionerType;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.template.Deferred;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.Map;
import java.util.Optional;

/**
 * The provisioner {@code breakpoint}: waits until somebody presses enter. Without a terminal it fails at once, as Packer's
 * does, rather than wait for nobody.
 *
 * @see <a href="https://developer.hashicorp.com/packer/docs/provisioners/breakpoint">Packer's reference</a>
 */
public final class BreakpointProvisionerType implements ProvisionerType {

    @Override
    public String name() {
        return "breakpoint";
    }

    @Override
    public boolean needsMachine() {
        return false;
    }

    @Override
    public Provisioner prepare(Options options, ProvisionerSettings settings) {
        Optional<Deferred> note = options.deferred("note");
        boolean disabled = options.flag("disable", false);
        return (communicator, data, scope) -> {
            String text = note(note, data);
            if (disabled) {
                scope.narrator().say("Breakpoint provisioner" + text + " disabled; continuing...");
            } else {
                scope.narrator().say("Pausing at breakpoint provisioner" + text + ".");
                awaitEnter(scope);
            }
        };
    }

    private static String note(Optional<Deferred> note, Map<String, String> data) {
        return note.map(deferred -> deferred.render(data))
                .filter(text -> !text.isEmpty())
                .map(text -> " with note \"" + text + "\"")
                .orElse("");
    }

    private static void awaitEnter(BuildScope scope) {
        Optional<String> answer =
                scope.operator().ask(scope.narrator().builder(), "Press enter to continue.", scope.cancellation());
        scope.cancellation().throwIfCancelled();
        if (answer.isEmpty()) {
            throw new BuildException(Problem.of("Error asking for input: no available tty.")
                    .withCure("Set \"disable\": true in the breakpoint, or run this at a terminal."));
        }
    }
}
