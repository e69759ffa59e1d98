package io.jenkins.plugins.packerbuild.injenkins;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.packerbuild.config.PackerBuildGlobalConfiguration;
import io.jenkins.plugins.packerbuild.config.PackerFolderProperty;
import io.jenkins.plugins.packerbuild.credentials.PackerCredential;
import io.jenkins.plugins.packerbuild.credentials.PackerVariable;
import io.jenkins.plugins.packerbuild.freestyle.PackerBuilder;
import io.jenkins.plugins.packerbuild.step.PackerArtifactStep;
import io.jenkins.plugins.packerbuild.step.PackerBuildStep;
import io.jenkins.plugins.packerbuild.step.PackerValidateStep;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javaposse.jobdsl.plugin.ExecuteDslScripts;
import javaposse.jobdsl.plugin.GlobalJobDslSecurityConfiguration;
import jenkins.model.GlobalConfiguration;
import org.jenkinsci.plugins.workflow.cps.SnippetizerTester;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Forms, snippets, Configuration as Code and Job DSL: scenarios 1, 2, 3 and half of 25. */
@WithJenkins
class FormsIT {

    @TempDir
    Path directory;

    @Test
    void aStepWithEveryOptionSurvivesItsForm(JenkinsRule jenkins) throws Exception {
        PackerBuildStep step = new PackerBuildStep("images/example.json");
        step.setVars(List.of(new PackerVariable("region", "us-east-1"), new PackerVariable("empty", "")));
        step.setVarFiles(List.of("common.json", "with blank.json"));
        step.setOnly(List.of("one", "two"));
        step.setExcept(List.of("three"));
        step.setOnError("abort");
        step.setForce(true);
        step.setParallelBuilds(3);
        step.setFailFast(true);
        step.setCredentials(List.of(credential("digitalocean", "do-token", "https://api.example.com")));
        step.setArchiveManifest(false);
        step.setFailOnError(false);
        step.setUnstableOnPartial(true);
        step.setTimeoutMinutes(90);
        step.setCancelGraceMinutes(3);
        step.setJavaHome("/opt/java");
        step.setJvmOptions(List.of("-Xmx1g", "-Da=b c"));

        jenkins.assertEqualDataBoundBeans(step, new StepConfigTester(jenkins).configRoundTrip(step));
    }

    @Test
    void stepsWithDefaultsSurviveTheirForms(JenkinsRule jenkins) throws Exception {
        StepConfigTester forms = new StepConfigTester(jenkins);
        PackerBuildStep build = new PackerBuildStep("example.json");
        PackerValidateStep validate = new PackerValidateStep("example.json");
        PackerArtifactStep artifact = new PackerArtifactStep("/images/base", "amazon-ebs");

        jenkins.assertEqualDataBoundBeans(build, forms.configRoundTrip(build));
        jenkins.assertEqualDataBoundBeans(validate, forms.configRoundTrip(validate));
        jenkins.assertEqualDataBoundBeans(artifact, forms.configRoundTrip(artifact));
    }

    @Test
    void theBuildStepSurvivesItsForm(JenkinsRule jenkins) throws Exception {
        PackerBuilder builder = new PackerBuilder("example.json");
        builder.setVars(List.of(new PackerVariable("region", "${REGION}")));
        builder.setCredentials(List.of(credential("amazon-ebs", "aws", null), credential("digitalocean", "do", null)));
        builder.setOnly(List.of("one"));
        builder.setTimeoutMinutes(5);

        jenkins.assertEqualDataBoundBeans(builder, jenkins.configRoundtrip(builder));
        PackerBuilder plain = new PackerBuilder("example.json");
        jenkins.assertEqualDataBoundBeans(plain, jenkins.configRoundtrip(plain));
    }

    @Test
    void snippetsNameOnlyWhatIsNoDefault(JenkinsRule jenkins) throws Exception {
        SnippetizerTester snippets = new SnippetizerTester(jenkins);
        PackerBuildStep step = new PackerBuildStep("example.json");

        snippets.assertRoundTrip(step, "packerBuild 'example.json'");
        step.setForce(true);
        step.setVars(List.of(new PackerVariable("region", "us-east-1")));
        step.setOnly(List.of("one", "two"));
        snippets.assertRoundTrip(
                step,
                "packerBuild force: true, only: ['one', 'two'], template: 'example.json',"
                        + " vars: [packerVar(name: 'region', value: 'us-east-1')]");
        snippets.assertRoundTrip(new PackerArtifactStep("base", "one"), "packerArtifact builder: 'one', job: 'base'");
    }

    @Test
    void theListsOfFolderAndJenkinsSurviveTheirForms(JenkinsRule jenkins) throws Exception {
        PackerBuildGlobalConfiguration global = PackerBuildGlobalConfiguration.get();
        global.setCredentials(List.of(credential("digitalocean", "do-token", null)));
        global.setJvmOptions("-Xmx512m");
        global.setLogHeadMegabytes(3);
        Folder folder = jenkins.createProject(Folder.class, "images");
        PackerFolderProperty property = new PackerFolderProperty();
        property.setCredentials(List.of(credential("amazon-ebs", "aws", "https://ec2.example.com")));
        folder.addProperty(property);

        jenkins.configRoundtrip();
        jenkins.configRoundtrip(folder);

        assertThat(global.getCredentials()).extracting("credentialsId").containsExactly("do-token");
        assertThat(global.getJvmOptions()).isEqualTo("-Xmx512m");
        assertThat(global.getLogHeadMegabytes()).isEqualTo(3);
        assertThat(folder.getProperties().get(PackerFolderProperty.class).getCredentials())
                .extracting("builder", "endpoint")
                .containsExactly(org.assertj.core.groups.Tuple.tuple("amazon-ebs", "https://ec2.example.com"));
    }

    @Test
    void configurationAsCodeSetsAndExportsTheGlobalList(JenkinsRule jenkins) throws Exception {
        Path yaml = Files.writeString(directory.resolve("jenkins.yaml"), """
                unclassified:
                  packerBuild:
                    credentials:
                      - builder: "digitalocean"
                        credentialsId: "do-token"
                      - variable: "db_password"
                        credentialsId: "db"
                    jvmOptions: "-Xmx512m"
                    logTailMegabytes: 7
                """);

        ConfigurationAsCode.get().configure(yaml.toUri().toString());
        ByteArrayOutputStream exported = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(exported);

        PackerBuildGlobalConfiguration global = PackerBuildGlobalConfiguration.get();
        assertThat(global.getCredentials()).extracting("credentialsId").containsExactly("do-token", "db");
        assertThat(global.getLogTailMegabytes()).isEqualTo(7);
        assertThat(exported.toString(StandardCharsets.UTF_8))
                .contains("packerBuild:")
                .contains("do-token")
                .contains("-Xmx512m");
    }

    @Test
    void jobDslMakesTheBuildStepByItsSymbol(JenkinsRule jenkins) throws Exception {
        GlobalConfiguration.all().get(GlobalJobDslSecurityConfiguration.class).setUseScriptSecurity(false);
        FreeStyleProject seed = jenkins.createFreeStyleProject("seed");
        ExecuteDslScripts scripts = new ExecuteDslScripts();
        scripts.setScriptText("""
                freeStyleJob('base') {
                  steps {
                    packerBuild {
                      template('example.json')
                      only(['one', 'two'])
                      timeoutMinutes(90)
                      vars {
                        packerVar {
                          name('region')
                          value('us-east-1')
                        }
                      }
                      credentials {
                        packerCredential {
                          credentialsId('do-token')
                          builder('digitalocean')
                        }
                      }
                    }
                  }
                }
                """);
        seed.getBuildersList().add(scripts);

        jenkins.buildAndAssertSuccess(seed);

        FreeStyleProject made = jenkins.jenkins.getItemByFullName("base", FreeStyleProject.class);
        PackerBuilder builder = made.getBuildersList().get(PackerBuilder.class);
        assertThat(builder.getOnly()).containsExactly("one", "two");
        assertThat(builder.getTimeoutMinutes()).isEqualTo(90);
        assertThat(builder.getVars()).extracting("value").containsExactly("us-east-1");
        assertThat(builder.getCredentials()).extracting("credentialsId").containsExactly("do-token");
    }

    private static PackerCredential credential(String builder, String id, @Nullable String endpoint) {
        PackerCredential credential = new PackerCredential(id);
        credential.setBuilder(builder);
        credential.setEndpoint(endpoint);
        return credential;
    }
}
