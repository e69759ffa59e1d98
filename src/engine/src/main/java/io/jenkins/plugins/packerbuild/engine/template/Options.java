package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The options of one builder, provisioner, post-processor, or of an object inside of them, read one by one. Every
 * accessor renders the text, converts weakly as Packer does ({@code "true"}, {@code "22"}, {@code "a,b"}), and notes the
 * key as known. A value that cannot be read becomes a problem at its place, and the accessor returns its fallback (or
 * empty), so that all problems of a template are found at once; nobody runs a component after a problem. An absent key,
 * JSON null and an empty text are the same where Packer treats them so: {@link #text} is empty for all three. Not for use
 * by several threads.
 */
public interface Options {

    /** Whether the key stands there at all, also with an empty value. */
    boolean has(String key);

    /** The text; empty when absent or empty. */
    Optional<String> text(String key);

    /** The text, or the fallback when absent or empty. */
    default String text(String key, String fallback) {
        return text(key).orElse(fallback);
    }

    /** The text, or a problem {@code ... is required} and an empty text. */
    String required(String key);

    /** True or false; empty when absent. */
    Optional<Boolean> flag(String key);

    /** True or false, or the fallback when absent. */
    default boolean flag(String key, boolean fallback) {
        return flag(key).orElse(fallback);
    }

    /** A whole number, or the fallback when absent. */
    int number(String key, int fallback);

    /** A Go duration ({@code 1h5m}, {@code 90s}), or the fallback when absent; an empty text is none. */
    Duration duration(String key, Duration fallback);

    /** A list of texts; a single text is a list of one, split at commas as Packer does; absent is an empty list. */
    List<String> list(String key);

    /** An object of texts in the order of the file; absent is an empty map. */
    Map<String, String> map(String key);

    /** An object inside of this one; absent is empty. */
    Optional<Options> group(String key);

    /** A list of objects; a single object is a list of one; absent is an empty list. */
    List<Options> groups(String key);

    /** The text as it stands in the template, nothing in it rendered; empty when absent or something else than a text. */
    Optional<String> literal(String key);

    /** A text that is rendered at run time; empty when absent or empty. Its syntax is checked now. */
    Optional<Deferred> deferred(String key);

    /** An object whose keys and values are rendered at run time, in the order of the file; absent is an empty list. */
    List<DeferredPair> deferredMap(String key);

    /** A list of texts that are rendered at run time; absent is an empty list. */
    List<Deferred> deferredList(String key);

    /** Notes keys that Packer has and this engine has not yet: each one that stands there is a problem that says so. */
    void notYet(String... keys);

    /** Where the key's value stands, or where this object begins when the key is absent; null without a file. */
    @Nullable SourcePosition position(String key);

    /**
     * Where the key's value comes from, by name: {@code variable do_token} when the option is nothing but a call of that
     * user variable, else {@code template}.
     */
    String origin(String key);

    /** Adds a problem at the key's place, unless its value could not even be read, which is a problem already. */
    void problem(String key, String message, String cure);

    /** Adds a warning at the key's place, unless its value could not even be read. */
    void warn(String key, String message, String cure);

    /** Ends the reading, also that of the groups: each key that nobody asked for is a problem with the nearest known name. */
    void finish();

    /**
     * One pair of {@link #deferredMap}.
     *
     * @param key rendered at run time too, as Packer does with tags
     * @param value rendered at run time
     */
    record DeferredPair(Deferred key, Deferred value) {}
}
