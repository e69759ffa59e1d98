package io.jenkins.plugins.packerbuild.linkage;

import io.jenkins.plugins.packerbuild.linkage.Link.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** Takes references, and keeps those that lead out of the plugin and of the JDK. */
final class Found {

    private final Set<Link> links;
    private final boolean withCompilersOnly;

    Found(Set<Link> links) {
        this(links, false);
    }

    private Found(Set<Link> links, boolean withCompilersOnly) {
        this.links = links;
        this.withCompilersOnly = withCompilersOnly;
    }

    /** Takes what only a compiler looks at, too: generic signatures, and annotations that are not there at run time. */
    static Found withCompilersOnly(Set<Link> links) {
        return new Found(links, true);
    }

    boolean withCompilersOnly() {
        return withCompilersOnly;
    }

    void signature(@Nullable String signature) {
        if (withCompilersOnly && signature != null) {
            new SignatureReader(signature).accept(new SignatureVisitor(Opcodes.ASM9) {
                private String outer = "";

                @Override
                public void visitClassType(String name) {
                    outer = name;
                    type(Kind.TYPE, name);
                }

                @Override
                public void visitInnerClassType(String name) {
                    outer = outer + "$" + name;
                    type(Kind.TYPE, outer);
                }
            });
        }
    }

    /** Whether the type is neither ours nor the JDK's. */
    static boolean isForeign(String internalName) {
        return !isOurs(internalName)
                && !internalName.startsWith("java/")
                && !internalName.startsWith("javax/")
                && !internalName.startsWith("org/jspecify/");
    }

    static boolean isOurs(String internalName) {
        return internalName.startsWith("io/jenkins/plugins/packerbuild/");
    }

    void type(Kind kind, String internalName) {
        if (internalName.startsWith("[")) {
            typesOf(Type.getType(internalName));
        } else if (isForeign(internalName)) {
            links.add(Link.type(kind, internalName));
        }
    }

    /** One of a type of ours may be inherited from Jenkins: it is kept, for {@link Linkage} to find out. */
    void member(Kind kind, String owner, String name, String descriptor) {
        if (!owner.startsWith("[") && (isForeign(owner) || isOurs(owner))) {
            links.add(Link.member(kind, owner, name, descriptor));
        }
    }

    /** All types in a descriptor. */
    void typesOf(Type type) {
        switch (type.getSort()) {
            case Type.OBJECT -> type(Kind.TYPE, type.getInternalName());
            case Type.ARRAY -> typesOf(type.getElementType());
            case Type.METHOD -> {
                typesOf(type.getReturnType());
                for (Type argument : type.getArgumentTypes()) {
                    typesOf(argument);
                }
            }
            default -> {
                // a primitive
            }
        }
    }
}
