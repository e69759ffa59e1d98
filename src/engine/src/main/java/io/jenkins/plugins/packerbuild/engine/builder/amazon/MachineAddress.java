package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The address of a machine, which may come a little later than the machine. Used by one thread. */
final class MachineAddress implements Supplier<String> {

    private static final int LOOKS = 30;

    private final Site site;
    private final InstanceId instance;
    private final AddressChoice face;
    private String known;

    MachineAddress(Site site, InstanceInfo instance, AddressChoice face) {
        this.site = site;
        this.instance = instance.id();
        this.face = face;
        this.known = face.of(instance.addresses());
    }

    @Override
    public String get() {
        for (int look = 1; known.isEmpty() && look <= LOOKS; look++) {
            List<InstanceInfo> found = site.ec2().instances(Filters.of("instance-id", instance.value()));
            known = found.isEmpty() ? "" : face.of(found.get(0).addresses());
            if (known.isEmpty()) {
                site.pace().sleep(Duration.ofSeconds(1));
            }
        }
        if (known.isEmpty()) {
            String kind = face == AddressChoice.BEST
                    ? ""
                    : " of the kind " + face.name().toLowerCase(Locale.ROOT);
            throw new BuildException(
                    Problem.of("Instance '" + instance + "' in " + site.place() + " has no address" + kind + ".")
                            .withCure("Check `ssh_interface`, `subnet_id` and `associate_public_ip_address`."));
        }
        return known;
    }
}
