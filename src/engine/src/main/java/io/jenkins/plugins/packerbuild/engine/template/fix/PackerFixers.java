package io.jenkins.plugins.packerbuild.engine.template.fix;

import static io.jenkins.plugins.packerbuild.engine.template.fix.Fixer.all;
import static io.jenkins.plugins.packerbuild.engine.template.fix.Fixer.beginningWith;
import static io.jenkins.plugins.packerbuild.engine.template.fix.Fixer.ofBuilders;
import static io.jenkins.plugins.packerbuild.engine.template.fix.Fixer.ofPostProcessors;
import static io.jenkins.plugins.packerbuild.engine.template.fix.Fixer.ofProvisioners;
import static io.jenkins.plugins.packerbuild.engine.template.fix.Fixer.oneOf;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The fixers of Packer 1.6.6, in its order: a later one sees what an earlier one has changed. */
final class PackerFixers {

    private static final Predicate<String> AMAZON = beginningWith("amazon-");
    private static final Predicate<String> PARALLELS = oneOf("parallels-iso", "parallels-pvm");
    private static final Predicate<String> SPOT =
            oneOf("amazon-ebs", "amazon-ebssurrogate", "amazon-ebsvolume", "amazon-instance");

    private static final List<Fixer> OLD_FORMS = List.of(
            ofBuilders("iso-md5", "'iso_md5' becomes 'iso_checksum'", all(), IsoFixes::md5),
            ofBuilders("createtime", "'{{.CreateTime}}' becomes '{{timestamp}}'", all(), TextFixes::createTime),
            ofBuilders(
                    "virtualbox-gaattach",
                    "'guest_additions_attach' of virtualbox becomes 'guest_additions_mode'",
                    oneOf("virtualbox"),
                    MachineFixes::guestAdditions),
            ofPostProcessors(
                    "pp-vagrant-override",
                    "what vagrant has for single providers moves into 'override'",
                    "vagrant",
                    PostProcessorFixes::vagrantOverride),
            new Fixer("virtualbox-rename", "'virtualbox' becomes 'virtualbox-iso'", MachineFixes::virtualBox),
            ofBuilders(
                    "vmware-rename",
                    "'vmware' becomes 'vmware-iso'",
                    oneOf("vmware"),
                    builder -> builder.put("type", "vmware-iso")),
            ofBuilders(
                    "parallels-headless",
                    "'headless' of parallels goes",
                    PARALLELS,
                    builder -> builder.remove("headless")),
            ofBuilders(
                    "parallels-deprecations",
                    "'guest_os_distribution' of parallels becomes 'guest_os_type', 'parallels_tools_host_path' goes",
                    PARALLELS,
                    MachineFixes::parallels));

    private static final List<Fixer> CLOUDS = List.of(
            ofBuilders(
                    "sshkeypath",
                    "'ssh_key_path' becomes 'ssh_private_key_file'",
                    all(),
                    builder -> builder.text("ssh_key_path")
                            .ifPresent(path -> builder.renameUnlessThere("ssh_key_path", "ssh_private_key_file"))),
            ofBuilders(
                    "sshdisableagent",
                    "'ssh_disable_agent' becomes 'ssh_disable_agent_forwarding'",
                    all(),
                    builder -> builder.flag("ssh_disable_agent")
                            .ifPresent(flag ->
                                    builder.renameUnlessThere("ssh_disable_agent", "ssh_disable_agent_forwarding"))),
            ofBuilders(
                    "scaleway-access-key",
                    "'access_key' of scaleway becomes 'organization_id'",
                    oneOf("scaleway"),
                    builder -> builder.text("access_key")
                            .ifPresent(key -> builder.renameUnlessThere("access_key", "organization_id"))),
            ofPostProcessors(
                    "manifest-filename",
                    "'filename' of manifest becomes 'output'",
                    "manifest",
                    processor -> processor.text("filename").ifPresent(name -> processor.rename("filename", "output"))),
            ofBuilders(
                    "amazon-shutdown_behavior",
                    "'shutdown_behaviour' of amazon becomes 'shutdown_behavior'",
                    AMAZON,
                    builder -> builder.rename("shutdown_behaviour", "shutdown_behavior")),
            ofBuilders(
                    "amazon-enhanced-networking",
                    "'enhanced_networking' of amazon becomes 'ena_support'",
                    AMAZON,
                    builder -> builder.flag("enhanced_networking")
                            .ifPresent(flag -> builder.rename("enhanced_networking", "ena_support"))),
            ofBuilders(
                    "amazon-private-ip",
                    "'ssh_private_ip' of amazon becomes 'ssh_interface'",
                    AMAZON,
                    AmazonFixes::privateIp),
            ofBuilders(
                    "amazon-temp-sec-cidrs",
                    "'temporary_security_group_source_cidr' of amazon becomes a list, '..._cidrs'",
                    AMAZON,
                    AmazonFixes::sourceCidrs));

    private static final List<Fixer> LATER_FORMS = List.of(
            new Fixer("docker-email", "'login_email' goes", PostProcessorFixes::dockerEmail),
            ofPostProcessors(
                    "docker-tag-tags",
                    "'tag' of docker-tag joins the list 'tags'",
                    "docker-tag",
                    PostProcessorFixes::dockerTags),
            ofProvisioners(
                    "powershell-escapes",
                    "escapes go from variables, user and password of powershell",
                    "powershell",
                    TextFixes::powershell),
            ofBuilders(
                    "vmware-compaction",
                    "'skip_compaction' is added to vmware-iso whose 'disk_type_id' needs it",
                    oneOf("vmware-iso"),
                    MachineFixes::compaction),
            ofBuilders(
                    "hyperv-deprecations",
                    "'vhd_temp_path' of hyperv-iso goes",
                    oneOf("hyperv-iso"),
                    builder -> builder.remove("vhd_temp_path")),
            ofBuilders(
                    "hyperv-vmxc-typo",
                    "'clone_from_vmxc_path' of hyperv-vmcx becomes 'clone_from_vmcx_path'",
                    oneOf("hyperv-vmcx"),
                    builder -> builder.rename("clone_from_vmxc_path", "clone_from_vmcx_path")),
            ofBuilders(
                    "hyperv-cpu-and-ram",
                    "'cpu' and 'ram_size' of hyperv become 'cpus' and 'memory'",
                    oneOf("hyperv-vmcx", "hyperv-iso"),
                    MachineFixes::hyperv),
            ofBuilders(
                    "clean-image-name",
                    "'clean_ami_name' and 'clean_image_name' become 'clean_resource_name'",
                    all(),
                    TextFixes::cleanName),
            ofBuilders(
                    "spot-price-auto-product",
                    "'spot_price_auto_product' of amazon goes",
                    SPOT,
                    builder -> builder.remove("spot_price_auto_product")));

    private static final List<Fixer> LATEST_FORMS = List.of(
            ofBuilders(
                    "qemu-disk-size",
                    "a number as 'disk_size' of qemu becomes a text",
                    oneOf("qemu"),
                    MachineFixes::diskSize),
            ofProvisioners(
                    "galaxy-command",
                    "'galaxycommand' of ansible-local becomes 'galaxy_command'",
                    "ansible-local",
                    provisioner -> TextFixes.renameText(provisioner, "galaxycommand", "galaxy_command")),
            ofBuilders(
                    "comm-config",
                    "'ssh_host_port_min', '..._max' and 'ssh_skip_nat_mapping' of virtualbox lose their 'ssh_'",
                    beginningWith("virtualbox"),
                    MachineFixes::communicator),
            ofBuilders(
                    "ssh-wait-timeout",
                    "'ssh_wait_timeout' becomes 'ssh_timeout'",
                    all(),
                    builder -> TextFixes.renameText(builder, "ssh_wait_timeout", "ssh_timeout")),
            ofBuilders(
                    "vsphere-iso-net-disk",
                    "network and disk of vsphere-iso move into 'network_adapters' and 'storage'",
                    oneOf("vsphere-iso"),
                    VsphereFixes::adapters),
            ofBuilders(
                    "iso-checksum-type-and-url",
                    "'iso_checksum_type' and 'iso_checksum_url' move into 'iso_checksum'",
                    all(),
                    IsoFixes::checksum),
            ofBuilders(
                    "qemu-host-port",
                    "'ssh_host_port_min' and '..._max' of qemu lose their 'ssh_'",
                    oneOf("qemu"),
                    MachineFixes::hostPorts),
            ofBuilders(
                    "azure-exclude_from_latest",
                    "'exlude_from_latest' of azure-chroot becomes 'exclude_from_latest'",
                    beginningWith("azure-chroot"),
                    builder -> builder.object("shared_image_destination")
                            .ifPresent(image -> image.rename("exlude_from_latest", "exclude_from_latest"))),
            ofBuilders(
                    "proxmox-type",
                    "'proxmox' becomes 'proxmox-iso'",
                    oneOf("proxmox"),
                    builder -> builder.put("type", "proxmox-iso")));

    /** All of them. */
    static final List<Fixer> IN_ORDER = Stream.of(OLD_FORMS, CLOUDS, LATER_FORMS, LATEST_FORMS)
            .flatMap(List::stream)
            .toList();

    private PackerFixers() {}
}
