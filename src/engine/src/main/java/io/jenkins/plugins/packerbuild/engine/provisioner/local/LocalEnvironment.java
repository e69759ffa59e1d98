package io.jenkins.plugins.packerbuild.engine.provisioner.local;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.provisioner.ProvisionerSettings;
import io.jenkins.plugins.packerbuild.engine.provisioner.script.EnvironmentLine;
import io.jenkins.plugins.packerbuild.engine.template.Deferred;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The variables of a script, which may need values that are known only while the build runs.
 *
 * @param variables {@code environment_vars}
 * @param format {@code env_var_format}
 * @param settings which build it is
 */
record LocalEnvironment(List<Deferred> variables, String format, ProvisionerSettings settings) {

    static LocalEnvironment read(Options options, ProvisionerSettings settings, LocalSystem system) {
        List<Deferred> variables = options.deferredList("environment_vars");
        variables.forEach(variable -> check(variable, options));
        boolean windows = system == LocalSystem.WINDOWS && !options.flag("use_linux_pathing", false);
        String format = EnvironmentLine.format(options, windows ? "set %s=%s && " : EnvironmentLine.FORMAT);
        return new LocalEnvironment(variables, format, settings);
    }

    private static void check(Deferred variable, Options options) {
        String text;
        try {
            text = variable.render(Map.of());
        } catch (BuildException e) {
            return; // It needs the build's data: it is checked when it runs.
        }
        EnvironmentLine.check(options, text);
    }

    /** Whether the values may as well stand in the environment of the program itself, where nobody else can read them. */
    boolean isPlain() {
        return format.equals(EnvironmentLine.FORMAT);
    }

    /**
     * With the build's data.
     *
     * @throws BuildException when one of them cannot be rendered or read
     */
    EnvironmentLine render(Map<String, String> data) {
        TreeMap<String, String> all = EnvironmentLine.packers(settings.buildName(), settings.builderType());
        data.forEach((name, value) -> httpName(name, value, all));
        for (Deferred variable : variables) {
            String text = variable.render(data);
            Map.Entry<String, String> pair = EnvironmentLine.pair(text)
                    .orElseThrow(() ->
                            new BuildException(Problem.of("Environment variable not in format 'key=value': " + text)
                                    .withCure("Write it as \"NAME=value\".")));
            all.put(pair.getKey(), pair.getValue());
        }
        return new EnvironmentLine(all, format);
    }

    private static void httpName(String name, String value, Map<String, String> all) {
        switch (name) {
            case "PackerHTTPAddr" -> all.put("PACKER_HTTP_ADDR", value);
            case "PackerHTTPIP" -> all.put("PACKER_HTTP_IP", value);
            case "PackerHTTPPort" -> all.put("PACKER_HTTP_PORT", value);
            default -> {}
        }
    }
}
