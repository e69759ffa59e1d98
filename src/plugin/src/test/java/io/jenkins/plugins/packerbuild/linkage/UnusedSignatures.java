package io.jenkins.plugins.packerbuild.linkage;

import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_ANNOTATION;
import static org.objectweb.asm.Opcodes.ACC_ENUM;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the types and members of src/jenkins-api that the plugin does not need. */
final class UnusedSignatures {

    private final Map<String, byte[]> signatures;
    private final TypeSpace space;
    private final Set<Link> links = new HashSet<>();
    private final Set<String> usedMembers = new HashSet<>();

    /** {@code signatures} and {@code plugin} are folders of class files. */
    UnusedSignatures(Path signatures, Path plugin, TypeSpace space) throws IOException {
        this.signatures = TypeSpace.classFiles(signatures);
        this.space = space;
        links.addAll(Linkage.of(plugin, space));
        for (byte[] classFile : TypeSpace.classFiles(plugin).values()) {
            References.collect(classFile, Found.withCompilersOnly(links));
        }
        this.signatures.forEach(this::addDefaults);
        links.forEach(this::use);
    }

    /** The default values of annotations: constants of another type. What a signature sets to null is its own. */
    private void addDefaults(String type, byte[] signature) {
        Set<Link> found = new HashSet<>();
        References.collect(signature, found);
        found.stream()
                .filter(link -> link.kind() == Link.Kind.STATIC_FIELD)
                .filter(link -> !link.internalOwner().equals(type))
                .forEach(links::add);
    }

    /** One line each: the type, or the type and the member. */
    SortedSet<String> find() {
        SortedSet<String> unused = new TreeSet<>();
        Set<String> types = usedTypes();
        for (Map.Entry<String, byte[]> signature : signatures.entrySet()) {
            if (Found.isForeign(signature.getKey())) {
                if (types.contains(signature.getKey())) {
                    addUnusedMembers(TypeShape.read(signature.getValue()), unused);
                } else {
                    unused.add(signature.getKey());
                }
            }
        }
        return unused;
    }

    private void use(Link link) {
        boolean isField = link.kind() == Link.Kind.FIELD || link.kind() == Link.Kind.STATIC_FIELD;
        String member = isField ? TypeShape.field(link.name(), link.descriptor()) : link.name() + link.descriptor();
        for (TypeShape type : space.withSupertypes(link.internalOwner())) {
            boolean declares = isField
                    ? type.fields().containsKey(member)
                    : link.kind() == Link.Kind.ATTRIBUTE || type.methods().containsKey(member);
            if (declares) {
                usedMembers.add(type.name() + " " + member);
                return;
            }
        }
    }

    /** What the plugin names, and whatever the signatures of that name in turn. */
    private Set<String> usedTypes() {
        Set<String> used = new HashSet<>();
        Deque<String> next = new ArrayDeque<>();
        links.forEach(link -> next.add(link.internalOwner()));
        while (!next.isEmpty()) {
            String type = next.remove();
            if (signatures.containsKey(type) && used.add(type)) {
                Set<Link> named = new HashSet<>();
                References.collect(signatures.get(type), Found.withCompilersOnly(named));
                named.forEach(link -> next.add(link.internalOwner()));
                if (type.contains("$")) {
                    next.add(type.substring(0, type.lastIndexOf('$')));
                }
            }
        }
        return used;
    }

    private void addUnusedMembers(TypeShape type, Set<String> unused) {
        type.fields().forEach((field, access) -> {
            if ((access & (ACC_SYNTHETIC | ACC_PRIVATE)) == 0 && !usedMembers.contains(type.name() + " " + field)) {
                unused.add(type.name() + " " + field);
            }
        });
        type.methods().forEach((method, access) -> {
            String name = type.is(ACC_ANNOTATION) ? method.substring(0, method.indexOf('(')) : method;
            if ((access & (ACC_SYNTHETIC | ACC_PRIVATE)) == 0
                    && !isCompilers(type, method)
                    && !usedMembers.contains(type.name() + " " + name)
                    && !completes(type, method)) {
                unused.add(type.name() + " " + method);
            }
        });
    }

    private static boolean isCompilers(TypeShape type, String method) {
        return method.equals("<init>()V")
                || method.startsWith("<clinit>")
                || type.is(ACC_ENUM) && (method.startsWith("values()") || method.startsWith("valueOf("));
    }

    /** Without it the class, or one below it, would have to be abstract. */
    private boolean completes(TypeShape type, String method) {
        return isConcrete(type, method)
                && space.withSupertypes(type.name()).stream()
                        .filter(above -> !above.name().equals(type.name()))
                        .anyMatch(above -> above.methods().containsKey(method) && !isConcrete(above, method));
    }

    private static boolean isConcrete(TypeShape type, String method) {
        return (type.methods().getOrDefault(method, 0) & ACC_ABSTRACT) == 0;
    }
}
