package io.jenkins.plugins.packerbuild;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds what each package of the plugin may use. */
class ArchitectureTest {

    private static final String ROOT = "io.jenkins.plugins.packerbuild";

    /** The rooms of the plugin; docs/architecture.md says what each is for. */
    private static final List<String> ROOMS = List.of(
            "session",
            "agent",
            "step",
            "freestyle",
            "options",
            "run",
            "credentials",
            "console",
            "metadata",
            "config",
            "reaper");

    private static final JavaClasses PLUGIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location ->
                    !location.contains("packer-build-jenkins-api") && !location.contains("/jenkins-api/target/"))
            .importPackages(ROOT);

    @Test
    void everyClassIsInAKnownRoom() {
        assertThat(PLUGIN).isNotEmpty();
        assertThat(PLUGIN).allSatisfy(type -> assertThat(ROOMS).contains(room(type)));
    }

    @Test
    void theSessionKnowsNoJenkins() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".session..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "org.jspecify..", "com.fasterxml.jackson.core..", ROOT + ".session.."))
                .check(PLUGIN);
    }

    @Test
    void onlyTheStepIsAPipelineStep() {
        // In 'run' stands the one exception that makes a result ABORTED, for freestyle jobs too.
        onlyIn("org.jenkinsci.plugins.workflow.steps..", ROOT + ".step..", ROOT + ".run..");
        onlyIn("org.jenkinsci.plugins.workflow.actions..", ROOT + ".step..");
        onlyIn(
                "org.jenkinsci.plugins.workflow..",
                ROOT + ".step..",
                ROOT + ".run..",
                ROOT + ".console..",
                ROOT + ".agent..");
    }

    @Test
    void everyLibraryStaysInItsRoom() {
        onlyIn("software.amazon.awssdk.auth.credentials..", ROOT + ".credentials..");
        onlyIn("software.amazon.awssdk..", ROOT + ".credentials..");
        onlyIn("com.cloudbees.jenkins.plugins.awscredentials..", ROOT + ".credentials..");
        nowhere("com.amazonaws..", "okhttp3..", "net.schmizz..", "com.hierynomus..", "picocli..", "javax.servlet..");
        nowhere("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.annotation..");
        // What Jenkins makes of a submitted form.
        onlyIn("net.sf.json..", ROOT + ".step..", ROOT + ".freestyle..", ROOT + ".options..", ROOT + ".config..");
    }

    @Test
    void nothingUsesTheEnginesClasses() {
        nowhere(ROOT + ".engine..");
    }

    @Test
    void noPackagesUseEachOther() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(PLUGIN);
    }

    private static void onlyIn(String library, String... rooms) {
        noClasses()
                .that(resideOutsideOfPackages(rooms))
                .should()
                .dependOnClassesThat(resideInAnyPackage(library))
                .allowEmptyShould(true)
                .check(PLUGIN);
    }

    private static void nowhere(String... libraries) {
        noClasses().should().dependOnClassesThat(resideInAnyPackage(libraries)).check(PLUGIN);
    }

    private static String room(JavaClass type) {
        String inside = type.getPackageName().substring(ROOT.length() + 1);
        return inside.contains(".") ? inside.substring(0, inside.indexOf('.')) : inside;
    }
}
