package io.jenkins.plugins.packerbuild.linkage;

import io.jenkins.plugins.packerbuild.linkage.Link.Kind;
import java.util.Set;
import org.objectweb.asm.Type;

/** Takes references, and keeps those that lead out of the plugin and of the JDK. */
final class Found {

    private final Set<Link> links;

    Found(Set<Link> links) {
        this.links = links;
    }

    /** Whether the type is neither ours nor the JDK's. */
    static boolean isForeign(String internalName) {
        return !internalName.startsWith("io/jenkins/plugins/packerbuild/")
                && !internalName.startsWith("java/")
                && !internalName.startsWith("javax/")
                && !internalName.startsWith("org/jspecify/");
    }

    void type(Kind kind, String internalName) {
        if (internalName.startsWith("[")) {
            typesOf(Type.getType(internalName));
        } else if (isForeign(internalName)) {
            links.add(Link.type(kind, internalName));
        }
    }

    void member(Kind kind, String owner, String name, String descriptor) {
        if (!owner.startsWith("[") && isForeign(owner)) {
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
