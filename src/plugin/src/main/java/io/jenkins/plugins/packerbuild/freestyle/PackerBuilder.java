package io.jenkins.plugins.packerbuild.freestyle;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.Builder;
import io.jenkins.plugins.packerbuild.credentials.PackerCredential;
import io.jenkins.plugins.packerbuild.credentials.PackerVariable;
import io.jenkins.plugins.packerbuild.options.BuildOptions;
import java.io.IOException;
import java.util.List;
import jenkins.tasks.SimpleBuildStep;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * The build step of freestyle jobs: the same as the step {@code packerBuild}, with the same options. Its properties are
 * those of {@link BuildOptions}.
 */
public final class PackerBuilder extends Builder implements SimpleBuildStep {

    private final BuildOptions options;

    /** For the path of a template. */
    @DataBoundConstructor
    public PackerBuilder(String template) {
        options = new BuildOptions(template);
    }

    /** A job's configuration that was written by hand may lack all of them. */
    private Object readResolve() {
        return options == null ? new PackerBuilder("") : this;
    }

    @Override
    public void perform(Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener)
            throws InterruptedException, IOException {
        new FreestyleRun(run, workspace, env, launcher, listener).perform(options);
    }

    /** The template's path, relative to the workspace, or absolute on the agent. */
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
}
