package io.jenkins.plugins.packerbuild.agent;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.util.ArrayList;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * Asks the agent whether a step's files are there; answers what is wrong. The file of the call is the current directory.
 *
 * @param workspace the workspace's root; may be empty
 * @param template as the user gave it
 * @param varFiles as the user gave them
 */
record PathCheck(String workspace, String template, ArrayList<String> varFiles)
        implements ControllerToAgentFileCallable<ArrayList<String>> {

    @Override
    public ArrayList<String> invoke(File directory, VirtualChannel channel) {
        return new ArrayList<>(TemplatePath.in(workspace, directory.toPath()).problems(template, varFiles));
    }
}
