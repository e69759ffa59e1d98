package io.jenkins.plugins.packerbuild.engine.template.fix;

import java.math.BigDecimal;
import java.util.function.Consumer;

/** Options of builders for virtual machines. */
final class MachineFixes {

    private static final String DISK_TYPE = "disk_type_id";

    private MachineFixes() {}

    static void guestAdditions(Fields builder) {
        builder.flag("guest_additions_attach").ifPresent(attach -> {
            builder.remove("guest_additions_attach");
            builder.put("guest_additions_mode", attach ? "attach" : "upload");
        });
    }

    /** Provisioners may name the type in their overrides. */
    static void virtualBox(TemplateParts template, Consumer<String> notes) {
        template.builders().stream()
                .filter(builder -> builder.type().equals("virtualbox"))
                .forEach(builder -> builder.put("type", "virtualbox-iso"));
        template.provisioners()
                .forEach(provisioner -> provisioner
                        .object("override")
                        .ifPresent(override -> override.rename("virtualbox", "virtualbox-iso")));
    }

    static void parallels(Fields builder) {
        builder.remove("parallels_tools_host_path");
        builder.rename("guest_os_distribution", "guest_os_type");
    }

    /** Disks on ESX that are not thin cannot be compacted; without a type they are zeroed when first written to. */
    static void compaction(Fields builder) {
        if (!builder.text("remote_type").filter("esx5"::equals).isPresent()) {
            return;
        }
        boolean typed = builder.has(DISK_TYPE);
        if (typed
                && builder.text(DISK_TYPE).filter(type -> !type.equals("thin")).isEmpty()) {
            return;
        }
        if (!typed) {
            builder.put(DISK_TYPE, "zeroedthick");
        }
        if (!builder.has("skip_compaction") || builder.flag("skip_compaction").isPresent()) {
            builder.put("skip_compaction", true);
        }
    }

    static void hyperv(Fields builder) {
        builder.rename("cpu", "cpus");
        builder.rename("ram_size", "memory");
    }

    /** A number was one of mebibytes. */
    static void diskSize(Fields builder) {
        builder.value("disk_size")
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .ifPresent(size -> builder.put("disk_size", size.toBigInteger() + "M"));
    }

    static void communicator(Fields builder) {
        builder.renameUnlessThere("ssh_host_port_min", "host_port_min");
        builder.renameUnlessThere("ssh_host_port_max", "host_port_max");
        if (builder.has("skip_nat_mapping")
                || builder.flag("ssh_skip_nat_mapping").isPresent()) {
            builder.renameUnlessThere("ssh_skip_nat_mapping", "skip_nat_mapping");
        }
    }

    static void hostPorts(Fields builder) {
        builder.rename("ssh_host_port_min", "host_port_min");
        builder.rename("ssh_host_port_max", "host_port_max");
    }
}
