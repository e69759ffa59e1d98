package io.jenkins.plugins.packerbuild.engine.template.fix;

import java.util.List;
import java.util.regex.Pattern;

/** What has changed in texts. */
final class TextFixes {

    private static final Pattern CREATE_TIME = Pattern.compile("\\{\\{[\\t\\n\\f\\r ]*\\.CreateTime[\\t\\n\\f\\r ]*}}");
    private static final Pattern CLEAN_NAME = Pattern.compile("clean_(image|ami)_name");
    private static final Pattern ESCAPE = Pattern.compile("`([$\"`'])");

    private TextFixes() {}

    static void createTime(Fields builder) {
        for (String key : List.of("ami_name", "bundle_prefix", "snapshot_name")) {
            builder.text(key)
                    .ifPresent(
                            text -> builder.put(key, CREATE_TIME.matcher(text).replaceAll("{{timestamp}}")));
        }
    }

    /** In texts of the builder, and in texts of its objects, such as tags. */
    static void cleanName(Fields builder) {
        replaceNames(builder);
        builder.keys().forEach(key -> builder.object(key).ifPresent(TextFixes::replaceNames));
    }

    private static void replaceNames(Fields fields) {
        for (String key : fields.keys()) {
            fields.text(key)
                    .ifPresent(text -> fields.put(key, CLEAN_NAME.matcher(text).replaceAll("clean_resource_name")));
        }
    }

    static void powershell(Fields provisioner) {
        for (String key : List.of("elevated_user", "elevated_password")) {
            provisioner.text(key).ifPresent(text -> provisioner.put(key, unescaped(text)));
        }
        provisioner
                .list("environment_vars")
                .filter(list -> list.stream().allMatch(String.class::isInstance))
                .ifPresent(list -> list.replaceAll(text -> unescaped((String) text)));
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll("$1");
    }

    /** A text under an old name goes where the new one stands; what is no text stays. */
    static void renameText(Fields fields, String old, String today) {
        if (fields.has(today) || fields.text(old).isPresent()) {
            fields.renameUnlessThere(old, today);
        }
    }
}
