package io.jenkins.plugins.packerbuild.linkage;

import io.jenkins.plugins.packerbuild.linkage.Link.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Collects what one class file of ours refers to outside of itself and the JDK. */
final class References extends ClassVisitor {

    private final Found found;

    private References(Found found) {
        super(Opcodes.ASM9);
        this.found = found;
    }

    /** Adds what the class file refers to. */
    static void collect(byte[] classFile, Set<Link> into) {
        collect(classFile, new Found(into));
    }

    static void collect(byte[] classFile, Found into) {
        new ClassReader(classFile).accept(new References(into), ClassReader.SKIP_DEBUG);
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String[] interfaces) {
        found.signature(signature);
        if (superName != null) {
            found.type(Kind.EXTENDS, superName);
        }
        for (String each : interfaces) {
            found.type(Kind.IMPLEMENTS, each);
        }
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return AnnotationReferences.of(found, descriptor, visible);
    }

    @Override
    public FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        found.signature(signature);
        found.typesOf(Type.getType(descriptor));
        return new FieldVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
                return AnnotationReferences.of(found, type, visible);
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        found.signature(signature);
        found.typesOf(Type.getMethodType(descriptor));
        if (exceptions != null) {
            for (String each : exceptions) {
                found.type(Kind.TYPE, each);
            }
        }
        return new CodeReferences(found);
    }
}
