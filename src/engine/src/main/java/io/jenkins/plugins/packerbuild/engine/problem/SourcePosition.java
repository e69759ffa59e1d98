package io.jenkins.plugins.packerbuild.engine.problem;

/**
 * A place in a file that a user wrote, as in {@code example.json:12:7}.
 *
 * @param file the path as the user gave it; {@code -} for standard input
 * @param line counted from 1
 * @param column counted from 1, in characters
 */
public record SourcePosition(String file, int line, int column) {

    /** The usual form of compilers: {@code file:line:column}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
