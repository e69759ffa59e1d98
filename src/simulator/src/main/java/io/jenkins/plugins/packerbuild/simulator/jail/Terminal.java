package io.jenkins.plugins.packerbuild.simulator.jail;

/**
 * The terminal that a client asked for.
 *
 * @param type the value of {@code TERM}, as {@code xterm}
 * @param columns width in characters, 0 if unknown
 * @param rows height in lines, 0 if unknown
 * @param modes words for {@code stty}, as {@code -echo}; empty for none
 */
public record Terminal(String type, int columns, int rows, String modes) {

    String sttyWords() {
        return "rows %d cols %d %s".formatted(rows, columns, modes).strip();
    }
}
