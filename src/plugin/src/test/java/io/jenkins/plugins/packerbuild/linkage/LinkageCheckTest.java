package io.jenkins.plugins.packerbuild.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles a plugin against one Jenkins, and looks its links up in another. */
class LinkageCheckTest {

    private static final String USER = "package io.jenkins.plugins.packerbuild; class User extends jenkins.Base {"
            + " public String name() { help(); return new jenkins.Tool().make(jenkins.Tool.LIMIT); } }";
    private static final String BASE = "package jenkins; public abstract class Base { public abstract String name();"
            + " protected void help() {} }";
    private static final String TOOL = "package jenkins; public class Tool { public static Integer LIMIT;"
            + " public String make(Integer limit) { return \"\"; } }";

    @TempDir
    private Path folder;

    private Path compiledAgainst;
    private Path user;

    @BeforeEach
    void compilePlugin() throws IOException {
        compiledAgainst = compile("signatures", folder, BASE, TOOL);
        user = compile("user", compiledAgainst, USER);
    }

    @Test
    void findsNothingWhereAllIsTheSame() throws IOException {
        assertThat(linkage())
                .contains(
                        "extends jenkins.Base",
                        "override jenkins.Base name ()Ljava/lang/String;",
                        "virtual jenkins.Base help ()V",
                        "static-field jenkins.Tool LIMIT Ljava/lang/Integer;",
                        "virtual jenkins.Tool make (Ljava/lang/Integer;)Ljava/lang/String;");
        assertThat(check(compiledAgainst)).isEmpty();
    }

    @Test
    void namesAMissingType() throws IOException {
        assertThat(check(compile("real", folder, BASE))).contains("type jenkins.Tool: there is no such type.");
    }

    @Test
    void namesAMethodThatIsStaticOrHasAnotherDescriptor() throws IOException {
        assertThat(check(compile("static", folder, BASE, TOOL.replace("public String", "public static String"))))
                .containsExactly("virtual jenkins.Tool make (Ljava/lang/Integer;)Ljava/lang/String;: it is static.");
        assertThat(check(compile("long", folder, BASE, TOOL.replace("make(Integer", "make(Long"))))
                .containsExactly(
                        "virtual jenkins.Tool make (Ljava/lang/Integer;)Ljava/lang/String;: there is no such method.");
    }

    @Test
    void namesAFieldThatCannotBeReached() throws IOException {
        assertThat(check(compile("real", folder, BASE, TOOL.replace("public static Integer", "static Integer"))))
                .containsExactly("static-field jenkins.Tool LIMIT Ljava/lang/Integer;:"
                        + " it is neither public nor protected.");
    }

    @Test
    void namesAnOverriddenMethodThatIsFinal() throws IOException {
        String real = BASE.replace("abstract String name();", "final String name() { return \"\"; }");

        assertThat(check(compile("real", folder, real, TOOL)))
                .containsExactly("override jenkins.Base name ()Ljava/lang/String;: it is final.");
    }

    @Test
    void namesAnAbstractMethodThatNobodyImplements() throws IOException {
        String real = BASE.replace("name();", "name(); public abstract void more();");

        assertThat(check(compile("real", folder, real, TOOL)))
                .containsExactly("io/jenkins/plugins/packerbuild/User does not implement more()V of jenkins/Base");
    }

    private List<String> linkage() throws IOException {
        try (TypeSpace space = new TypeSpace(List.of(user, compiledAgainst))) {
            return Linkage.of(user, space).stream().map(Link::toString).toList();
        }
    }

    private List<String> check(Path real) throws IOException {
        Path list = Files.write(folder.resolve("linkage.txt"), linkage());
        return LinkageCheck.check(list, List.of(user, real));
    }

    private Path compile(String name, Path classPath, String... sources) throws IOException {
        Path classes = Files.createDirectories(folder.resolve(name));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            List<Path> written = new ArrayList<>();
            for (String source : sources) {
                String type = source.replaceFirst(".*? class (\\w+).*", "$1");
                written.add(Files.writeString(folder.resolve(type + ".java"), source));
            }
            List<String> options = List.of("-d", classes.toString(), "-cp", classPath.toString(), "-proc:none");
            assertThat(compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(written))
                            .call())
                    .isTrue();
        }
        return classes;
    }
}
