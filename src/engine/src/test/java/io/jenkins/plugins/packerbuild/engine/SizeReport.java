package io.jenkins.plugins.packerbuild.engine;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Names what is larger than we like: files, methods, parameter lists and types, as javac's own parser sees them. */
final class SizeReport {

    private static final int FILE_LINES = 400;
    private static final int PLUGIN_CODE_LINES = 150;
    private static final int METHOD_LINES = 33;
    private static final int PARAMETERS = 5;
    private static final int FIELDS = 7;

    private SizeReport() {}

    /** All Java files below the source roots of every module; the signatures of Jenkins are none of ours. */
    static List<Path> sources(Path projectRoot) throws IOException {
        Path top = projectRoot.resolve("src");
        try (Stream<Path> files = Files.walk(top)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !top.relativize(file).toString().contains("/target/"))
                    .filter(file -> !top.relativize(file).startsWith("jenkins-api"))
                    .sorted()
                    .toList();
        }
    }

    /** One line each, as in {@code Big.java:12 method run: 40 lines (33)}. */
    static List<String> offenders(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    problem -> {},
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(sources));
            List<String> found = new ArrayList<>();
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Scan(unit, positions, found).scanUnit();
            }
            return found;
        }
    }

    /** Of one file. */
    private static final class Scan extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;

        /** Whose constructor takes its fields, which are counted already. */
        private boolean inRecord;

        Scan(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        void scanUnit() throws IOException {
            check(unit, "file", "lines", lastLine(unit), FILE_LINES);
            if (unit.getSourceFile().toUri().getPath().contains("/src/plugin/src/main/")) {
                check(unit, "file of the plugin", "lines of code", codeLines(), PLUGIN_CODE_LINES);
            }
            scan(unit, null);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            String what = "method " + method.getName();
            check(method, what, "lines", lastLine(method) - firstLine(method) + 1, METHOD_LINES);
            if (!inRecord || method.getReturnType() != null) {
                check(method, what, "parameters", method.getParameters().size(), PARAMETERS);
            }
            return super.visitMethod(method, nothing);
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, Void nothing) {
            long fields = type.getMembers().stream().filter(Scan::isField).count();
            check(type, "type " + type.getSimpleName(), "fields", fields, FIELDS);
            boolean outer = inRecord;
            inRecord = type.getKind() == Tree.Kind.RECORD;
            super.visitClass(type, nothing);
            inRecord = outer;
            return null;
        }

        private long codeLines() throws IOException {
            return unit.getSourceFile()
                    .getCharContent(true)
                    .toString()
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("*") && !line.startsWith("/"))
                    .count();
        }

        private static boolean isField(Tree member) {
            return member instanceof VariableTree field
                    && !field.getModifiers().getFlags().contains(Modifier.STATIC);
        }

        private void check(Tree tree, String what, String unitOfSize, long size, int most) {
            if (size > most) {
                String file =
                        Path.of(unit.getSourceFile().toUri()).getFileName().toString();
                found.add(
                        file + ":" + firstLine(tree) + " " + what + ": " + size + " " + unitOfSize + " (" + most + ")");
            }
        }

        private long firstLine(Tree tree) {
            return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
        }

        private long lastLine(Tree tree) {
            return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree));
        }
    }
}
