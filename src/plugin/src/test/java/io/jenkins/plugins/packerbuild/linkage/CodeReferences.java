package io.jenkins.plugins.packerbuild.linkage;

import io.jenkins.plugins.packerbuild.linkage.Link.Kind;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Collects what the code of one method, and the annotations on it, refer to. */
final class CodeReferences extends MethodVisitor {

    private final Found found;

    CodeReferences(Found found) {
        super(Opcodes.ASM9);
        this.found = found;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return AnnotationReferences.of(found, descriptor, visible);
    }

    @Override
    public AnnotationVisitor visitAnnotationDefault() {
        return AnnotationReferences.ofDefault(found);
    }

    @Override
    public @Nullable AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
        return AnnotationReferences.of(found, descriptor, visible);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        found.type(Kind.TYPE, type);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
        found.member(isStatic ? Kind.STATIC_FIELD : Kind.FIELD, owner, name, descriptor);
        found.typesOf(Type.getType(descriptor));
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        call(opcode == Opcodes.INVOKESTATIC, owner, name, descriptor, isInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        found.typesOf(Type.getMethodType(descriptor));
        for (Object argument : arguments) {
            constant(argument);
        }
    }

    @Override
    public void visitLdcInsn(Object value) {
        constant(value);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        found.typesOf(Type.getType(descriptor));
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        if (type != null) {
            found.type(Kind.TYPE, type);
        }
    }

    private void constant(Object value) {
        if (value instanceof Type type) {
            found.typesOf(type);
        } else if (value instanceof Handle handle && handle.getDesc().startsWith("(")) {
            boolean isStatic = handle.getTag() == Opcodes.H_INVOKESTATIC;
            call(isStatic, handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface());
        }
    }

    private void call(boolean isStatic, String owner, String name, String descriptor, boolean isInterface) {
        found.member(kind(isStatic, name, isInterface), owner, name, descriptor);
        found.typesOf(Type.getMethodType(descriptor));
    }

    private static Kind kind(boolean isStatic, String name, boolean isInterface) {
        if (name.equals("<init>")) {
            return Kind.CONSTRUCTOR;
        }
        if (isStatic) {
            return isInterface ? Kind.STATIC_INTERFACE : Kind.STATIC;
        }
        return isInterface ? Kind.INTERFACE : Kind.VIRTUAL;
    }
}
