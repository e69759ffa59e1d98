package io.jenkins.plugins.packerbuild.config;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.PersistentDescriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.packerbuild.credentials.PackerCredential;
import io.jenkins.plugins.packerbuild.session.LogLimits;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * The settings for the whole Jenkins; in Configuration as Code {@code unclassified: packerBuild:}. Read and written by
 * several threads, a field at a time.
 */
@Extension
@Symbol("packerBuild")
public final class PackerBuildGlobalConfiguration extends GlobalConfiguration implements PersistentDescriptor {

    private static final int DEFAULT_MEGABYTES = 20;
    private static final long MEGABYTE = 1_000_000;

    private volatile List<PackerCredential> credentials = new ArrayList<>();
    private volatile @Nullable String jvmOptions;
    private volatile int logHeadMegabytes = DEFAULT_MEGABYTES;
    private volatile int logTailMegabytes = DEFAULT_MEGABYTES;

    /** The one of this Jenkins. */
    public static PackerBuildGlobalConfiguration get() {
        return ExtensionList.lookupSingleton(PackerBuildGlobalConfiguration.class);
    }

    @Override
    public String getDisplayName() {
        return "Packer builds";
    }

    /** Binds the form. An empty list is not in it, so it is emptied first. */
    @Override
    public boolean configure(StaplerRequest2 request, JSONObject form) {
        credentials = new ArrayList<>();
        request.bindJSON(this, form);
        save();
        return true;
    }

    /** The list <i>Packer credentials</i>. */
    public List<PackerCredential> getCredentials() {
        return List.copyOf(credentials);
    }

    /** The list <i>Packer credentials</i>. */
    @DataBoundSetter
    public void setCredentials(@Nullable List<PackerCredential> credentials) {
        this.credentials = credentials == null ? new ArrayList<>() : new ArrayList<>(credentials);
        save();
    }

    /** Options of the engine's Java, separated by blanks; they come after ours and before the step's. */
    public @Nullable String getJvmOptions() {
        return jvmOptions;
    }

    /** The same, one by one. */
    public List<String> jvmArguments() {
        String options = jvmOptions;
        return options == null ? List.of() : List.of(options.split("\\s+"));
    }

    /** Options of the engine's Java. */
    @DataBoundSetter
    public void setJvmOptions(@Nullable String jvmOptions) {
        this.jvmOptions = Util.fixEmptyAndTrim(jvmOptions);
        save();
    }

    /** How much is kept of the beginning of each builder's log. */
    public int getLogHeadMegabytes() {
        return logHeadMegabytes;
    }

    /** How much is kept of the beginning of each builder's log; at least 1. */
    @DataBoundSetter
    public void setLogHeadMegabytes(int logHeadMegabytes) {
        this.logHeadMegabytes = Math.max(1, logHeadMegabytes);
        save();
    }

    /** How much is kept of the end of each builder's log. */
    public int getLogTailMegabytes() {
        return logTailMegabytes;
    }

    /** How much is kept of the end of each builder's log; at least 1. */
    @DataBoundSetter
    public void setLogTailMegabytes(int logTailMegabytes) {
        this.logTailMegabytes = Math.max(1, logTailMegabytes);
        save();
    }

    /** How much is kept of each builder's log. */
    public LogLimits logLimits() {
        return new LogLimits(logHeadMegabytes * MEGABYTE, logTailMegabytes * MEGABYTE);
    }

    /** A number from 1. */
    @POST
    public FormValidation doCheckLogHeadMegabytes(@QueryParameter String value) {
        return checkMegabytes(value);
    }

    /** A number from 1. */
    @POST
    public FormValidation doCheckLogTailMegabytes(@QueryParameter String value) {
        return checkMegabytes(value);
    }

    private static FormValidation checkMegabytes(String value) {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                ? FormValidation.validatePositiveInteger(value)
                : FormValidation.ok();
    }
}
