package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.template.Deferred;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the image is like.
 *
 * @param name {@code ami_name}
 * @param description {@code ami_description}
 * @param tags {@code tags}
 * @param snapshots of its snapshots
 * @param sharing {@code ami_users} and {@code ami_groups}
 * @param enaSupport {@code ena_support}
 * @param replace what happens to an older one of the same name
 */
record ImageOptions(
        String name,
        Optional<Deferred> description,
        TagTexts tags,
        Snapshots snapshots,
        Sharing sharing,
        Optional<Boolean> enaSupport,
        Replace replace) {

    private static final String NAME = "ami_name";
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9()\\[\\] ./\\-'@_]*");

    /**
     * Of its snapshots.
     *
     * @param tags {@code snapshot_tags}
     * @param sharing {@code snapshot_users} and {@code snapshot_groups}
     */
    record Snapshots(TagTexts tags, Sharing sharing) {}

    /**
     * What happens to an older one of the same name.
     *
     * @param deregister {@code force_deregister}, or {@code -force}
     * @param deleteSnapshots {@code force_delete_snapshot}
     */
    record Replace(boolean deregister, boolean deleteSnapshots) {}

    static ImageOptions read(Options options, boolean force) {
        options.notYet(
                "ami_product_codes",
                "ami_regions",
                "ami_org_arns",
                "ami_ou_arns",
                "sriov_support",
                "skip_save_build_region",
                "skip_create_ami",
                "encrypt_boot",
                "kms_key_id",
                "region_kms_key_ids",
                "deprecate_at",
                "deregistration_protection",
                "imds_support",
                "snapshot_copy_duration_minutes",
                "fast_launch",
                "skip_ami_run_tags");
        return new ImageOptions(
                name(options),
                options.deferred("ami_description"),
                TagTexts.read(options, "tags", "tag"),
                new Snapshots(
                        TagTexts.read(options, "snapshot_tags", "snapshot_tag"),
                        new Sharing(options.list("snapshot_users"), options.list("snapshot_groups"))),
                new Sharing(options.list("ami_users"), options.list("ami_groups")),
                options.flag("ena_support"),
                new Replace(
                        options.flag("force_deregister", false) || force,
                        options.flag("force_delete_snapshot", false)));
    }

    private static String name(Options options) {
        String name = options.text(NAME, "");
        if (name.isEmpty()) {
            options.problem(NAME, "ami_name must be specified.", "Add \"ami_name\": \"web-{{timestamp}}\".");
        } else if (name.length() < 3 || name.length() > 128) {
            options.problem(
                    NAME,
                    "ami_name must be between 3 and 128 characters long, but '" + name + "' has " + name.length() + ".",
                    "Choose another name.");
        } else if (!ALLOWED.matcher(name).matches()) {
            options.problem(
                    NAME,
                    "AMIName should only contain alphanumeric characters, parentheses (()), square brackets ([]), spaces"
                            + " ( ), periods (.), slashes (/), dashes (-), single quotes ('), at-signs (@), or"
                            + " underscores(_), but is '" + name + "'.",
                    "You can use the `clean_resource_name` template function to clean it.");
        }
        return name;
    }
}
