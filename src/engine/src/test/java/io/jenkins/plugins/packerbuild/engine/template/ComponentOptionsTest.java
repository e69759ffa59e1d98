package io.jenkins.plugins.packerbuild.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComponentOptionsTest {

    @Test
    void readsTextsAndNumbersAndFlagsAsText() {
        Options options = TestOptions.of("{\"a\": \"x\", \"b\": 22, \"c\": true, \"d\": 1e3, \"e\": 0.50}")
                .options();

        assertThat(options.text("a")).contains("x");
        assertThat(options.text("b")).contains("22");
        assertThat(options.text("c")).contains("1");
        assertThat(options.text("d")).contains("1000");
        assertThat(options.text("e")).contains("0.5");
    }

    @Test
    void treatsAbsentNullAndEmptyTextAlike() {
        Options options = TestOptions.of("{\"null\": null, \"empty\": \"\"}").options();

        assertThat(options.text("absent")).isEmpty();
        assertThat(options.text("null")).isEmpty();
        assertThat(options.text("empty", "fallback")).isEqualTo("fallback");
        assertThat(options.number("empty", 7)).isEqualTo(7);
        assertThat(options.flag("empty", true)).isTrue();
        assertThat(options.duration("empty", Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(3));
        assertThat(options.list("empty")).isEmpty();
        assertThat(options.has("empty")).isTrue();
        assertThat(options.has("absent")).isFalse();
    }

    @Test
    void convertsWeakly() {
        Options options = TestOptions.of(
                        "{\"f\": \"true\", \"g\": 0, \"n\": \"0x1f\", \"m\": \"010\", \"l\": \"a,b\", \"k\": [1, \"z\", null]}")
                .options();

        assertThat(options.flag("f")).contains(true);
        assertThat(options.flag("g")).contains(false);
        assertThat(options.number("n", 0)).isEqualTo(31);
        assertThat(options.number("m", 0)).isEqualTo(8);
        assertThat(options.list("l")).containsExactly("a", "b");
        assertThat(options.list("k")).containsExactly("1", "z", "");
    }

    @Test
    void readsObjectsInTheOrderOfTheFile() {
        TestOptions test = TestOptions.of(
                "{\"tags\": {\"b\": 1, \"a\": true}, \"filter\": {\"filters\": {\"x\": \"y\"}, \"most_recent\": true},"
                        + " \"disks\": [{\"size\": 8}, {\"size\": \"9\"}], \"disk\": {\"size\": 3}}");
        Options options = test.options();

        assertThat(options.map("tags")).containsExactly(entry("b", "1"), entry("a", "1"));
        Options filter = options.group("filter").orElseThrow();
        assertThat(filter.map("filters")).containsExactly(entry("x", "y"));
        assertThat(filter.flag("most_recent", false)).isTrue();
        assertThat(options.groups("disks"))
                .extracting(disk -> disk.number("size", 0))
                .containsExactly(8, 9);
        assertThat(options.groups("disk"))
                .extracting(disk -> disk.number("size", 0))
                .containsExactly(3);
        assertThat(test.problems()).isEmpty();
    }

    @Test
    void defersTextsListsAndMaps() {
        Options options = TestOptions.of("{\"t\": \"x\", \"m\": {\"k\": \"v\"}, \"l\": [\"1\", \"2\"], \"s\": \"a,b\"}")
                .options();

        assertThat(options.deferred("t").orElseThrow().render(Map.of())).isEqualTo("x");
        assertThat(options.deferredMap("m"))
                .extracting(pair -> pair.key().render(Map.of()) + pair.value().render(Map.of()))
                .containsExactly("kv");
        assertThat(options.deferredList("l")).hasSize(2);
        assertThat(options.deferredList("s"))
                .extracting(text -> text.render(Map.of()))
                .containsExactly("a", "b");
    }

    @Test
    void reportsEveryUnreadableValueAtItsPlaceAndGoesOnWithTheFallback() {
        TestOptions test = TestOptions.of(
                "{\"text\": [],\n\"flag\": \"yes\",\n\"number\": \"many\",\n\"duration\": 5,\n \"list\": {\"a\": 1},\n"
                        + "\"map\": {\"a\": [1]},\n\"group\": 3}");
        Options options = test.options();

        assertThat(options.required("text")).isEmpty();
        assertThat(options.flag("flag", true)).isTrue();
        assertThat(options.number("number", 4)).isEqualTo(4);
        assertThat(options.duration("duration", Duration.ZERO)).isZero();
        assertThat(options.list("list")).isEmpty();
        assertThat(options.map("map")).isEmpty();
        assertThat(options.group("group")).isEmpty();
        assertThat(test.problems())
                .containsExactly(
                        "test.json:1:10: Option 'text' of builder 'test' must be a text, not a list.",
                        "test.json:2:9: Option 'flag' of builder 'test' must be true or false, not 'yes'."
                                + " Write true or false.",
                        "test.json:3:11: Option 'number' of builder 'test' must be a whole number, not 'many'."
                                + " Write a number such as 22.",
                        "test.json:4:13: Option 'duration' of builder 'test' must be a duration with a unit, not 5"
                                + " (Packer takes a bare number for nanoseconds). Write \"5s\" for seconds, \"5m\" for minutes.",
                        "test.json:5:10: Option 'list' of builder 'test' must be a list of texts, not an object.",
                        "test.json:6:14: Option 'map' of builder 'test' must be a text, not a list.",
                        "test.json:7:10: Option 'group' of builder 'test' must be an object, not a number.");
    }

    @Test
    void namesUnknownKeysWithTheNearestKnownOne() {
        TestOptions test = TestOptions.of(
                "{\"type\": \"t\", \"regoin\": \"x\", \"packer_debug\": 1, \"g\": {\"most_recnt\": true}, \"bogus\": 1}");
        test.options().text("region");
        test.options().group("g").orElseThrow().flag("most_recent");

        assertThat(test.problems())
                .containsExactly(
                        "test.json:1:15: Unknown configuration key: '\"regoin\"' in builder 'test'."
                                + " Did you mean 'region'?",
                        "test.json:1:55: Unknown configuration key: '\"most_recnt\"' in 'g' of builder 'test'."
                                + " Did you mean 'most_recent'?",
                        "test.json:1:76: Unknown configuration key: '\"bogus\"' in builder 'test'."
                                + " Remove it, or check how it is spelt.");
    }

    @Test
    void findsKeysBlindToCaseAsPackerDoes() {
        TestOptions test = TestOptions.of("{\"Region\": \"nyc3\"}");

        assertThat(test.options().text("region")).contains("nyc3");
        assertThat(test.problems()).isEmpty();
    }

    @Test
    void namesOptionsThatAreNotThereYetUnlessTheyAreEmpty() {
        TestOptions test = TestOptions.of("{\"vpc\": \"\", \"spot\": \"auto\", \"kms\": null}");

        test.options().notYet("vpc", "spot", "kms", "absent");

        assertThat(test.problems())
                .containsExactly("test.json:1:21: Option 'spot' of builder 'test' is not there yet."
                        + " Remove it, or build this template with packer for now.");
    }

    @Test
    void reportsAMissingRequiredOptionWhereTheObjectBegins() {
        TestOptions test = TestOptions.of("{\"x\": \"\"}");

        assertThat(test.options().required("x")).isEmpty();
        assertThat(test.options().required("y")).isEmpty();
        assertThat(test.problems())
                .containsExactly(
                        "test.json:1:1: Option 'y' of builder 'test' is required. Add \"y\".",
                        "test.json:1:7: Option 'x' of builder 'test' is required. Add \"x\".");
    }

    @Test
    void saysNothingMoreOfAValueThatCannotBeRead() {
        TestOptions test = TestOptions.of("{\"x\": \"{{nope}}\"}");

        test.options().text("x");
        test.options().problem("x", "X must be given.", "Give it.");

        assertThat(test.problems()).singleElement().asString().contains("\"nope\"");
    }
}
