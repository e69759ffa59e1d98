package io.jenkins.plugins.packerbuild.engine.cli;

import java.util.Map;

/** Commands of Packer that are answered with one sentence. */
final class OtherCommands {

    private static final String BUILT_IN = "which packer-build does not need: its builders are built in.";

    private static final Map<String, String> SENTENCES = Map.of(
            "fmt", "fmt formats HCL2, which packer-build does not read: use 'packer fmt'.",
            "hcl2_upgrade", "hcl2_upgrade writes HCL2, which packer-build does not read: keep the JSON template.",
            "init", "init installs Packer's plugins, " + BUILT_IN,
            "plugins", "plugins manages Packer's plugins, " + BUILT_IN,
            "plugin", "plugin runs a part of Packer in a process of its own, " + BUILT_IN,
            "execute", "execute runs a part of Packer in a process of its own, " + BUILT_IN,
            "sbom-generate", "sbom-generate is not there: run a generator of SBOMs in a provisioner.",
            "verify-attestation", "verify-attestation checks Packer's plugins, " + BUILT_IN,
            "push", "push is gone from Packer since version 1.5: use 'packer-build build'.");

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
