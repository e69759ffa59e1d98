package io.jenkins.plugins.packerbuild.agent;

import hudson.FilePath;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jenkins.agents.ControllerToAgentFileCallable;

/** How long files of a build are, as the machine that has them says. */
public final class FileSizes {

    private FileSizes() {}

    /**
     * Asks once for all of them, and does not wait for long.
     *
     * @param directory what relative names are relative to
     * @return by name; 0 for a file that is not there
     */
    public static Map<String, Long> of(FilePath directory, List<String> names)
            throws IOException, InterruptedException {
        Ask ask = new Ask(new ArrayList<>(names));
        return Remote.call("that has the files", Remote.USUAL, () -> directory.act(ask));
    }

    /** The question. The file of the call is the directory. */
    record Ask(ArrayList<String> names) implements ControllerToAgentFileCallable<HashMap<String, Long>> {
        @Override
        public HashMap<String, Long> invoke(File directory, VirtualChannel channel) {
            return in(directory);
        }

        HashMap<String, Long> in(File directory) {
            HashMap<String, Long> sizes = new HashMap<>();
            for (String name : names) {
                File file = new File(name);
                sizes.put(name, (file.isAbsolute() ? file : new File(directory, name)).length());
            }
            return sizes;
        }
    }
}
