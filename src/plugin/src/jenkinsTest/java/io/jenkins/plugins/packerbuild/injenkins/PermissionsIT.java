package io.jenkins.plugins.packerbuild.injenkins;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.util.Secret;
import java.net.URL;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Who may ask the forms what: scenario 20. */
@WithJenkins
class PermissionsIT {

    private static final String DESCRIPTOR =
            "descriptorByName/io.jenkins.plugins.packerbuild.credentials.PackerCredential/";

    private static void users(JenkinsRule jenkins) throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ, Item.DISCOVER)
                .everywhere()
                .to("reader")
                .grant(Jenkins.READ, Item.READ, Item.CONFIGURE, Item.EXTENDED_READ)
                .everywhere()
                .to("author")
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin"));
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new StringCredentialsImpl(CredentialsScope.GLOBAL, "do-token", "", Secret.fromString("x")));
        SystemCredentialsProvider.getInstance().save();
    }

    @Test
    void onlyWhoMayConfigureSeesIdsOfCredentials(JenkinsRule jenkins) throws Exception {
        users(jenkins);
        FreeStyleProject job = jenkins.createFreeStyleProject("job");
        String fill = job.getUrl() + DESCRIPTOR + "fillCredentialsIdItems?credentialsId=old";

        assertThat(post(jenkins, "author", fill).getWebResponse().getContentAsString())
                .contains("do-token");
        assertThat(post(jenkins, "reader", fill).getWebResponse().getContentAsString())
                .doesNotContain("do-token")
                .contains("old");
        assertThat(post(jenkins, "author", DESCRIPTOR + "fillCredentialsIdItems?credentialsId=")
                        .getWebResponse()
                        .getContentAsString())
                .doesNotContain("do-token");
    }

    @Test
    void checksTellNothingToWhoMayNotConfigure(JenkinsRule jenkins) throws Exception {
        users(jenkins);
        FreeStyleProject job = jenkins.createFreeStyleProject("job");
        String check = job.getUrl() + DESCRIPTOR + "checkCredentialsId?value=";

        assertThat(post(jenkins, "author", check).getWebResponse().getContentAsString())
                .contains("Choose a credential.");
        assertThat(post(jenkins, "reader", check).getWebResponse().getContentAsString())
                .doesNotContain("Choose");
    }

    @Test
    void formMethodsTakeNoGet(JenkinsRule jenkins) throws Exception {
        users(jenkins);
        FreeStyleProject job = jenkins.createFreeStyleProject("job");
        String builder = job.getUrl() + "descriptorByName/io.jenkins.plugins.packerbuild.freestyle.PackerBuilder/";

        for (String url : new String[] {
            job.getUrl() + DESCRIPTOR + "fillCredentialsIdItems",
            job.getUrl() + DESCRIPTOR + "checkCredentialsId?value=x",
            builder + "checkTemplate?value=x",
            builder + "fillOnErrorItems"
        }) {
            assertThat(client(jenkins, "admin")
                            .getPage(new URL(jenkins.getURL(), url))
                            .getWebResponse()
                            .getStatusCode())
                    .as(url)
                    .isIn(404, 405);
        }
    }

    @Test
    void anonymousSeesNothingOfIt(JenkinsRule jenkins) throws Exception {
        users(jenkins);
        FreeStyleProject job = jenkins.createFreeStyleProject("job");

        Page page = post(jenkins, "", job.getUrl() + DESCRIPTOR + "fillCredentialsIdItems");

        assertThat(page.getWebResponse().getContentAsString()).doesNotContain("do-token");
    }

    private static JenkinsRule.WebClient client(JenkinsRule jenkins, String user) throws Exception {
        JenkinsRule.WebClient client = jenkins.createWebClient();
        client.setThrowExceptionOnFailingStatusCode(false);
        return user.isEmpty() ? client : client.login(user);
    }

    private static Page post(JenkinsRule jenkins, String user, String url) throws Exception {
        JenkinsRule.WebClient client = client(jenkins, user);
        WebRequest request = new WebRequest(new URL(jenkins.getURL(), url), HttpMethod.POST);
        return client.getPage(client.addCrumb(request));
    }
}
