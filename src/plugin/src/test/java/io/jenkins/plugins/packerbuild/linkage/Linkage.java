package io.jenkins.plugins.packerbuild.linkage;

import io.jenkins.plugins.packerbuild.linkage.Link.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;

/** Everything that the class files of one folder refer to and override, outside of themselves and the JDK. */
final class Linkage {

    private Linkage() {}

    /** {@code space} has the types that the class files were compiled against. */
    static SortedSet<Link> of(Path classes, TypeSpace space) throws IOException {
        SortedSet<Link> links = new TreeSet<>();
        for (byte[] classFile : TypeSpace.classFiles(classes).values()) {
            Set<Link> found = new HashSet<>();
            References.collect(classFile, found);
            found.forEach(link -> inJenkins(link, space).ifPresent(links::add));
            addOverrides(TypeShape.read(classFile), space, links);
        }
        return links;
    }

    /** A member that is called by a type of ours, as {@code getContext()} in a step, stands in Jenkins nevertheless. */
    private static Optional<Link> inJenkins(Link link, TypeSpace space) {
        if (Found.isForeign(link.internalOwner())) {
            return Optional.of(link);
        }
        boolean isField = link.kind() == Kind.FIELD || link.kind() == Kind.STATIC_FIELD;
        return space.withSupertypes(link.internalOwner()).stream()
                .filter(type -> isField
                        ? type.fields().containsKey(TypeShape.field(link.name(), link.descriptor()))
                        : type.methods().containsKey(link.name() + link.descriptor()))
                .findFirst()
                .filter(type -> Found.isForeign(type.name()))
                .map(type -> Link.member(kindIn(type, link.kind()), type.name(), link.name(), link.descriptor()));
    }

    private static Kind kindIn(TypeShape declaring, Kind kind) {
        return kind == Kind.VIRTUAL && declaring.is(Opcodes.ACC_INTERFACE) ? Kind.INTERFACE : kind;
    }

    private static void addOverrides(TypeShape ours, TypeSpace space, Set<Link> links) {
        for (TypeShape above : space.withSupertypes(ours.name())) {
            if (Found.isForeign(above.name())) {
                ours.methods().forEach((method, access) -> {
                    if (isOverridable(method, access) && above.methods().containsKey(method)) {
                        int descriptor = method.indexOf('(');
                        links.add(Link.member(
                                Kind.OVERRIDE,
                                above.name(),
                                method.substring(0, descriptor),
                                method.substring(descriptor)));
                    }
                });
            }
        }
    }

    private static boolean isOverridable(String method, int access) {
        return (access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0 && !method.startsWith("<");
    }
}
