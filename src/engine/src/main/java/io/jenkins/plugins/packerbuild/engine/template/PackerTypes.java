package io.jenkins.plugins.packerbuild.engine.template;

import java.util.Set;

/** The types that Packer 1.6.6 has, to tell a type that is missing here from one that nobody has. */
final class PackerTypes {

    private static final Set<String> BUILDERS = words("alicloud-ecs amazon-chroot amazon-ebs amazon-ebssurrogate"
            + " amazon-ebsvolume amazon-instance azure-arm azure-chroot azure-dtl cloudstack digitalocean docker file"
            + " googlecompute hcloud hyperone hyperv-iso hyperv-vmcx jdcloud linode lxc lxd ncloud null oneandone"
            + " openstack oracle-classic oracle-oci osc-bsu osc-bsusurrogate osc-bsuvolume osc-chroot parallels-iso"
            + " parallels-pvm profitbricks proxmox proxmox-clone proxmox-iso qemu scaleway tencentcloud-cvm triton"
            + " ucloud-uhost vagrant virtualbox-iso virtualbox-ovf virtualbox-vm vmware-iso vmware-vmx vsphere-clone"
            + " vsphere-iso yandex");
    private static final Set<String> PROVISIONERS = words("ansible ansible-local azure-dtlartifact breakpoint"
            + " chef-client chef-solo converge file inspec powershell puppet-masterless puppet-server salt-masterless"
            + " shell shell-local sleep windows-restart windows-shell");
    private static final Set<String> POST_PROCESSORS = words("alicloud-import amazon-import artifice checksum compress"
            + " digitalocean-import docker-import docker-push docker-save docker-tag exoscale-import"
            + " googlecompute-export googlecompute-import manifest shell-local ucloud-import vagrant vagrant-cloud"
            + " vsphere vsphere-template yandex-export yandex-import");

    private PackerTypes() {}

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }

    static Set<String> of(Component.Kind kind) {
        return switch (kind) {
            case BUILDER -> BUILDERS;
            case PROVISIONER, ERROR_CLEANUP_PROVISIONER -> PROVISIONERS;
            case POST_PROCESSOR -> POST_PROCESSORS;
        };
    }
}
