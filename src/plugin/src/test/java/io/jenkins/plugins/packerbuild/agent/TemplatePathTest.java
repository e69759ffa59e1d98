package io.jenkins.plugins.packerbuild.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatePathTest {

    @TempDir
    private Path temporary;

    private Path workspace;
    private Path below;

    @BeforeEach
    void makeFiles() throws IOException {
        workspace = Files.createDirectory(temporary.resolve("workspace"));
        below = Files.createDirectory(workspace.resolve("images"));
        Files.writeString(workspace.resolve("top.json"), "{}");
        Files.writeString(below.resolve("example.json"), "{}");
        Files.writeString(temporary.resolve("outside.json"), "{}");
    }

    @Test
    void acceptsFilesOfTheWorkspace() {
        assertThat(check("example.json", "./example.json", "../top.json", "../images/example.json"))
                .isEmpty();
    }

    @Test
    void acceptsAnAbsolutePathAnywhere() {
        assertThat(check(temporary.resolve("outside.json").toString())).isEmpty();
    }

    @Test
    void refusesToLeaveTheWorkspaceByDots() {
        assertThat(check("../../outside.json"))
                .singleElement()
                .asString()
                .contains("'../../outside.json'", "outside of");
        assertThat(check("../../missing.json")).singleElement().asString().contains("outside of");
    }

    @Test
    void refusesToLeaveTheWorkspaceByALink() throws IOException {
        Files.createSymbolicLink(below.resolve("link.json"), temporary.resolve("outside.json"));
        Files.createSymbolicLink(below.resolve("up"), temporary);

        assertThat(check("link.json", "up/outside.json"))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).contains("outside of workspace '" + workspace + "'"));
    }

    @Test
    void acceptsALinkThatStaysInTheWorkspace() throws IOException {
        Files.createSymbolicLink(below.resolve("link.json"), Path.of("../top.json"));

        assertThat(check("link.json")).isEmpty();
    }

    @Test
    void acceptsAWorkspaceThatIsItselfALink() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), workspace);

        List<String> problems =
                TemplatePath.in(link.toString(), link.resolve("images")).problems("example.json", List.of());

        assertThat(problems).isEmpty();
    }

    @Test
    void takesTheCurrentDirectoryForTheWorkspaceWhenItIsOutside() {
        TemplatePath paths = TemplatePath.in(below.toString(), workspace);

        assertThat(paths.problems("top.json", List.of())).isEmpty();
        assertThat(paths.problems("../outside.json", List.of()))
                .singleElement()
                .asString()
                .contains("outside of");
    }

    @Test
    void saysWhereItHasLookedForAMissingFile() {
        assertThat(TemplatePath.in(workspace.toString(), below).problems("example.json", List.of("nope.json")))
                .containsExactly("Could not read var file 'nope.json' in '" + below + "': there is no file '"
                        + below.resolve("nope.json")
                        + "' on the agent. Check the path, or check out the files first.");
    }

    @Test
    void refusesWhatIsNoFile() {
        assertThat(check("../images")).singleElement().asString().contains("it is a directory");
        assertThat(check("")).singleElement().asString().contains("the path is empty");
        assertThat(check("a\0b")).singleElement().asString().contains("this is no path");
    }

    private List<String> check(String template, String... varFiles) {
        return TemplatePath.in(workspace.toString(), below).problems(template, List.of(varFiles));
    }
}
