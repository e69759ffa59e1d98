package io.jenkins.plugins.packerbuild.linkage;

import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_INTERFACE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what a class leaves abstract without being abstract itself: calling it ends in an AbstractMethodError. */
final class AbstractMethods {

    private final TypeSpace space;

    AbstractMethods(TypeSpace space) {
        this.space = space;
    }

    /** One sentence each. */
    SortedSet<String> missingIn(TypeShape type) {
        SortedSet<String> missing = new TreeSet<>();
        if (type.is(ACC_ABSTRACT) || type.is(ACC_INTERFACE)) {
            return missing;
        }
        List<TypeShape> hierarchy = space.withSupertypes(type.name());
        for (TypeShape above : hierarchy) {
            above.methods().forEach((method, access) -> {
                if ((access & ACC_ABSTRACT) != 0 && !isImplemented(method, hierarchy)) {
                    missing.add(type.name() + " does not implement " + method + " of " + above.name());
                }
            });
        }
        return missing;
    }

    /** By the nearest class that has it at all, else by the default method of any interface. */
    private static boolean isImplemented(String method, List<TypeShape> hierarchy) {
        @Nullable Boolean byClass = null;
        boolean byInterface = false;
        for (TypeShape type : hierarchy) {
            Integer access = type.methods().get(method);
            if (access != null && (access & ACC_STATIC) == 0) {
                boolean concrete = (access & ACC_ABSTRACT) == 0;
                if (type.is(ACC_INTERFACE)) {
                    byInterface |= concrete;
                } else if (byClass == null) {
                    byClass = concrete;
                }
            }
        }
        return byClass != null ? byClass : byInterface;
    }
}
