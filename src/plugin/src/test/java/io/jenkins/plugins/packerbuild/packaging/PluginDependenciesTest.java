package io.jenkins.plugins.packerbuild.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The profile 'jenkins' must compile against the versions that the manifest promises to be enough. */
class PluginDependenciesTest {

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
