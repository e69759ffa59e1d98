package io.jenkins.plugins.packerbuild.engine.secret;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces every known secret in a text by {@value #REPLACEMENT}, as Packer does: plain, Base64 (at any offset, padded or
 * not, URL-safe), URL-encoded, shell-quoted, JSON-escaped, and each line of a secret of several lines. Knows nothing at
 * first. Which values of variables are secrets is decided by {@link VariableSecrecy}.
 *
 * <p>Values shorter than {@value #SHORTEST} characters, booleans, and numbers of up to five digits are never replaced:
 * that would garble the text and hide nothing. Values shorter than six characters are replaced where they stand alone.
 *
 * <p>Costs one pass over the text, however many secrets there are; the automaton is rebuilt by the first text after a
 * new secret. Safe for use by several threads; secrets may be added at any time.
 */
public final class Redactor {

    /** What stands in a secret's place. */
    public static final String REPLACEMENT = "<sensitive>";

    private static final int SHORTEST = 3;

    /** Guarded by this. */
    private final Set<Pattern> patterns = new LinkedHashSet<>();

    /** Null after a new secret, until the next text. Written under this. */
    private volatile @Nullable Automaton automaton;

    /** From now on the value is replaced, unless it is too short or too common to hide. */
    public synchronized void add(Secret secret) {
        String value = secret.reveal();
        if (isWorthHiding(value) && patterns.addAll(Disguises.of(value))) {
            automaton = null;
        }
    }

    /** From now on the values are replaced. */
    public void addAll(Collection<Secret> secrets) {
        secrets.forEach(this::add);
    }

    /** The text without secrets. */
    public String redact(String text) {
        return replace(text, 0, automaton().find(text));
    }

    /** Whether a secret shows in the text. */
    public boolean finds(String text) {
        return !automaton().find(text).isEmpty();
    }

    /** For texts that come in pieces, from one source. */
    public Pieces pieces() {
        return new Pieces(this);
    }

    static boolean isWorthHiding(String value) {
        String text = value.strip();
        return text.length() >= SHORTEST && !text.matches("(?i)true|false|yes|none|null|[0-9]{1,5}");
    }

    Automaton automaton() {
        Automaton current = automaton;
        return current == null ? build() : current;
    }

    private synchronized Automaton build() {
        Automaton built = new Automaton(patterns);
        automaton = built;
        return built;
    }

    /** The text from a place on, each run of marked characters replaced. */
    static String replace(String text, int from, BitSet found) {
        int next = found.nextSetBit(from);
        if (next < 0) {
            return text.substring(from);
        }
        StringBuilder result = new StringBuilder(text.length());
        int copied = from;
        while (next >= 0) {
            result.append(text, copied, next).append(REPLACEMENT);
            copied = Math.min(text.length(), found.nextClearBit(next));
            next = found.nextSetBit(copied);
        }
        return result.append(text, copied, text.length()).toString();
    }
}
