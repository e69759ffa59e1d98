package io.jenkins.plugins.packerbuild.engine.builder.amazon;

import io.jenkins.plugins.packerbuild.engine.template.Deferred;
import io.jenkins.plugins.packerbuild.engine.template.Options;
import io.jenkins.plugins.packerbuild.engine.template.Options.DeferredPair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tags as the template writes them, to be rendered when the source image is known.
 *
 * @param pairs in the order of the file
 */
record TagTexts(List<DeferredPair> pairs) {

    /**
     * Reads both ways to write them.
     *
     * @param plural an object, as in {@code tags}
     * @param singular a list of {@code key} and {@code value}, as in {@code tag}
     */
    static TagTexts read(Options options, String plural, String singular) {
        List<DeferredPair> pairs = new ArrayList<>(options.deferredMap(plural));
        for (Options one : options.groups(singular)) {
            pairs.add(new DeferredPair(deferred(one, "key"), deferred(one, "value")));
        }
        return new TagTexts(List.copyOf(pairs));
    }

    private static Deferred deferred(Options tag, String key) {
        return tag.deferred(key).orElse(Deferred.constant(""));
    }

    boolean isEmpty() {
        return pairs.isEmpty();
    }

    /** The tags, in the order of the file. */
    Map<String, String> render(Map<String, ?> data) {
        Map<String, String> tags = new LinkedHashMap<>();
        pairs.forEach(pair -> tags.put(pair.key().renderOnly(data), pair.value().renderOnly(data)));
        return tags;
    }
}
