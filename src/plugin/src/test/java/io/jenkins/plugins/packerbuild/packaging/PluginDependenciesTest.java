package io.jenkins.plugins.packerbuild.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A plugin that we use and do not name is not there when Jenkins loads us; one that we name and do not use may stop us from
 * loading. The profile 'jenkins' must compile against the versions that the manifest promises to be enough.
 */
class PluginDependenciesTest {

    private static final Path SIGNATURES = Path.of("../jenkins-api/src/main/java");

    private static final Pattern PROVIDER = Pattern.compile("/\\*\\* Signature: ([a-z0-9-]+)");

    /** What is in Jenkins itself, and what comes with aws-credentials. */
    private static final Set<String> NO_PLUGINS = Set.of(
            "jenkins-core",
            "stapler",
            "remoting",
            "json-lib",
            "symbol-annotation",
            "annotation-indexer",
            "aws-java-sdk");

    @Test
    void thePluginsOfTheListAreThoseThatWeUse() throws IOException {
        Set<String> used = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("linkage.txt"))) {
            if (!line.startsWith("#")) {
                provider(line.split(" ")[1]).ifPresent(used::add);
            }
        }
        used.removeAll(NO_PLUGINS);

        assertThat(PluginDependency.listed())
                .extracting(PluginDependency::name)
                .containsExactlyInAnyOrderElementsOf(used);
    }

    /** The plugin or library that has a type, as the Javadoc of its signature says. */
    private static Optional<String> provider(String type) throws IOException {
        if (type.startsWith("com.fasterxml.jackson.core.")) {
            return Optional.of("jackson2-api");
        }
        Path source = SIGNATURES.resolve(type.replaceFirst("\\$.*", "").replace('.', '/') + ".java");
        return Files.exists(source)
                ? PROVIDER.matcher(Files.readString(source))
                        .results()
                        .map(result -> result.group(1))
                        .findFirst()
                : Optional.empty();
    }

    @Test
    void theProfileCompilesAgainstThePluginsOfTheList() throws Exception {
        assertThat(providedPlugins()).containsExactlyElementsOf(PluginDependency.listed());
    }

    private static List<PluginDependency> providedPlugins() throws Exception {
        Element pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile())
                .getDocumentElement();
        List<PluginDependency> found = new ArrayList<>();
        NodeList dependencies = pom.getElementsByTagName("dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            String group = text(dependency, "groupId");
            if ((group.startsWith("org.jenkins-ci.plugins") || group.equals("io.jenkins"))
                    && text(dependency, "scope").equals("provided")) {
                boolean optional = text(dependency, "optional").equals("true");
                found.add(new PluginDependency(text(dependency, "artifactId"), text(dependency, "version"), optional));
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        NodeList children = parent.getElementsByTagName(name);
        return children.getLength() == 0 ? "" : children.item(0).getTextContent();
    }
}
