package io.jenkins.plugins.packerbuild.engine.secret;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Finds all patterns in one pass over a text, after Aho and Corasick (1975): a tree of all patterns, in which every node
 * also knows the node of its longest proper suffix. Ours, because no library that does it is alive on Maven Central
 * (org.ahocorasick last moved in 2021 and builds a map per node). All edges lie in one open hash table, so that a PEM
 * key with its thousands of characters in thirty forms costs kilobytes; most characters of a text never leave the root,
 * which has a table of its own. Immutable; safe for use by several threads.
 */
final class Automaton {

    private static final int ROOT = 0;

    /** Hash table of edges: node in the upper bits, character in the lower 16; 0 is a free place. */
    private final long[] edges;

    private final int[] targets;
    private final int mask;

    /** First edges by character, for the characters up to 127. */
    private final int[] fromRoot = new int[128];

    private final int[] suffix;
    private final int[] depth;

    /** The pattern that ends at a node. */
    private final @Nullable Pattern[] ending;

    /** The nearest node on the way of suffixes at which a pattern ends; the root for none. */
    private final int[] endingSuffix;

    Automaton(Collection<Pattern> patterns) {
        int characters = 1
                + patterns.stream().mapToInt(pattern -> pattern.text().length()).sum();
        int places = Integer.highestOneBit(characters * 2) * 2;
        edges = new long[places];
        targets = new int[places];
        mask = places - 1;
        suffix = new int[characters];
        depth = new int[characters];
        endingSuffix = new int[characters];
        ending = new @Nullable Pattern[characters];
        int nodes = 1;
        for (Pattern pattern : patterns) {
            nodes = insert(pattern, nodes);
        }
        link(nodes);
    }

    /** Marks every character of the text that belongs to a match. */
    BitSet find(CharSequence text) {
        BitSet found = new BitSet();
        int node = ROOT;
        for (int i = 0; i < text.length(); i++) {
            node = next(node, text.charAt(i));
            for (int at = node; at != ROOT; at = endingSuffix[at]) {
                mark(text, i + 1, ending[at], found);
            }
        }
        return found;
    }

    /** How many characters at the end of the text are the beginning of a pattern that might go on in the next text. */
    int unfinished(CharSequence text) {
        int node = ROOT;
        for (int i = 0; i < text.length(); i++) {
            node = next(node, text.charAt(i));
        }
        return depth[node];
    }

    private static void mark(CharSequence text, int end, @Nullable Pattern pattern, BitSet found) {
        if (pattern == null) {
            return;
        }
        int start = end - pattern.text().length();
        if (pattern.matches(text, start)) {
            found.set(Math.max(0, start - pattern.before()), Math.min(text.length(), end + pattern.after()));
        }
    }

    private int next(int from, char c) {
        int node = from;
        while (true) {
            int target = edge(node, c);
            if (target != ROOT || node == ROOT) {
                return target;
            }
            node = suffix[node];
        }
    }

    /** Where the edge leads; the root when there is none. */
    private int edge(int node, char c) {
        return node == ROOT && c < 128 ? fromRoot[c] : targets[place(key(node, c))];
    }

    private int place(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed >>> 32) & mask;
        while (edges[place] != 0 && edges[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private static long key(int node, char c) {
        return ((long) node + 1) << 16 | c;
    }

    private int insert(Pattern pattern, int nodesBefore) {
        int nodes = nodesBefore;
        int node = ROOT;
        for (int i = 0; i < pattern.text().length(); i++) {
            char c = pattern.text().charAt(i);
            int place = place(key(node, c));
            if (edges[place] == 0) {
                edges[place] = key(node, c);
                targets[place] = nodes;
                depth[nodes] = i + 1;
                nodes++;
            }
            if (node == ROOT && c < 128) {
                fromRoot[c] = targets[place];
            }
            node = targets[place];
        }
        Pattern before = ending[node];
        if (before == null || before.before() + before.after() < pattern.before() + pattern.after()) {
            ending[node] = pattern;
        }
        return nodes;
    }

    /** Sets the suffixes breadth first: those of a node's parent are known by then. */
    private void link(int nodes) {
        List<List<Long>> children = children(nodes);
        Queue<Integer> queue = new ArrayDeque<>(List.of(ROOT));
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (long edge : children.get(node)) {
                int child = (int) (edge >>> 16);
                suffix[child] = node == ROOT ? ROOT : next(suffix[node], (char) edge);
                endingSuffix[child] = ending[suffix[child]] == null ? endingSuffix[suffix[child]] : suffix[child];
                queue.add(child);
            }
        }
    }

    private List<List<Long>> children(int nodes) {
        List<List<Long>> children = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            children.add(new ArrayList<>(1));
        }
        for (int place = 0; place < edges.length; place++) {
            if (edges[place] != 0) {
                int parent = (int) (edges[place] >>> 16) - 1;
                children.get(parent).add((long) targets[place] << 16 | (edges[place] & 0xFFFF));
            }
        }
        return children;
    }

    @Override
    public String toString() {
        return "Automaton of " + Arrays.stream(depth).filter(d -> d > 0).count() + " nodes";
    }
}
