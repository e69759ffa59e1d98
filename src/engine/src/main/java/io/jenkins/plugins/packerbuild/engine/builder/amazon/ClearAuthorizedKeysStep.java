package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.communicator.Command;
import io.jenkins.plugins.packerbuild.engine.communicator.CommandOutput;
import io.jenkins.plugins.packerbuild.engine.communicator.Communicator;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;
import java.util.List;

/** Takes the temporary key out of the machine's files, so that it is not in the image. */
record ClearAuthorizedKeysStep(Site site, Communicator communicator, String keyName) implements Step<Boolean> {

    private static final CommandOutput UNHEARD = new CommandOutput() {
        @Override
        public void stdout(String line) {
            // Nobody needs it.
        }

        @Override
        public void stderr(String line) {
            // The exit status says enough.
        }
    };

    @Override
    public String name() {
        return "StepCleanupTempKeys";
    }

    /** Whether the login's own file could be changed; root's is often out of reach, which is no failure. */
    @Override
    public Boolean run(BuildScope scope) {
        site.tell().removingKeysFromMachine();
        List<Integer> statuses = List.of(
                edit("", "~/.ssh/authorized_keys", scope), edit("sudo -n ", "/root/.ssh/authorized_keys", scope));
        if (statuses.get(0) != 0) {
            site.tell().keysStayOnMachine("exit status " + statuses.get(0));
        }
        return statuses.get(0) == 0;
    }

    private int edit(String prefix, String file, BuildScope scope) {
        String comment = keyName.replaceAll("[^A-Za-z0-9_ -]", ".");
        String line = prefix + "sed -i '/ " + comment + "$/d' " + file;
        return communicator
                .run(new Command(line), UNHEARD, scope.cancellation())
                .exitStatus();
    }
}
