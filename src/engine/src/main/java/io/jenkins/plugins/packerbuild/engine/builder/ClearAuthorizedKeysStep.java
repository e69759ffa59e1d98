package io.jenkins.plugins.packerbuild.engine.builder;

import io.jenkins.plugins.packerbuild.engine.communicator.Command;
import io.jenkins.plugins.packerbuild.engine.communicator.CommandOutput;
import io.jenkins.plugins.packerbuild.engine.communicator.CommandResult;
import io.jenkins.plugins.packerbuild.engine.communicator.Communicator;
import io.jenkins.plugins.packerbuild.engine.step.BuildScope;
import io.jenkins.plugins.packerbuild.engine.step.Step;

/**
 * Takes the temporary key out of the login's and root's {@code authorized_keys}, so that the image does not let it in.
 * Results in whether that worked; the build goes on in either case.
 */
public final class ClearAuthorizedKeysStep implements Step<Boolean> {

    private final Communicator communicator;
    private final String keyName;

    /**
     * On a machine that can be reached.
     *
     * @param keyName ends the key's line
     */
    public ClearAuthorizedKeysStep(Communicator communicator, String keyName) {
        this.communicator = communicator;
        this.keyName = keyName;
    }

    @Override
    public String name() {
        return "StepCleanupTempKeys";
    }

    @Override
    public Boolean run(BuildScope scope) {
        scope.narrator().say("Trying to remove ephemeral keys from authorized_keys files");
        CommandResult result = communicator.run(new Command(commandLine()), new Unheard(), scope.cancellation());
        boolean worked = result.exitStatus() == 0;
        if (!worked) {
            scope.narrator()
                    .error("The temporary key may still stand in an authorized_keys file of the image;"
                            + " remove it by hand.");
        }
        return worked;
    }

    private String commandLine() {
        String pattern = keyName.replaceAll("[^A-Za-z0-9_ -]", ".");
        String delete = "sed -i '/ " + pattern + "$/d'";
        return "f=$HOME/.ssh/authorized_keys; { [ ! -f \"$f\" ] || " + delete + " \"$f\"; } && "
                + "{ [ \"$(id -u)\" = 0 ] || sudo -n sh -c \"f=/root/.ssh/authorized_keys; [ ! -f \\$f ] || "
                + delete.replace("$/", "\\$/") + " \\$f\"; }";
    }

    private static final class Unheard implements CommandOutput {
        @Override
        public void stdout(String line) {}

        @Override
        public void stderr(String line) {}
    }
}
