package io.jenkins.plugins.packerbuild.engine.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Lays one object over another, as {@code override} does: what stands in the upper one wins, objects are merged key by key,
 * lists are replaced. Values keep their places in the file.
 *
 * @param shortened hears of lists that are replaced by shorter ones: Packer would keep the rest of the longer
 */
record ObjectMerge(Consumer<JsonValue.Member> shortened) {

    /** Options are found whatever the case of their letters, as by Packer's decoder. */
    JsonValue.Members merge(JsonValue.Members below, JsonValue.Members above) {
        return merge(below, above, true);
    }

    private JsonValue.Members merge(JsonValue.Members below, JsonValue.Members above, boolean blindToCase) {
        List<JsonValue.Member> merged = new ArrayList<>(below.members());
        for (JsonValue.Member member : above.members()) {
            Predicate<JsonValue.Member> same = other -> blindToCase
                    ? other.key().equalsIgnoreCase(member.key())
                    : other.key().equals(member.key());
            List<JsonValue.Member> covered = merged.stream().filter(same).toList();
            merged.removeAll(covered);
            merged.add(covered.isEmpty() ? member : over(covered.get(0), member));
        }
        return new JsonValue.Members(merged, below.position());
    }

    private JsonValue.Member over(JsonValue.Member below, JsonValue.Member above) {
        if (below.value() instanceof JsonValue.Members lower && above.value() instanceof JsonValue.Members upper) {
            return new JsonValue.Member(above.key(), above.keyPosition(), merge(lower, upper, false));
        }
        if (below.value() instanceof JsonValue.Items list
                && length(above.value()) < list.values().size()) {
            shortened.accept(above);
        }
        return above;
    }

    /** As many elements as Packer reads out of it. */
    private static int length(JsonValue value) {
        if (value instanceof JsonValue.Items items) {
            return items.values().size();
        }
        return value instanceof JsonValue.Text text ? text.value().split(",", -1).length : 1;
    }
}
