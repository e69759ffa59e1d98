package io.jenkins.plugins.packerbuild.credentials;

import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.io.Serializable;
import java.util.Optional;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * Which credential is for which builder or template variable. Example: {@code packerCredential(builder: 'digitalocean',
 * credentialsId: 'do-token')}. Exactly one of builder and variable is there.
 */
public final class PackerCredential extends AbstractDescribableImpl<PackerCredential> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final @Nullable String credentialsId;
    private @Nullable String builder;
    private @Nullable String variable;
    private @Nullable String endpoint;

    /** With the credential's id in Jenkins, or a parameter as in <code>${TOKEN}</code>. */
    @DataBoundConstructor
    public PackerCredential(@Nullable String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    /** The credential's id. */
    public @Nullable String getCredentialsId() {
        return credentialsId;
    }

    /** A build's name, else a builder type. */
    public @Nullable String getBuilder() {
        return builder;
    }

    /** A build's name, else a builder type. */
    @DataBoundSetter
    public void setBuilder(@Nullable String builder) {
        this.builder = Util.fixEmptyAndTrim(builder);
    }

    /** A template variable. */
    public @Nullable String getVariable() {
        return variable;
    }

    /** A template variable. */
    @DataBoundSetter
    public void setVariable(@Nullable String variable) {
        this.variable = Util.fixEmptyAndTrim(variable);
    }

    /** The base URL that it may be sent to, besides the provider's own. */
    public @Nullable String getEndpoint() {
        return endpoint;
    }

    /** The base URL that it may be sent to, besides the provider's own. */
    @DataBoundSetter
    public void setEndpoint(@Nullable String endpoint) {
        this.endpoint = Util.fixEmptyAndTrim(endpoint);
    }

    /** Why it cannot be meant like this, in a sentence. */
    public Optional<String> problem() {
        return entry().problem();
    }

    CredentialEntry entry() {
        return new CredentialEntry(
                Util.fixNull(builder), Util.fixNull(variable), Util.fixNull(credentialsId), Util.fixNull(endpoint));
    }

    /** Its form. */
    @Extension
    @Symbol("packerCredential")
    public static final class DescriptorImpl extends Descriptor<PackerCredential> {

        @Override
        public String getDisplayName() {
            return "Packer credential";
        }

        /** The credentials that whoever fills in the form may use. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String credentialsId) {
            return CredentialForm.choices(item, Util.fixNull(credentialsId));
        }

        /** Needs a choice. */
        @POST
        public FormValidation doCheckCredentialsId(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return CredentialForm.check(
                    item, () -> Util.fixNull(value).isBlank() ? Optional.of("Choose a credential.") : Optional.empty());
        }

        /** Needs either this or the variable. */
        @POST
        public FormValidation doCheckBuilder(
                @AncestorInPath @Nullable Item item,
                @QueryParameter @Nullable String value,
                @QueryParameter @Nullable String variable) {
            return CredentialForm.check(item, () -> CredentialForm.problemOfTargets(value, variable));
        }

        /** Needs either this or the builder. */
        @POST
        public FormValidation doCheckVariable(
                @AncestorInPath @Nullable Item item,
                @QueryParameter @Nullable String value,
                @QueryParameter @Nullable String builder) {
            return CredentialForm.check(item, () -> CredentialForm.problemOfTargets(builder, value));
        }

        /** A base URL, or nothing. */
        @POST
        public FormValidation doCheckEndpoint(
                @AncestorInPath @Nullable Item item, @QueryParameter @Nullable String value) {
            return CredentialForm.check(
                    item, () -> Optional.ofNullable(Util.fixEmptyAndTrim(value)).flatMap(CredentialEntry::problemOf));
        }
    }
}
