package io.jenkins.plugins.packerbuild.credentials;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces secrets in lines. The pattern is made again only after a new secret; most lines have none, and are told from
 * the others without it. Safe for use by several threads.
 */
final class LineMask {

    private static final String MASK = "****";

    /** Shorter lines of a secret with several lines are no secret: {@code }}} and the like. */
    private static final int SHORTEST_LINE = 8;

    private final Function<Collection<String>, Pattern> compiler;
    private final Set<String> secrets = new LinkedHashSet<>();
    private volatile @Nullable QuickPattern pattern;

    /**
     * Knows no secret yet.
     *
     * @param compiler makes the pattern that finds all forms of secrets, each of them at least three characters long
     */
    LineMask(Function<Collection<String>, Pattern> compiler) {
        this.compiler = compiler;
    }

    /** Learns secrets. One with several lines is found by each of them. */
    synchronized void add(Collection<String> more) {
        boolean changed = false;
        for (String secret : more) {
            changed |= addWhole(secret);
        }
        if (changed) {
            pattern = null;
        }
    }

    String mask(String line) {
        QuickPattern current = pattern;
        return (current == null ? compile() : current).replaceAll(line, MASK);
    }

    private boolean addWhole(String secret) {
        if (secret.indexOf('\n') < 0) {
            return !secret.isBlank() && secrets.add(secret);
        }
        boolean changed = false;
        for (String line : secret.split("\\R")) {
            String text = line.strip();
            if (text.length() >= SHORTEST_LINE && !text.startsWith("-----")) {
                changed |= secrets.add(text);
            }
        }
        return changed;
    }

    private synchronized QuickPattern compile() {
        QuickPattern made = secrets.isEmpty() ? QuickPattern.NOTHING : QuickPattern.of(compiler.apply(secrets));
        pattern = made;
        return made;
    }
}
