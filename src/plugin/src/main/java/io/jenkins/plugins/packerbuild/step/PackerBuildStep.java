package io.jenkins.plugins.packerbuild.step;

import hudson.Extension;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.packerbuild.credentials.PackerCredential;
import io.jenkins.plugins.packerbuild.credentials.PackerVariable;
import io.jenkins.plugins.packerbuild.options.BuildOptions;
import io.jenkins.plugins.packerbuild.options.OptionForms;
import io.jenkins.plugins.packerbuild.session.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * {@code packerBuild template: 'example.json'}: builds all images of a Packer template at the same time, on the agent, and
 * returns their ids. Its properties are those of {@link BuildOptions}.
 */
public final class PackerBuildStep extends Step {

    private final BuildOptions options;

    /** For the path of a template. */
    @DataBoundConstructor
    public PackerBuildStep(String template) {
        options = new BuildOptions(template);
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        return PackerBuildExecution.of(context, options, Purpose.BUILD);
    }

    /** The template's path, relative to the current directory, or absolute on the agent. */
    public String getTemplate() {
        return options.getTemplate();
    }

    /** Values of template variables. */
    public List<PackerVariable> getVars() {
        return options.getVars();
    }

    /** See the getter. */
    @DataBoundSetter
    public void setVars(@Nullable List<PackerVariable> vars) {
        options.setVars(vars);
    }

    /** Var-files, relative to the current directory or absolute; the later ones beat the earlier ones. */
    public List<String> getVarFiles() {
        return options.getVarFiles();
    }

    /** See the getter. */
    @DataBoundSetter
    public void setVarFiles(@Nullable List<String> varFiles) {
        options.setVarFiles(varFiles);
    }

    /** Only these builds, by name; empty for all. */
    public List<String> getOnly() {
        return options.getOnly();
    }

    /** See the getter. */
    @DataBoundSetter
    public void setOnly(@Nullable List<String> only) {
        options.setOnly(only);
    }

    /** Not these builds, by name. */
    public List<String> getExcept() {
        return options.getExcept();
    }

    /** See the getter. */
    @DataBoundSetter
    public void setExcept(@Nullable List<String> except) {
        options.setExcept(except);
    }

    /** What happens to the machine of a build that fails: {@code cleanup} or {@code abort}. */
    public String getOnError() {
        return options.getOnError();
    }

    /** See the getter. */
    @DataBoundSetter
    public void setOnError(@Nullable String onError) {
        options.setOnError(onError);
    }

    /** Whether an image of the same name is replaced. */
    public boolean isForce() {
        return options.isForce();
    }

    /** See the getter. */
    @DataBoundSetter
    public void setForce(boolean force) {
        options.setForce(force);
    }

    /** How many builds run at once; 0 for no limit. */
    public int getParallelBuilds() {
        return options.getParallelBuilds();
    }

    /** See the getter. */
    @DataBoundSetter
    public void setParallelBuilds(int parallelBuilds) {
        options.setParallelBuilds(parallelBuilds);
    }

    /** Whether the first failure cancels the other builds. */
    public boolean isFailFast() {
        return options.isFailFast();
    }

    /** See the getter. */
    @DataBoundSetter
    public void setFailFast(boolean failFast) {
        options.setFailFast(failFast);
    }

    /** Credentials for builders and variables. */
    public List<PackerCredential> getCredentials() {
        return options.getCredentials();
    }

    /** See the getter. */
    @DataBoundSetter
    public void setCredentials(@Nullable List<PackerCredential> credentials) {
        options.setCredentials(credentials);
    }

    /** Whether {@code packer-manifest.json} is archived. */
    public boolean isArchiveManifest() {
        return options.isArchiveManifest();
    }

    /** See the getter. */
    @DataBoundSetter
    public void setArchiveManifest(boolean archiveManifest) {
        options.setArchiveManifest(archiveManifest);
    }

    /** Whether a failure fails the step. */
    public boolean isFailOnError() {
        return options.isFailOnError();
    }

    /** See the getter. */
    @DataBoundSetter
    public void setFailOnError(boolean failOnError) {
        options.setFailOnError(failOnError);
    }

    /** Whether the result is unstable, not failed, when some of the builds succeeded. */
    public boolean isUnstableOnPartial() {
        return options.isUnstableOnPartial();
    }

    /** See the getter. */
    @DataBoundSetter
    public void setUnstableOnPartial(boolean unstableOnPartial) {
        options.setUnstableOnPartial(unstableOnPartial);
    }

    /** After how many minutes the builds are cancelled and cleaned up; 0 for never. */
    public int getTimeoutMinutes() {
        return options.getTimeoutMinutes();
    }

    /** See the getter. */
    @DataBoundSetter
    public void setTimeoutMinutes(int timeoutMinutes) {
        options.setTimeoutMinutes(timeoutMinutes);
    }

    /** How many minutes a cancelled engine may take for its cleanup before it is killed. */
    public int getCancelGraceMinutes() {
        return options.getCancelGraceMinutes();
    }

    /** See the getter. */
    @DataBoundSetter
    public void setCancelGraceMinutes(int cancelGraceMinutes) {
        options.setCancelGraceMinutes(cancelGraceMinutes);
    }

    /** Where the Java of the engine is; empty for the agent's own. */
    public String getJavaHome() {
        return options.getJavaHome();
    }

    /** See the getter. */
    @DataBoundSetter
    public void setJavaHome(@Nullable String javaHome) {
        options.setJavaHome(javaHome);
    }

    /** More options for the Java of the engine. */
    public List<String> getJvmOptions() {
        return options.getJvmOptions();
    }

    /** See the getter. */
    @DataBoundSetter
    public void setJvmOptions(@Nullable List<String> jvmOptions) {
        options.setJvmOptions(jvmOptions);
    }

    /** Tells Jenkins about the step: its name, its form, what it needs. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {

        @Override
        public String getFunctionName() {
            return "packerBuild";
        }

        @Override
        public String getDisplayName() {
            return "Build machine images from a Packer template";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return StepPlace.REQUIRED;
        }

        @Override
        public @Nullable String argumentsToString(Map<String, Object> arguments) {
            return StepPlace.template(arguments);
        }

        /** Accepts variables as a map, and lists as texts with commas. */
        @Override
        @SuppressWarnings("deprecation") // Still how a step takes arguments that its model does not know.
        public Step newInstance(Map<String, Object> arguments) throws Exception {
            return super.newInstance(OptionForms.coerced(arguments));
        }

        @Override
        public Step newInstance(@Nullable StaplerRequest2 request, JSONObject form) throws FormException {
            return super.newInstance(request, OptionForms.withLists(form));
        }

        /** For the form: a list as lines. */
        public String lines(@Nullable List<String> list) {
            return OptionForms.lines(list);
        }

        /** For the form: what may be chosen. */
        @POST
        public ListBoxModel doFillOnErrorItems(@AncestorInPath @Nullable Item item) {
            return OptionForms.onErrorItems();
        }

        /** For the form: looks at the text only. */
        @POST
        public FormValidation doCheckTemplate(@AncestorInPath @Nullable Item item, @QueryParameter String value) {
            return OptionForms.checkTemplate(value);
        }
    }
}
