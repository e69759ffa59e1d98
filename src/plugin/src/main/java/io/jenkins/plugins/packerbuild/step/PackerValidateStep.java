package io.jenkins.plugins.packerbuild.step;

import hudson.Extension;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.packerbuild.credentials.PackerCredential;
import io.jenkins.plugins.packerbuild.credentials.PackerVariable;
import io.jenkins.plugins.packerbuild.options.BuildOptions;
import io.jenkins.plugins.packerbuild.options.OptionForms;
import io.jenkins.plugins.packerbuild.session.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jenkins.model.Jenkins;
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
 * {@code packerValidate template: 'example.json'}: finds every problem of a Packer template on the agent, without any
 * network. Its properties are those of {@link BuildOptions} that matter for it.
 */
public final class PackerValidateStep extends Step {

    private final BuildOptions options;

    /** For the path of a template. */
    @DataBoundConstructor
    public PackerValidateStep(String template) {
        options = new BuildOptions(template);
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        return PackerBuildExecution.of(context, options, Purpose.VALIDATE);
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

    /** Credentials for builders and variables. */
    public List<PackerCredential> getCredentials() {
        return options.getCredentials();
    }

    /** See the getter. */
    @DataBoundSetter
    public void setCredentials(@Nullable List<PackerCredential> credentials) {
        options.setCredentials(credentials);
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
            return "packerValidate";
        }

        @Override
        public String getDisplayName() {
            return "Find the problems of a Packer template";
        }

        @Override
        public @Nullable String getHelpFile(String field) {
            return Jenkins.get().getDescriptorOrDie(PackerBuildStep.class).getHelpFile(field);
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

        /** For the form: looks at the text only. */
        @POST
        public FormValidation doCheckTemplate(@AncestorInPath @Nullable Item item, @QueryParameter String value) {
            return OptionForms.checkTemplate(value);
        }
    }
}
