package io.jenkins.plugins.packerbuild.engine.secret;

/** A value that must not be printed: its {@link #toString()} is {@code ****}. Immutable. May be empty. */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** Wraps the value. */
    public static Secret of(String value) {
        return new Secret(value);
    }

    /** The value itself, for the one who sends it to where it belongs. */
    public String reveal() {
        return value;
    }

    /** Whether there is nothing to hide. */
    public boolean isEmpty() {
        return value.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "****";
    }
}
