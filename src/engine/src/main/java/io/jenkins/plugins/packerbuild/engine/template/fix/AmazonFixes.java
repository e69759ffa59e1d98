package io.jenkins.plugins.packerbuild.engine.template.fix;

import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Options of the amazon builders. */
final class AmazonFixes {

    private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");
    private static final Set<String> FALSE = Set.of("0", "f", "F", "FALSE", "false", "False");

    private AmazonFixes() {}

    static void privateIp(Fields builder) {
        if (!builder.has("ssh_interface") && builder.has("ssh_private_ip")) {
            boolean isPrivate = isTrue(builder.value("ssh_private_ip").orElse(""));
            builder.remove("ssh_private_ip");
            builder.put("ssh_interface", isPrivate ? "private_ip" : "public_ip");
        }
    }

    private static boolean isTrue(Object value) {
        String text = value.toString();
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return TRUE.contains(text);
        }
        throw new BuildException(Problem.of("ssh_private_ip is not a boolean: its value is '" + text + "'.")
                .withCure("Replace it by \"ssh_interface\": \"private_ip\", or by \"public_ip\"."));
    }

    static void sourceCidrs(Fields builder) {
        builder.text("temporary_security_group_source_cidr").ifPresent(cidr -> {
            builder.remove("temporary_security_group_source_cidr");
            builder.put("temporary_security_group_source_cidrs", new ArrayList<Object>(List.of(cidr)));
        });
    }
}
