package io.jenkins.plugins.packerbuild.engine;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the order of the engine's packages: each imports only from those before it. */
class ArchitectureTest {

    private static final String ROOT = "io.jenkins.plugins.packerbuild.engine";

    /** From the foundation up; the same list stands in docs/architecture.md. */
    private static final List<String> ORDER = List.of(
            "problem",
            "secret",
            "time",
            "artifact",
            "event",
            "ledger",
            "template",
            "lookup",
            "communicator",
            "step",
            "builder",
            "provisioner",
            "postprocessor",
            "build",
            "console",
            "session",
            "cli");

    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void everyPackageStandsInTheOrder() {
        assertThat(ENGINE).hasSizeGreaterThan(50);
        assertThat(ENGINE).allSatisfy(type -> assertThat(ORDER).contains(room(type)));
    }

    @Test
    void packagesImportOnlyFromThoseAboveThem() {
        TreeSet<String> wrong = new TreeSet<>();
        for (JavaClass type : ENGINE) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass();
                if (target.getPackageName().startsWith(ROOT) && rank(target) > rank(type)) {
                    wrong.add(type.getName() + " uses " + target.getName());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noPackagesUseEachOther() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(ENGINE);
    }

    @Test
    void onlyTheTimePackageSleepsOrAsksTheTime() {
        noClasses()
                .that(resideOutsideOfPackages(ROOT + ".time"))
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat(type(Clock.class))
                .check(ENGINE);
    }

    @Test
    void everyLibraryStaysInItsRoom() {
        onlyIn("software.amazon.awssdk..", ROOT + ".builder.amazon..");
        onlyIn("okhttp3..", ROOT + ".builder.digitalocean..");
        onlyIn("net.schmizz..", ROOT + ".communicator.ssh..");
        onlyIn("com.hierynomus..", ROOT + ".communicator.ssh..");
        onlyIn("org.bouncycastle..", ROOT + ".communicator.ssh..");
        onlyIn("picocli..", ROOT + ".cli..");
    }

    private static void onlyIn(String library, String room) {
        noClasses()
                .that(resideOutsideOfPackages(room))
                .should()
                .dependOnClassesThat(resideInAnyPackage(library))
                .allowEmptyShould(true)
                .check(ENGINE);
    }

    private static int rank(JavaClass type) {
        return ORDER.indexOf(room(type));
    }

    private static String room(JavaClass type) {
        String inside = type.getPackageName().substring(ROOT.length() + 1);
        return inside.contains(".") ? inside.substring(0, inside.indexOf('.')) : inside;
    }
}
