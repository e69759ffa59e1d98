package io.jenkins.plugins.packerbuild.linkage;

import java.util.Comparator;
import java.util.Locale;

/**
 * One line of linkage.txt: a type, method or field of Jenkins that our class files refer to, for example
 * {@code virtual hudson.FilePath child (Ljava/lang/String;)Lhudson/FilePath;}.
 *
 * @param owner the type through which we refer to it
 * @param name of the member; empty for a type
 * @param descriptor of the member; empty for a type and for an attribute of an annotation
 */
record Link(Kind kind, String owner, String name, String descriptor) implements Comparable<Link> {

    /** How we refer to it. */
    enum Kind {
        /** The type is named somewhere: it must exist. */
        TYPE,
        /** One of our classes extends it. */
        EXTENDS,
        /** One of our types implements or extends this interface. */
        IMPLEMENTS,
        /** An annotation of ours sets this attribute. */
        ATTRIBUTE,
        FIELD,
        STATIC_FIELD,
        /** An instance method of a class. */
        VIRTUAL,
        /** An instance method of an interface. */
        INTERFACE,
        STATIC,
        /** A static method of an interface. */
        STATIC_INTERFACE,
        CONSTRUCTOR,
        /** One of our classes overrides or implements it. */
        OVERRIDE
    }

    private static final Comparator<Link> ORDER = Comparator.comparing(Link::owner)
            .thenComparing(Link::kind)
            .thenComparing(Link::name)
            .thenComparing(Link::descriptor);

    /** {@code owner} is a binary or an internal name. */
    static Link type(Kind kind, String owner) {
        return new Link(kind, owner.replace('/', '.'), "", "");
    }

    /** {@code owner} is a binary or an internal name. */
    static Link member(Kind kind, String owner, String name, String descriptor) {
        return new Link(kind, owner.replace('/', '.'), name, descriptor);
    }

    static Link parse(String line) {
        String[] parts = line.split(" ", -1);
        Kind kind = Kind.valueOf(parts[0].toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Link(kind, parts[1], parts.length > 2 ? parts[2] : "", parts.length > 3 ? parts[3] : "");
    }

    String internalOwner() {
        return owner.replace('.', '/');
    }

    @Override
    public int compareTo(Link other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        String word = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return (word + " " + owner + " " + name + " " + descriptor).strip();
    }
}
