package io.jenkins.plugins.packerbuild.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.Extension;
import java.io.IOException;
import java.io.Serializable;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.java.sezpoz.Index;
import net.java.sezpoz.IndexItem;
import org.jenkinsci.plugins.variant.OptionalExtension;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Jenkins finds in the plugin by its indexes, and that it can make of it what it wants. */
class ExtensionsIT {

    @TempDir
    private static Path folder;

    private static Hpi hpi;

    @BeforeAll
    static void unpack() throws IOException {
        hpi = Hpi.unpackedTo(folder);
    }

    @Test
    void everyExtensionIsInTheIndex() throws Exception {
        assertThat(indexed(Extension.class)).containsExactlyInAnyOrderElementsOf(annotated(Extension.class));
        assertThat(indexed(OptionalExtension.class))
                .containsExactlyInAnyOrderElementsOf(annotated(OptionalExtension.class));
    }

    @Test
    void jenkinsCanMakeEveryExtension() throws Exception {
        assertThat(extensions()).isNotEmpty().allSatisfy(extension -> {
            if (extension instanceof Class<?> type) {
                assertThat(Modifier.isPublic(type.getModifiers()))
                        .as("%s is public", type)
                        .isTrue();
                assertThat(Modifier.isAbstract(type.getModifiers()))
                        .as("%s is abstract", type)
                        .isFalse();
                assertThat(Arrays.stream(type.getConstructors()).anyMatch(each -> each.getParameterCount() == 0))
                        .as("%s has a public constructor without parameters", type)
                        .isTrue();
            } else {
                int modifiers =
                        extension instanceof Method method ? method.getModifiers() : ((Field) extension).getModifiers();
                assertThat(Modifier.isPublic(modifiers) && Modifier.isStatic(modifiers))
                        .as("%s is public and static", extension)
                        .isTrue();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.jenkinsci.Symbol", "hudson.init.Initializer", "hudson.init.Terminator"})
    void everySymbolAndHookIsInTheIndex(String annotation) throws IOException {
        assertThat(hpi.resource("META-INF/services/annotations/" + annotation).lines())
                .containsExactlyInAnyOrderElementsOf(elements()
                        .filter(element -> Arrays.stream(element.getAnnotations())
                                .anyMatch(
                                        each -> each.annotationType().getName().equals(annotation)))
                        .map(element ->
                                element instanceof Method method ? method.getDeclaringClass() : (Class<?>) element)
                        .map(Class::getName)
                        .distinct()
                        .toList());
    }

    @Test
    void everyStepHasANameOfItsOwn() throws Exception {
        List<String> names = new ArrayList<>();
        for (AnnotatedElement extension : extensions()) {
            if (extension instanceof Class<?> type && StepDescriptor.class.isAssignableFrom(type)) {
                StepDescriptor descriptor =
                        (StepDescriptor) type.getConstructor().newInstance();
                names.add(descriptor.getFunctionName());
            }
        }

        assertThat(names)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).startsWith("packer"));
    }

    /** What is serialized goes over remoting or into program.dat: no anonymous class, no lambda, a fixed version. */
    @Test
    void whatIsSerializedIsMadeForIt() throws IOException {
        assertThat(hpi.classes())
                .filteredOn(Serializable.class::isAssignableFrom)
                .filteredOn(type -> !Enum.class.isAssignableFrom(type) && !type.isRecord() && !type.isInterface())
                .filteredOn(type -> !Throwable.class.isAssignableFrom(type))
                .allSatisfy(type -> {
                    assertThat(type.isAnonymousClass() || type.isLocalClass())
                            .as("%s is a class within a method", type)
                            .isFalse();
                    assertThat(type.isMemberClass() && !Modifier.isStatic(type.getModifiers()))
                            .as("%s holds on to its outer object", type)
                            .isFalse();
                    assertThat(Arrays.stream(type.getDeclaredFields()).map(Field::getName))
                            .as("%s", type)
                            .contains("serialVersionUID");
                });
        assertThat(hpi.classes())
                .allSatisfy(type -> assertThat(
                                Arrays.stream(type.getDeclaredMethods()).map(Method::getName))
                        .as("%s has no lambda that is serialized", type)
                        .doesNotContain("$deserializeLambda$"));
    }

    private List<AnnotatedElement> extensions() throws Exception {
        return Stream.concat(indexed(Extension.class).stream(), indexed(OptionalExtension.class).stream())
                .toList();
    }

    private <A extends Annotation> List<AnnotatedElement> indexed(Class<A> annotation) throws Exception {
        List<AnnotatedElement> found = new ArrayList<>();
        for (IndexItem<A, Object> item : Index.load(annotation, Object.class, hpi.classLoader())) {
            found.add(item.element());
        }
        return found;
    }

    private static List<AnnotatedElement> annotated(Class<? extends Annotation> annotation) throws IOException {
        return elements()
                .filter(element -> element.isAnnotationPresent(annotation))
                .toList();
    }

    /** Every class, method and field of the plugin. */
    private static Stream<AnnotatedElement> elements() throws IOException {
        return hpi.classes().stream()
                .flatMap(type -> Stream.of(
                                Stream.of(type),
                                Arrays.stream(type.getDeclaredMethods()),
                                Arrays.stream(type.getDeclaredFields()))
                        .flatMap(each -> each))
                .map(AnnotatedElement.class::cast);
    }
}
