package io.jenkins.plugins.packerbuild.engine.template.fix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Options of post-processors. */
final class PostProcessorFixes {

    private PostProcessorFixes() {}

    /** What stands in {@code override} already stays. */
    static void vagrantOverride(Fields processor) {
        Map<String, Object> overrides = new LinkedHashMap<>();
        for (String provider : List.of("aws", "digitalocean", "virtualbox", "vmware")) {
            processor.value(provider).ifPresent(value -> overrides.put(provider, value));
            processor.remove(provider);
        }
        if (!overrides.isEmpty()) {
            processor
                    .value("override")
                    .flatMap(TemplateParts::asObject)
                    .ifPresent(there -> there.forEach(overrides::putIfAbsent));
            processor.put("override", overrides);
        }
    }

    /** Also of builders; only in templates that have post-processors, as in Packer. */
    static void dockerEmail(TemplateParts template, Consumer<String> notes) {
        if (template.hasPostProcessors()) {
            template.builders().forEach(builder -> builder.remove("login_email"));
            template.postProcessors().forEach(processor -> processor.remove("login_email"));
        }
    }

    static void dockerTags(Fields processor) {
        Set<Object> tags = new LinkedHashSet<>();
        for (String key : List.of("tag", "tags")) {
            processor.value(key).map(PostProcessorFixes::tags).ifPresent(tags::addAll);
        }
        processor.remove("tag");
        processor.put("tags", new ArrayList<>(tags));
    }

    private static List<Object> tags(Object value) {
        if (value instanceof String text) {
            List<Object> tags = new ArrayList<>();
            for (String tag : text.split(",", -1)) {
                tags.add(tag.strip());
            }
            return tags;
        }
        return TemplateParts.asList(value).orElse(List.of());
    }
}
