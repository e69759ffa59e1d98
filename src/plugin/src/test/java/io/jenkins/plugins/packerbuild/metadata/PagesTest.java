package io.jenkins.plugins.packerbuild.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What can be said of the pages without a Jenkins. */
class PagesTest {
    private static final Path PAGES = Path.of("src/main/resources/io/jenkins/plugins/packerbuild/metadata");
    private static final Pattern PROPERTY =
            Pattern.compile("\\b(it|session|builder|artifact|leftover|end)\\.(?!jelly)([A-Za-z]+)");
    private static final Pattern TITLE = Pattern.compile("\\$\\{%([A-Za-z]+)");
    private static final Map<String, Class<?>> VARIABLES = Map.of(
            "session",
            SessionResult.class,
            "builder",
            BuilderResult.class,
            "artifact",
            ArtifactResult.class,
            "leftover",
            LeftoverResult.class,
            "end",
            LogEnd.class);
    private static final Map<String, Class<?>> OWNERS =
            Map.of("PackerRunAction", PackerRunAction.class, "BuilderLog", BuilderLog.class);

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".jelly")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void escapesByDefault(Path page) throws IOException {
        assertThat(Files.readString(page)).startsWith("<?jelly escape-by-default='true'?>");
        assertThat(Files.readString(page)).doesNotContain("<j:out");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void needsNothingThatAContentSecurityPolicyForbids(Path page) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(page.toFile());

        NodeList elements = document.getElementsByTagName("*");
        for (int place = 0; place < elements.getLength(); place++) {
            Element element = (Element) elements.item(place);
            assertThat(element.getTagName().toLowerCase(Locale.ROOT)).isNotIn("script", "style", "iframe", "object");
            for (int each = 0; each < element.getAttributes().getLength(); each++) {
                Node attribute = element.getAttributes().item(each);
                assertThat(attribute.getNodeName()).doesNotStartWith("on").isNotEqualTo("style");
                assertThat(attribute.getNodeValue()).doesNotContain("javascript:");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void asksOnlyForWhatThereIs(Path page) throws IOException {
        String owner = String.valueOf(page.getName(page.getNameCount() - 2));
        Matcher property = PROPERTY.matcher(Files.readString(page));
        while (property.find()) {
            Class<?> type = property.group(1).equals("it") ? OWNERS.get(owner) : VARIABLES.get(property.group(1));
            assertThat(names(Objects.requireNonNull(type)))
                    .as("%s in %s", property.group(), page)
                    .contains(property.group(2));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hasATextForEveryTitle(Path page) throws IOException {
        Path texts = page.resolveSibling(String.valueOf(page.getFileName()).replace(".jelly", ".properties"));
        Properties known = new Properties();
        if (Files.exists(texts)) {
            try (var reader = Files.newBufferedReader(texts, StandardCharsets.ISO_8859_1)) {
                known.load(reader);
            }
        }

        Matcher title = TITLE.matcher(Files.readString(page));
        while (title.find()) {
            assertThat(known.stringPropertyNames()).contains(title.group(1));
        }
    }

    /** As expressions of pages spell them: {@code displayName} for {@code getDisplayName}. */
    private static Set<String> names(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .map(Method::getName)
                .map(name -> name.replaceFirst("^(get|is)(?=[A-Z])", ""))
                .flatMap(name -> Stream.of(name, name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)))
                .collect(Collectors.toSet());
    }
}
