package io.jenkins.plugins.packerbuild.agent;

import hudson.PluginWrapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import jenkins.model.Jenkins;

/** Finds the engine in the unpacked plugin: beside its classes, and on no class path. */
final class EnginePlace {

    private EnginePlace() {}

    static Path directory() throws IOException {
        PluginWrapper plugin = Jenkins.get().getPluginManager().getPlugin("packer-build");
        if (plugin == null) {
            throw new IOException("Could not find plugin 'packer-build' in Jenkins.");
        }
        try {
            URI base = plugin.baseResourceURL.toURI();
            Path engine = Path.of(base).resolve("WEB-INF").resolve("engine");
            if (!Files.isRegularFile(engine.resolve(EngineStore.JAR))) {
                throw new IOException("Could not find the engine in '" + engine + "'. Install the plugin again.");
            }
            return engine;
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IOException("Could not find the engine in '" + plugin.baseResourceURL + "'.", e);
        }
    }
}
