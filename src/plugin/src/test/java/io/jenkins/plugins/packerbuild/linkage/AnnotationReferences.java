package io.jenkins.plugins.packerbuild.linkage;

import io.jenkins.plugins.packerbuild.linkage.Link.Kind;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Collects the type and the attributes of an annotation that is there at run time. */
final class AnnotationReferences extends AnnotationVisitor {

    private final Found found;
    private final String owner;

    private AnnotationReferences(Found found, String owner) {
        super(Opcodes.ASM9);
        this.found = found;
        this.owner = owner;
    }

    /** Null for an annotation that only compilers see, unless these are asked for. */
    static @Nullable AnnotationVisitor of(Found found, String descriptor, boolean visible) {
        if (!visible && !found.withCompilersOnly()) {
            return null;
        }
        String owner = Type.getType(descriptor).getInternalName();
        found.type(Kind.TYPE, owner);
        return new AnnotationReferences(found, owner);
    }

    /** The default value of an attribute: its own name is no reference. */
    static AnnotationVisitor ofDefault(Found found) {
        return new AnnotationReferences(found, "java/lang/annotation/Annotation");
    }

    @Override
    public void visit(@Nullable String name, Object value) {
        attribute(name);
        if (value instanceof Type type) {
            found.typesOf(type);
        }
    }

    @Override
    public void visitEnum(@Nullable String name, String descriptor, String value) {
        attribute(name);
        String type = Type.getType(descriptor).getInternalName();
        found.member(Kind.STATIC_FIELD, type, value, descriptor);
    }

    @Override
    public AnnotationVisitor visitArray(@Nullable String name) {
        attribute(name);
        return this;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(@Nullable String name, String descriptor) {
        attribute(name);
        return of(found, descriptor, true);
    }

    /** The elements of an array have no name. */
    private void attribute(@Nullable String name) {
        if (name != null) {
            found.member(Kind.ATTRIBUTE, owner, name, "");
        }
    }
}
