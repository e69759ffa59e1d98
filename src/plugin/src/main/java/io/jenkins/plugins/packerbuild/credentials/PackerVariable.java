package io.jenkins.plugins.packerbuild.credentials;

import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import java.util.Optional;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * A template variable's value. Example: {@code packerVar(name: 'region', value: 'us-east-1')}. The value is kept as it was
 * given; in the configuration of a job it may have parameters, as in <code>${REGION}</code>.
 */
public final class PackerVariable extends AbstractDescribableImpl<PackerVariable> {

    private final @Nullable String name;
    private final @Nullable String value;

    /** With both. */
    @DataBoundConstructor
    public PackerVariable(@Nullable String name, @Nullable String value) {
        this.name = name;
        this.value = value;
    }

    /** The variable. */
    public String getName() {
        return name == null ? "" : name;
    }

    /** Its value, which may be empty. */
    public String getValue() {
        return value == null ? "" : value;
    }

    /** Its form. */
    @Extension
    @Symbol("packerVar")
    public static final class DescriptorImpl extends Descriptor<PackerVariable> {

        @Override
        public String getDisplayName() {
            return "Packer variable";
        }

        /** Needs one. */
        @POST
        public FormValidation doCheckName(@AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return CredentialForm.check(
                    item,
                    () -> Util.fixNull(value).isBlank() ? Optional.of("Enter the variable's name.") : Optional.empty());
        }
    }
}
