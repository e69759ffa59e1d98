package io.jenkins.plugins.packerbuild.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What builds. */
enum Program {
    /** Our engine, through its launcher, with the JVM options that it ships with. */
    OURS {
        @Override
        String executable(Path checkout) {
            return checkout.resolve("src/engine/target/packer-build").toString();
        }
    },
    /** Debian's packer, as it is found on the PATH. */
    PACKER {
        @Override
        String executable(Path checkout) {
            return "packer";
        }
    };

    abstract String executable(Path checkout);

    /** The command that builds a template. */
    List<String> build(Path checkout, Path varFile, Path template) {
        return List.of(executable(checkout), "build", "-color=false", "-var-file=" + varFile, template.toString());
    }

    /** What is added to the environment: nobody is called but the simulator, and all traces stay in the scratch folder. */
    static Map<String, String> environment(Path scratch) {
        return Map.of(
                "CHECKPOINT_DISABLE",
                "1",
                "AWS_EC2_METADATA_DISABLED",
                "true",
                "XDG_STATE_HOME",
                scratch.resolve("state").toString(),
                "PACKER_CONFIG_DIR",
                scratch.toString());
    }

    /** As in the tables. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
