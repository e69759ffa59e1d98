package io.jenkins.plugins.packerbuild.injenkins;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.hudson.plugins.folder.properties.FolderCredentialsProvider.FolderCredentialsProperty;
import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsParameterDefinition;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import hudson.util.Secret;
import io.jenkins.plugins.packerbuild.config.PackerBuildGlobalConfiguration;
import io.jenkins.plugins.packerbuild.config.PackerFolderProperty;
import io.jenkins.plugins.packerbuild.credentials.PackerCredential;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.htmlunit.Page;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.BuildWatcherExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Credentials and what may be seen of them: scenarios 18 and 19. */
@WithJenkins
class CredentialsIT {

    private static final String TOKEN = "dop_v1_0123456789abcdef-very-secret";

    @RegisterExtension
    static final BuildWatcherExtension WATCHER = new BuildWatcherExtension();

    @TempDir
    Path directory;

    @Test
    void aFoldersCredentialServesJobsInItAndNoOthers(JenkinsRule jenkins) throws Exception {
        Folder folder = jenkins.createProject(Folder.class, "images");
        store(folder, secretText("do-token"));
        String steps = "packerBuild template: 'template.json', vars: [text: 'x'], credentials: ["
                + "packerCredential(variable: 'text2', credentialsId: 'do-token')]";
        String template = Templates.FILE_OF_A_VARIABLE.replace("\"text\": \"\"", "\"text\": \"\", \"text2\": \"\"");
        WorkflowJob inside = folder.createProject(WorkflowJob.class, "inside");
        inside.setDefinition(new CpsFlowDefinition(Templates.pipeline(template, steps), true));
        WorkflowJob outside = Jobs.pipeline(jenkins, "outside", Templates.pipeline(template, steps));

        WorkflowRun good = jenkins.buildAndAssertSuccess(inside);
        WorkflowRun bad = jenkins.buildAndAssertStatus(Result.FAILURE, outside);

        jenkins.assertLogContains("Variable 'text2' gets", good);
        jenkins.assertLogContains("Could not find credential 'do-token' for variable 'text2'", bad);
        jenkins.assertLogContains("packerCredential(variable: 'text2', credentialsId: 'ID')", bad);
        jenkins.assertLogNotContains("at io.jenkins.plugins.packerbuild", bad);
    }

    @Test
    void theUseOfACredentialIsRecorded(JenkinsRule jenkins) throws Exception {
        StringCredentials token = secretText("do-token");
        store(token);
        try (Simulator simulator = Simulator.start(directory)) {
            WorkflowJob job = Jobs.pipeline(jenkins, "tracked", droplet(simulator, entry(simulator)));

            jenkins.buildAndAssertSuccess(job);

            assertThat(CredentialsProvider.getOrCreateFingerprintOf(token).getJobs())
                    .contains("tracked");
        }
    }

    @Test
    void aWrongKindIsOneSentenceWithTheLineToWrite(JenkinsRule jenkins) throws Exception {
        store(secretText("plain"));
        WorkflowJob job = Jobs.pipeline(
                jenkins,
                "wrong",
                Templates.pipeline(
                        Templates.example(),
                        "packerBuild template: 'template.json', only: ['amazon-ebs'], credentials: ["
                                + "packerCredential(builder: 'amazon-ebs', credentialsId: 'plain')]"));

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("Could not use credential 'plain' for builder 'amazon-ebs'", run);
        jenkins.assertLogContains("packerCredential(builder: 'amazon-ebs', credentialsId: 'ID')", run);
    }

    @Test
    void aCredentialsParameterIsResolved(JenkinsRule jenkins) throws Exception {
        store(secretText("do-token"));
        try (Simulator simulator = Simulator.start(directory)) {
            WorkflowJob job = Jobs.pipeline(
                    jenkins, "parameter", droplet(simulator, entry(simulator).replace("do-token", "${TOKEN}")));
            job.addProperty(new ParametersDefinitionProperty(new CredentialsParameterDefinition(
                    "TOKEN", "", "do-token", StringCredentials.class.getName(), true)));

            jenkins.assertLogContains("Build 'digitalocean' gets", jenkins.buildAndAssertSuccess(job));
        }
    }

    @Test
    void theListOfTheNearestPlaceMakesTheOneLinerWork(JenkinsRule jenkins) throws Exception {
        store(secretText("do-token"));
        try (Simulator simulator = Simulator.start(directory, "--accept-token=" + TOKEN)) {
            PackerCredential listed = new PackerCredential("do-token");
            listed.setBuilder("digitalocean");
            listed.setEndpoint(simulator.value("do_endpoint"));
            PackerCredential elsewhere = new PackerCredential("no-such");
            elsewhere.setBuilder("digitalocean");
            PackerBuildGlobalConfiguration.get().setCredentials(List.of(elsewhere));
            Folder folder = jenkins.createProject(Folder.class, "images");
            PackerFolderProperty property = new PackerFolderProperty();
            property.setCredentials(List.of(listed));
            folder.addProperty(property);
            WorkflowJob job = folder.createProject(WorkflowJob.class, "oneliner");
            job.setDefinition(new CpsFlowDefinition(droplet(simulator, ""), true));

            jenkins.assertLogContains("Build 'digitalocean' gets", jenkins.buildAndAssertSuccess(job));
        }
    }

    @Test
    void aListedCredentialIsNotSentToAnEndpointOfTheTemplate(JenkinsRule jenkins) throws Exception {
        store(secretText("do-token"));
        PackerCredential listed = new PackerCredential("do-token");
        listed.setBuilder("digitalocean");
        PackerBuildGlobalConfiguration.get().setCredentials(List.of(listed));
        try (SilentHost thief = new SilentHost(1)) {
            WorkflowJob job = Jobs.pipeline(
                    jenkins,
                    "stolen",
                    Templates.pipeline(
                            Templates.droplet("http://127.0.0.1:" + thief.port(), 22), "packerBuild 'template.json'"));

            WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);

            jenkins.assertLogContains("http://127.0.0.1:" + thief.port(), run);
            assertThat(thief.hasConnections()).isFalse();
        }
    }

    @Test
    void noFileAndNoPageShowsTheSecret(JenkinsRule jenkins) throws Exception {
        store(secretText("do-token"));
        String encoded = Base64.getEncoder().encodeToString(TOKEN.getBytes(StandardCharsets.UTF_8));
        WorkflowJob job = Jobs.pipeline(
                jenkins,
                "masked",
                Templates.pipeline(Templates.FILE_OF_A_VARIABLE.replace("file.txt", "{{user `text`}}/none"), """
                        def result = packerBuild template: 'template.json', failOnError: false, credentials: [
                            packerCredential(variable: 'text', credentialsId: 'do-token')]
                        echo "errors: ${result.errors}"
                        """));

        WorkflowRun run = jenkins.buildAndAssertSuccess(job);

        jenkins.assertLogContains("Stored file: <sensitive>/none", run);
        String page = page(jenkins, run.getUrl() + "packer/api/json");
        assertThat(page).doesNotContain(TOKEN).doesNotContain(encoded);
        assertThat(filesWith(run.getRootDir().toPath(), TOKEN)).isEmpty();
        assertThat(filesWith(jenkins.jenkins.getRootDir().toPath().resolve("packer-build"), TOKEN))
                .isEmpty();
        Jobs.awaitNoSession(jenkins.jenkins.getRootDir().toPath());
    }

    @Test
    void aVariableOfWithCredentialsIsSeenByTheTemplateAndMasked(JenkinsRule jenkins) throws Exception {
        store(secretText("do-token"));
        WorkflowJob job = Jobs.pipeline(
                jenkins,
                "environment",
                Templates.pipeline(
                        Templates.FILE_OF_A_VARIABLE.replace(
                                "\"text\": \"\"", "\"text\": \"{{env `DIGITALOCEAN_TOKEN`}}\""),
                        """
                        withCredentials([string(credentialsId: 'do-token', variable: 'DIGITALOCEAN_TOKEN')]) {
                            packerBuild 'template.json'
                            echo "length: ${readFile('file.txt').length()}"
                        }
                        """));

        WorkflowRun run = jenkins.buildAndAssertSuccess(job);

        jenkins.assertLogContains("length: " + TOKEN.length(), run);
        assertThat(filesWith(run.getRootDir().toPath(), TOKEN)).isEmpty();
    }

    @Test
    void aLoginGivesItsPasswordToAVariable(JenkinsRule jenkins) throws Exception {
        store(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "db", "", "admin", TOKEN));
        WorkflowJob job = Jobs.pipeline(jenkins, "password", Templates.pipeline(Templates.FILE_OF_A_VARIABLE, """
                        packerBuild template: 'template.json', credentials: [
                            packerCredential(variable: 'text', credentialsId: 'db')]
                        echo "length: ${readFile('file.txt').length()}"
                        """));

        jenkins.assertLogContains("length: " + TOKEN.length(), jenkins.buildAndAssertSuccess(job));
    }

    private static String droplet(Simulator simulator, String credentials) throws IOException {
        return Templates.pipeline(
                Templates.droplet(simulator.value("do_endpoint"), Integer.parseInt(simulator.value("ssh_port"))),
                "packerBuild template: 'template.json'" + credentials);
    }

    private static String entry(Simulator simulator) throws IOException {
        return ", credentials: [packerCredential(builder: 'digitalocean', credentialsId: 'do-token', endpoint: '"
                + simulator.value("do_endpoint") + "')]";
    }

    private static StringCredentials secretText(String id) {
        return new StringCredentialsImpl(CredentialsScope.GLOBAL, id, "", Secret.fromString(TOKEN));
    }

    private static void store(Credentials credentials) throws IOException {
        SystemCredentialsProvider.getInstance().getCredentials().add(credentials);
        SystemCredentialsProvider.getInstance().save();
    }

    private static void store(Folder folder, Credentials credentials) throws IOException {
        folder.addProperty(
                new FolderCredentialsProperty(new com.cloudbees.plugins.credentials.domains.DomainCredentials[] {
                    new com.cloudbees.plugins.credentials.domains.DomainCredentials(
                            Domain.global(), List.of(credentials))
                }));
    }

    private static String page(JenkinsRule jenkins, String url) throws Exception {
        Page page = jenkins.createWebClient().goTo(url, "application/json");
        return page.getWebResponse().getContentAsString();
    }

    private static List<Path> filesWith(Path root, String text) throws IOException {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> has(file, text))
                    .toList();
        }
    }

    private static boolean has(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
