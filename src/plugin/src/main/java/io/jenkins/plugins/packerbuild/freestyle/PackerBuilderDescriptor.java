package io.jenkins.plugins.packerbuild.freestyle;

import hudson.Extension;
import hudson.model.AbstractProject;
import hudson.model.Item;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.packerbuild.options.OptionForms;
import io.jenkins.plugins.packerbuild.step.PackerBuildStep;
import java.util.List;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** Tells Jenkins about {@link PackerBuilder}: its name and its form. */
@Extension
@Symbol("packerBuild")
public final class PackerBuilderDescriptor extends BuildStepDescriptor<Builder> {

    /** Found by Jenkins. */
    public PackerBuilderDescriptor() {
        super(PackerBuilder.class);
    }

    @Override
    public String getDisplayName() {
        return "Build machine images from a Packer template";
    }

    @Override
    @SuppressWarnings("rawtypes") // As the overridden method has it.
    public boolean isApplicable(Class<? extends AbstractProject> jobType) {
        return true;
    }

    /** The options are the step's, and so is their help. */
    @Override
    public @Nullable String getHelpFile(String field) {
        return Jenkins.get().getDescriptorOrDie(PackerBuildStep.class).getHelpFile(field);
    }

    @Override
    public Builder newInstance(@Nullable StaplerRequest2 request, JSONObject form) throws FormException {
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
