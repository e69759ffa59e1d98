package io.jenkins.plugins.packerbuild.engine.secret;

/**
 * Where a secret came from, by name, never by value. Written into the ledger, so that a cleanup can ask for the same
 * again; shown in the log. Examples: {@code template}, {@code environment AWS_ACCESS_KEY_ID}, {@code credential do-token}.
 *
 * @param name the printable name
 */
public record SecretSource(String name) {

    /** Keys that stand in the template, by value or by user variable. */
    public static final SecretSource TEMPLATE = new SecretSource("template");

    /** A user variable of the template. */
    public static SecretSource variable(String name) {
        return new SecretSource("variable " + name);
    }

    /** A variable of the process environment. */
    public static SecretSource environment(String variable) {
        return new SecretSource("environment " + variable);
    }

    /** A named credential that whoever started the engine resolved for us. */
    public static SecretSource credential(String name) {
        return new SecretSource("credential " + name);
    }

    @Override
    public String toString() {
        return name;
    }
}
