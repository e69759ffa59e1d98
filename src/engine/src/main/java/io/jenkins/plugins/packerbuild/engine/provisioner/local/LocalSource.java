package io.jenkins.plugins.packerbuild.engine.provisioner.local;

import io.jenkins.plugins.packerbuild.engine.communicator.local.TemporaryScript;
import io.jenkins.plugins.packerbuild.engine.template.Deferred;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A script to run here. */
sealed interface LocalSource {

    /**
     * Makes it ready.
     *
     * @param data generated values by name
     */
    Ready ready(Map<String, String> data);

    /**
     * A script that can be run now. Closing it removes what was made for it.
     *
     * @param label its path for people
     * @param path its path for the command line
     * @param made the file that was made for it; empty for a file of the user
     */
    record Ready(String label, String path, Optional<TemporaryScript> made) implements AutoCloseable {

        @Override
        public void close() {
            made.ifPresent(TemporaryScript::close);
        }
    }

    /**
     * A file of the user.
     *
     * @param name as it stands in the template
     * @param path absolute, as the program that runs it wants it
     */
    record File(String name, String path) implements LocalSource {

        @Override
        public Ready ready(Map<String, String> data) {
            return new Ready(name, path, Optional.empty());
        }
    }

    /**
     * Lines of the template.
     *
     * @param shebang empty for none
     * @param suffix what the name of the file ends with
     * @param directory where the file lies
     */
    record Inline(List<Deferred> lines, String shebang, String suffix, Path directory) implements LocalSource {

        @Override
        public Ready ready(Map<String, String> data) {
            StringBuilder text = new StringBuilder(shebang.isEmpty() ? "" : "#!" + shebang + "\n");
            lines.forEach(line -> text.append(line.render(data)).append('\n'));
            byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
            TemporaryScript script = TemporaryScript.write(directory, suffix, content);
            String path = script.path().toString();
            return new Ready(path, path, Optional.of(script));
        }
    }
}
