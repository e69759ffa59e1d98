package io.jenkins.plugins.packerbuild.linkage;

import static org.objectweb.asm.Opcodes.ACC_ANNOTATION;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_INTERFACE;
import static org.objectweb.asm.Opcodes.ACC_PROTECTED;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;

import java.util.Optional;

/** Looks links up in real class files, as the JVM would when it comes to them. */
final class LinkCheck {

    private final TypeSpace space;

    LinkCheck(TypeSpace space) {
        this.space = space;
    }

    /** What is wrong with the link, in words; empty if it resolves. */
    Optional<String> problemOf(Link link) {
        Optional<TypeShape> found = space.find(link.internalOwner());
        if (found.isEmpty()) {
            return Optional.of("there is no such type");
        }
        TypeShape owner = found.get();
        return switch (link.kind()) {
            case TYPE -> unless(owner.is(ACC_PUBLIC), "the type is not public");
            case EXTENDS -> unless(!owner.is(ACC_INTERFACE) && !owner.is(ACC_FINAL), "it cannot be extended");
            case IMPLEMENTS -> unless(owner.is(ACC_INTERFACE), "it is not an interface");
            case ATTRIBUTE -> attribute(owner, link);
            case FIELD, STATIC_FIELD -> field(owner, link);
            case CONSTRUCTOR -> constructor(owner, link);
            case OVERRIDE -> override(owner, link);
            case VIRTUAL, STATIC -> method(owner, link, false);
            case INTERFACE, STATIC_INTERFACE -> method(owner, link, true);
        };
    }

    private static Optional<String> attribute(TypeShape owner, Link link) {
        boolean there = owner.methods().keySet().stream().anyMatch(method -> method.startsWith(link.name() + "()"));
        return unless(owner.is(ACC_ANNOTATION) && there, "the annotation has no such attribute");
    }

    private Optional<String> field(TypeShape owner, Link link) {
        String field = TypeShape.field(link.name(), link.descriptor());
        return space.withSupertypes(owner.name()).stream()
                .map(type -> type.fields().get(field))
                .filter(access -> access != null)
                .findFirst()
                .map(access -> member(access, link.kind() == Link.Kind.STATIC_FIELD))
                .orElse(Optional.of("there is no such field"));
    }

    private static Optional<String> constructor(TypeShape owner, Link link) {
        Integer access = owner.methods().get(link.name() + link.descriptor());
        return access == null ? Optional.of("there is no such constructor") : member(access, false);
    }

    private Optional<String> method(TypeShape owner, Link link, boolean byInterface) {
        if (owner.is(ACC_INTERFACE) != byInterface) {
            return Optional.of(byInterface ? "it is not an interface" : "it is an interface");
        }
        boolean isStatic = link.kind() == Link.Kind.STATIC || link.kind() == Link.Kind.STATIC_INTERFACE;
        return declared(owner, link)
                .map(access -> member(access, isStatic))
                .orElse(Optional.of("there is no such method"));
    }

    private Optional<String> override(TypeShape owner, Link link) {
        return declared(owner, link)
                .map(access -> (access & ACC_FINAL) != 0 ? Optional.of("it is final") : member(access, false))
                .orElse(Optional.of("there is no such method to override"));
    }

    private Optional<Integer> declared(TypeShape owner, Link link) {
        String method = link.name() + link.descriptor();
        return space.withSupertypes(owner.name()).stream()
                .map(type -> type.methods().get(method))
                .filter(access -> access != null)
                .findFirst();
    }

    private static Optional<String> member(int access, boolean isStatic) {
        if ((access & (ACC_PUBLIC | ACC_PROTECTED)) == 0) {
            return Optional.of("it is neither public nor protected");
        }
        return unless(((access & ACC_STATIC) != 0) == isStatic, isStatic ? "it is not static" : "it is static");
    }

    private static Optional<String> unless(boolean good, String problem) {
        return good ? Optional.empty() : Optional.of(problem);
    }
}
