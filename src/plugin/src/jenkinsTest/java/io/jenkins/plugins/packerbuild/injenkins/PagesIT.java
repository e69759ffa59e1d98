package io.jenkins.plugins.packerbuild.injenkins;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import hudson.console.AnnotatedLargeText;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.packerbuild.console.PackerConsoleAnnotatorFactory;
import io.jenkins.plugins.packerbuild.metadata.PackerRunAction;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import net.sf.json.JSONObject;
import org.htmlunit.Page;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockBuilder;
import org.jvnet.hudson.test.junit.jupiter.BuildWatcherExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What is seen of a build, also of one that means harm: scenarios 21, 22 and 23. */
@WithJenkins
class PagesIT {

    private static final Pattern INLINE_SCRIPT =
            Pattern.compile("<script(?![^>]*\\b(src|type=\"application/json\"))[^>]*>|\\son[a-z]+=\"|javascript:");

    @RegisterExtension
    static final BuildWatcherExtension WATCHER = new BuildWatcherExtension();

    @Test
    void everyLineOfABuilderIsMarkedAlsoInPieces(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = build(jenkins, "console", Templates.TWO_FILES);
        String log = String.join("\n", run.getLog(1000));

        String whole = html(run.getLogText(), 0);
        String fromTheMiddle = html(run.getLogText(), log.indexOf("[two] ==> Build 'two'"));

        assertThat(count(whole, "data-pkr=\"one\"")).isEqualTo(count(log, "[one] "));
        assertThat(count(whole, "data-pkr=\"two\"")).isEqualTo(count(log, "[two] "));
        assertThat(count(fromTheMiddle, "<span")).isEqualTo(count(fromTheMiddle, "</span>"));
        assertThat(whole).contains("jenkins-!-color-");
        assertThat(log).doesNotContain("<span", "\u001b[");
    }

    @Test
    void logsOfOtherJobsStayAsTheyAre(JenkinsRule jenkins) throws Exception {
        FreeStyleProject other = jenkins.createFreeStyleProject();
        other.getBuildersList().add(new MockBuilder(Result.SUCCESS));
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(other);

        assertThat(html(build.getLogText(), 0)).doesNotContain("pkr-");
    }

    /** A null would stick for whoever has the page open before the first line is there. */
    @Test
    void aViewerWhoCameBeforeTheFirstLineSeesColours(JenkinsRule jenkins) throws Exception {
        FreeStyleProject other = jenkins.createFreeStyleProject();
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(other);

        assertThat(ExtensionList.lookupSingleton(PackerConsoleAnnotatorFactory.class)
                        .newInstance(build))
                .isNotNull();
    }

    @Test
    void aHostileNameIsTextOnEveryPage(JenkinsRule jenkins) throws Exception {
        String name = "<img src=x onerror=alert(1)>";
        WorkflowRun run = build(
                jenkins,
                "hostile",
                "{\"builders\": [{\"type\": \"file\", \"name\": \"" + name
                        + "\", \"content\": \"x\", \"target\": \"x.txt\"},"
                        + "{\"type\": \"file\", \"name\": \"../../../../evil\", \"content\": \"x\","
                        + " \"target\": \"y.txt\"}]}");

        for (String url : new String[] {"", "packer/", "packer/log/0/0/", "console"}) {
            HtmlPage page = jenkins.createWebClient().getPage(run, url);
            String html = page.getWebResponse().getContentAsString();
            assertThat(html).as(url).doesNotContain("<img src=x");
        }
        assertThat(run.getAction(PackerRunAction.class).getArtifacts())
                .extracting("builder")
                .contains(name, "../../../../evil");
        try (var files = Files.walk(run.getParent().getRootDir().toPath())) {
            assertThat(files.map(Path::toString)).noneMatch(file -> file.contains("evil"));
        }
    }

    @Test
    void aTemplateWithOneMegabyteOfNameOrLineDoesNotSpoilTheBuild(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = Jobs.pipeline(jenkins, "huge", """
                node {
                  def name = 'n' * 1000000
                  writeFile file: 'template.json', text:
                    '{"builders": [{"type": "file", "name": "' + name + '", "content": "x", "target": "x.txt"}]}'
                  def result = packerBuild template: 'template.json', failOnError: false
                  echo "success: ${result.success}"
                }
                """);

        WorkflowRun run = job.scheduleBuild2(0).get();

        assertThat(run.getResult()).isIn(Result.SUCCESS, Result.FAILURE);
        assertThat(Files.size(run.getRootDir().toPath().resolve("build.xml"))).isLessThan(1 << 18);
        jenkins.assertLogNotContains("at io.jenkins.plugins.packerbuild", run);
    }

    @Test
    void aRelativePathStaysInTheWorkspace(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = Jobs.pipeline(jenkins, "outside", Templates.pipeline(Templates.TWO_FILES, """
                        sh 'cp template.json ../outside.json; ln -s ../outside.json link.json; mkdir sub'
                        for (path in ['../outside.json', 'link.json', 'none.json']) {
                          try { packerBuild path } catch (e) { echo "refused: ${e.message}" }
                        }
                        dir('sub') { packerBuild template: '../template.json' }
                        """));

        WorkflowRun run = jenkins.buildAndAssertSuccess(job);

        assertThat(Jobs.lines(run, "it is outside of workspace")).hasSize(2);
        jenkins.assertLogContains("there is no file", run);
        assertThat(run.getAction(PackerRunAction.class).getSessions()).hasSize(1);
    }

    @Test
    void pagesHaveNoInlineScript(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = build(jenkins, "csp", Templates.TWO_FILES);

        for (String url : new String[] {"packer/", "packer/log/0/0/"}) {
            HtmlPage page = jenkins.createWebClient().getPage(run, url);
            String main = page.getElementById("main-panel").asXml();
            assertThat(INLINE_SCRIPT.matcher(main).results().map(found -> found.group()))
                    .as(url)
                    .isEmpty();
        }
    }

    @Test
    void restHasTheFieldsThatAreDocumented(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = build(jenkins, "rest", Templates.TWO_FILES);

        JSONObject json = jenkins.getJSON(run.getUrl() + "packer/api/json").getJSONObject();

        assertThat(json.keySet()).contains("artifacts", "sessions");
        JSONObject session = json.getJSONArray("sessions").getJSONObject(0);
        assertThat(session.keySet())
                .contains("id", "template", "status", "durationMillis", "builders", "artifacts", "leftovers", "errors");
        assertThat(session.getJSONArray("builders").getJSONObject(0).keySet())
                .contains("name", "type", "status", "durationMillis", "error");
        assertThat(json.getJSONArray("artifacts").getJSONObject(0).keySet())
                .contains(
                        "id", "region", "regions", "type", "builder", "description", "files", "packerId", "builderId");
    }

    @Test
    void aBuildersLogIsPlainTextAndGoesWithTheBuild(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = build(jenkins, "logs", Templates.TWO_FILES);
        Path folder = run.getRootDir().toPath();

        Page text = jenkins.createWebClient().goTo(run.getUrl() + "packer/log/0/1/consoleText", "text/plain");
        run.delete();

        assertThat(text.getWebResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("Build 'two' finished")
                .doesNotContain("Build 'one'");
        assertThat(folder).doesNotExist();
    }

    private static String html(AnnotatedLargeText<?> log, long start) throws IOException {
        StringWriter html = new StringWriter();
        long end = log.writeHtmlTo(start, html);
        assertThat(end).isGreaterThan(start);
        return html.toString();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static WorkflowRun build(JenkinsRule jenkins, String name, String template) throws Exception {
        return jenkins.buildAndAssertSuccess(
                Jobs.pipeline(jenkins, name, Templates.pipeline(template, "packerBuild 'template.json'")));
    }
}
