package io.jenkins.plugins.packerbuild.engine.provisioner.shell;

import io.jenkins.plugins.packerbuild.engine.provisioner.script.EnvironmentLine;
import io.jenkins.plugins.packerbuild.engine.template.Deferred;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What runs a script that lies on the machine.
 *
 * @param template {@code execute_command}; empty for Packer's default
 */
record ShellCommandLine(Optional<Deferred> template, EnvironmentLine environment) {

    /**
     * Rendered for one script.
     *
     * @param data generated values by name
     */
    String render(String path, Map<String, String> data) {
        String vars = environment.text();
        if (template.isEmpty()) {
            return "chmod +x " + path + "; " + vars + " " + path;
        }
        Map<String, String> all = new HashMap<>(data);
        all.put("Vars", vars);
        all.put("Path", path);
        all.put("EnvVarFile", "");
        return template.get().render(all);
    }
}
