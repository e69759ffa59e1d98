package io.jenkins.plugins.packerbuild.engine.provisioner.shell;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.template.Deferred;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Where a script's text comes from. */
sealed interface ScriptSource {

    /** Its path for people. */
    String label();

    /**
     * Its bytes, as they are now.
     *
     * @param data generated values, for what is rendered at run time
     * @throws BuildException when it cannot be read or rendered
     */
    byte[] content(Map<String, String> data);

    /**
     * A file of the user.
     *
     * @param name as it stands in the template
     * @param binary whether it is sent as it is, rather than with plain line feeds
     */
    record File(String name, Path path, boolean binary) implements ScriptSource {

        @Override
        public String label() {
            return name;
        }

        @Override
        public byte[] content(Map<String, String> data) {
            try {
                byte[] bytes = Files.readAllBytes(path);
                return binary ? bytes : withLineFeeds(bytes);
            } catch (IOException e) {
                throw new BuildException(
                        Problem.of("Could not read script '" + name + "': " + e.getMessage() + ".")
                                .withCure("It was there when the template was checked: do not remove it meanwhile."),
                        e);
            }
        }
    }

    /** A carriage return before a line feed would become part of a command's last word. */
    private static byte[] withLineFeeds(byte[] bytes) {
        ByteArrayOutputStream result = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            boolean lineEnd = bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] == '\n');
            if (!lineEnd) {
                result.write(bytes[i]);
            }
        }
        return result.toByteArray();
    }

    /** Lines of the template. Its label has the shape of Packer's temporary file, which here is never made. */
    record Inline(String label, String shebang, List<Deferred> lines, boolean binary) implements ScriptSource {

        static Inline of(String shebang, List<Deferred> lines, boolean binary) {
            String folder = System.getProperty("java.io.tmpdir");
            int number = ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000);
            return new Inline(folder + "/packer-shell" + number, shebang, lines, binary);
        }

        @Override
        public byte[] content(Map<String, String> data) {
            StringBuilder text = new StringBuilder("#!" + shebang + "\n");
            lines.forEach(line -> text.append(line.render(data)).append('\n'));
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            return binary ? bytes : withLineFeeds(bytes);
        }
    }
}
