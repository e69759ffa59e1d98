package io.jenkins.plugins.packerbuild.engine.cli;

import java.util.Map;

/** Commands of Packer that are answered with one sentence. */
final class OtherCommands {

    private static final Map<String, String> SENTENCES = Map.of(
            "fmt", "fmt formats HCL2, which packer-build does not read: use 'packer fmt'.",
            "hcl2_upgrade", "hcl2_upgrade writes HCL2, which packer-build does not read: keep the JSON template.",
            "init", "init installs Packer's plugins, which packer-build does not need: its builders are built in.",
            "plugins",
                    "plugins manages Packer's plugins, which packer-build does not need: its builders are built in.");

    private OtherCommands() {}

    /** Whether it is one of them. */
    static boolean has(String command) {
        return SENTENCES.containsKey(command);
    }

    /** What there is to say of it. */
    static String sentence(String command) {
        return SENTENCES.getOrDefault(command, "");
    }
}
