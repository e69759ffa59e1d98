package io.jenkins.plugins.packerbuild.engine.provisioner.shell;

import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where scripts lie on the machine while they run.
 *
 * @param fixed {@code remote_path}, or what {@code remote_folder} and {@code remote_file} make; empty for a new name for
 *     each script
 * @param keep {@code skip_clean}
 */
record RemotePlace(String folder, Optional<String> fixed, boolean keep) {

    static RemotePlace read(Options options) {
        String folder = options.text("remote_folder", "/tmp");
        Optional<String> file = options.text("remote_file").map(name -> folder + "/" + name);
        return new RemotePlace(folder, options.text("remote_path").or(() -> file), options.flag("skip_clean", false));
    }

    /** For one script. Packer takes four digits, which meet on a shared machine. */
    String path() {
        return fixed.orElseGet(() -> folder + "/script_"
                + ThreadLocalRandom.current().nextLong(1_000_000_000_000L, 10_000_000_000_000L) + ".sh");
    }
}
