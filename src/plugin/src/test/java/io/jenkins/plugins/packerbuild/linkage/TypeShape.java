package io.jenkins.plugins.packerbuild.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a class file declares. Names are internal ones ({@code hudson/FilePath}).
 *
 * @param access flags, as {@link Opcodes} has them
 * @param superclass null for Object
 * @param methods access flags by name and descriptor: {@code child(Ljava/lang/String;)Lhudson/FilePath;}
 * @param fields access flags by name and descriptor: {@code clazz Ljava/lang/Class;}
 */
record TypeShape(
        String name,
        int access,
        @Nullable String superclass,
        List<String> interfaces,
        Map<String, Integer> methods,
        Map<String, Integer> fields) {

    static TypeShape read(byte[] classFile) {
        Reading reading = new Reading();
        new ClassReader(classFile)
                .accept(reading, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new TypeShape(
                reading.name,
                reading.access,
                reading.superclass,
                reading.interfaces,
                Map.copyOf(reading.methods),
                Map.copyOf(reading.fields));
    }

    static String field(String name, String descriptor) {
        return name + " " + descriptor;
    }

    boolean is(int flag) {
        return (access & flag) != 0;
    }

    /** The superclass, then the interfaces. */
    List<String> supertypes() {
        List<String> all = new ArrayList<>();
        if (superclass != null) {
            all.add(superclass);
        }
        all.addAll(interfaces);
        return all;
    }

    private static final class Reading extends ClassVisitor {

        private final Map<String, Integer> methods = new HashMap<>();
        private final Map<String, Integer> fields = new HashMap<>();
        private String name = "";
        private int access;
        private @Nullable String superclass;
        private List<String> interfaces = List.of();

        Reading() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version,
                int flags,
                String ownName,
                @Nullable String signature,
                @Nullable String superName,
                String[] superInterfaces) {
            name = ownName;
            access = flags;
            superclass = superName;
            interfaces = List.of(superInterfaces);
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int flags, String method, String descriptor, @Nullable String signature, String @Nullable [] thrown) {
            methods.put(method + descriptor, flags);
            return null;
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int flags, String field, String descriptor, @Nullable String signature, @Nullable Object value) {
            fields.put(TypeShape.field(field, descriptor), flags);
            return null;
        }
    }
}
