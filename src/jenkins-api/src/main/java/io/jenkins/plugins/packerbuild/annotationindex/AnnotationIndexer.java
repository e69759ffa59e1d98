package io.jenkins.plugins.packerbuild.annotationindex;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * For every annotation that carries {@code Indexed} ({@code Symbol}, {@code Initializer}, {@code Terminator}): a file
 * {@code META-INF/services/annotations/<annotation>} with the binary names of the classes that have it, on themselves or
 * on a member, one a line and sorted.
 */
@SupportedAnnotationTypes("*")
public final class AnnotationIndexer extends AbstractProcessor {
    private static final String INDEXED = "org.jvnet.hudson.annotation_indexer.Indexed";

    private final Map<String, Set<String>> classesByAnnotation = new TreeMap<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        annotations.stream().filter(AnnotationIndexer::isIndexed).forEach(annotation -> collect(annotation, round));
        if (round.processingOver()) {
            classesByAnnotation.forEach(this::write);
        }
        return false;
    }

    private static boolean isIndexed(TypeElement annotation) {
        return annotation.getAnnotationMirrors().stream()
                .anyMatch(mirror -> mirror.getAnnotationType().toString().equals(INDEXED));
    }

    private void collect(TypeElement annotation, RoundEnvironment round) {
        for (Element element : round.getElementsAnnotatedWith(annotation)) {
            String name = processingEnv
                    .getElementUtils()
                    .getBinaryName(classOf(element))
                    .toString();
            classesByAnnotation
                    .computeIfAbsent(annotation.getQualifiedName().toString(), key -> new TreeSet<>())
                    .add(name);
        }
    }

    private static TypeElement classOf(Element element) {
        return element instanceof TypeElement type ? type : classOf(element.getEnclosingElement());
    }

    private void write(String annotation, Set<String> classes) {
        String file = "META-INF/services/annotations/" + annotation;
        try (var writer = new PrintWriter(processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", file)
                .openWriter())) {
            classes.forEach(name -> writer.print(name + "\n"));
        } catch (IOException e) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "Could not write '" + file + "': " + e);
        }
    }
}
