package io.jenkins.plugins.packerbuild.options;

import io.jenkins.plugins.packerbuild.credentials.PackerCredential;
import io.jenkins.plugins.packerbuild.credentials.PackerVariable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a user may set, the same for the steps and for the build step, with the same defaults: one property for each
 * option of docs/jenkins.md. Lists are never null; texts are trimmed. It is written to {@code config.xml} and to
 * {@code program.dat}, so its fields keep their names. Set by one thread before it is used.
 */
public final class BuildOptions implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How many minutes a cleanup may take when nobody says anything. */
    public static final int DEFAULT_GRACE_MINUTES = 10;

    private final String template;
    private ArrayList<PackerVariable> vars = new ArrayList<>();
    private ArrayList<String> varFiles = new ArrayList<>();
    private ArrayList<String> only = new ArrayList<>();
    private ArrayList<String> except = new ArrayList<>();
    private String onError = "cleanup";
    private boolean force;
    private int parallelBuilds;
    private boolean failFast;
    private ArrayList<PackerCredential> credentials = new ArrayList<>();
    private @Nullable Boolean archiveManifest;
    private @Nullable Boolean failOnError;
    private boolean unstableOnPartial;
    private int timeoutMinutes;
    private @Nullable Integer cancelGraceMinutes;
    private String javaHome = "";
    private ArrayList<String> jvmOptions = new ArrayList<>();

    /** With defaults for everything else. */
    public BuildOptions(@Nullable String template) {
        this.template = trimmed(template);
    }

    /** The template's path, relative to the current directory, or absolute on the agent. */
    public String getTemplate() {
        return template;
    }

    /** Values of template variables. */
    public List<PackerVariable> getVars() {
        return vars;
    }

    /** See the getter. */
    public void setVars(@Nullable List<PackerVariable> vars) {
        this.vars = copy(vars);
    }

    /** Var-files, relative to the current directory or absolute; the later ones beat the earlier ones. */
    public List<String> getVarFiles() {
        return varFiles;
    }

    /** See the getter. */
    public void setVarFiles(@Nullable List<String> varFiles) {
        this.varFiles = texts(varFiles);
    }

    /** Only these builds, by name; empty for all. */
    public List<String> getOnly() {
        return only;
    }

    /** See the getter. */
    public void setOnly(@Nullable List<String> only) {
        this.only = texts(only);
    }

    /** Not these builds, by name. */
    public List<String> getExcept() {
        return except;
    }

    /** See the getter. */
    public void setExcept(@Nullable List<String> except) {
        this.except = texts(except);
    }

    /** What happens to the machine of a build that fails: {@code cleanup} or {@code abort}. */
    public String getOnError() {
        return onError;
    }

    /** See the getter. */
    public void setOnError(@Nullable String onError) {
        this.onError = trimmed(onError).isEmpty() ? "cleanup" : trimmed(onError);
    }

    /** Whether an image of the same name is replaced. */
    public boolean isForce() {
        return force;
    }

    /** See the getter. */
    public void setForce(boolean force) {
        this.force = force;
    }

    /** How many builds run at once; 0 for no limit. */
    public int getParallelBuilds() {
        return parallelBuilds;
    }

    /** See the getter. */
    public void setParallelBuilds(int parallelBuilds) {
        this.parallelBuilds = Math.max(0, parallelBuilds);
    }

    /** Whether the first failure cancels the other builds. */
    public boolean isFailFast() {
        return failFast;
    }

    /** See the getter. */
    public void setFailFast(boolean failFast) {
        this.failFast = failFast;
    }

    /** Credentials for builders and variables. */
    public List<PackerCredential> getCredentials() {
        return credentials;
    }

    /** See the getter. */
    public void setCredentials(@Nullable List<PackerCredential> credentials) {
        this.credentials = copy(credentials);
    }

    /** Whether {@code packer-manifest.json} is archived. */
    public boolean isArchiveManifest() {
        return archiveManifest == null || archiveManifest;
    }

    /** See the getter. */
    public void setArchiveManifest(boolean archiveManifest) {
        this.archiveManifest = archiveManifest;
    }

    /** Whether a failure fails the step. */
    public boolean isFailOnError() {
        return failOnError == null || failOnError;
    }

    /** See the getter. */
    public void setFailOnError(boolean failOnError) {
        this.failOnError = failOnError;
    }

    /** Whether the result is unstable, not failed, when some of the builds succeeded. */
    public boolean isUnstableOnPartial() {
        return unstableOnPartial;
    }

    /** See the getter. */
    public void setUnstableOnPartial(boolean unstableOnPartial) {
        this.unstableOnPartial = unstableOnPartial;
    }

    /** After how many minutes the builds are cancelled and cleaned up; 0 for never. */
    public int getTimeoutMinutes() {
        return timeoutMinutes;
    }

    /** See the getter. */
    public void setTimeoutMinutes(int timeoutMinutes) {
        this.timeoutMinutes = Math.max(0, timeoutMinutes);
    }

    /** How many minutes a cancelled engine may take for its cleanup before it is killed. */
    public int getCancelGraceMinutes() {
        return cancelGraceMinutes == null ? DEFAULT_GRACE_MINUTES : cancelGraceMinutes;
    }

    /** See the getter. */
    public void setCancelGraceMinutes(int cancelGraceMinutes) {
        this.cancelGraceMinutes = Math.max(0, cancelGraceMinutes);
    }

    /** Where the Java of the engine is; empty for the agent's own. */
    public String getJavaHome() {
        return javaHome;
    }

    /** See the getter. */
    public void setJavaHome(@Nullable String javaHome) {
        this.javaHome = trimmed(javaHome);
    }

    /** More options for the Java of the engine. */
    public List<String> getJvmOptions() {
        return jvmOptions;
    }

    /** See the getter. */
    public void setJvmOptions(@Nullable List<String> jvmOptions) {
        this.jvmOptions = texts(jvmOptions);
    }

    /** What was written by hand, or before an option was there, lacks fields: they have their defaults. */
    private Object readResolve() {
        return copy(template);
    }

    /** A copy that has no values of variables. */
    public BuildOptions withoutVariables() {
        BuildOptions copy = copy(getTemplate());
        copy.setVars(List.of());
        return copy;
    }

    /** A copy in which references to build variables are replaced in every text. */
    public BuildOptions expanded(UnaryOperator<String> expand) {
        BuildOptions copy = copy(expand.apply(template));
        copy.setVars(vars.stream()
                .map(variable -> new PackerVariable(variable.getName(), expand.apply(variable.getValue())))
                .toList());
        copy.setVarFiles(varFiles.stream().map(expand).toList());
        copy.setOnly(only.stream().map(expand).toList());
        copy.setExcept(except.stream().map(expand).toList());
        copy.setJavaHome(expand.apply(javaHome));
        copy.setJvmOptions(jvmOptions.stream().map(expand).toList());
        return copy;
    }

    private BuildOptions copy(@Nullable String otherTemplate) {
        BuildOptions copy = new BuildOptions(otherTemplate);
        copy.setVars(vars);
        copy.setVarFiles(varFiles);
        copy.setOnly(only);
        copy.setExcept(except);
        copy.setOnError(onError);
        copy.setForce(force);
        copy.setParallelBuilds(parallelBuilds);
        copy.setFailFast(failFast);
        copy.setCredentials(credentials);
        copy.setArchiveManifest(isArchiveManifest());
        copy.setFailOnError(isFailOnError());
        copy.setUnstableOnPartial(unstableOnPartial);
        copy.setTimeoutMinutes(timeoutMinutes);
        copy.setCancelGraceMinutes(getCancelGraceMinutes());
        copy.setJavaHome(javaHome);
        copy.setJvmOptions(jvmOptions);
        return copy;
    }

    private static String trimmed(@Nullable String text) {
        return text == null ? "" : text.trim();
    }

    private static <T> ArrayList<T> copy(@Nullable List<T> list) {
        return list == null ? new ArrayList<>() : new ArrayList<>(list);
    }

    /** Without empty ones. Elements may be another kind of text than String, as a Pipeline's GString. */
    private static ArrayList<String> texts(@Nullable List<?> list) {
        ArrayList<String> texts = new ArrayList<>();
        for (Object element : list == null ? List.of() : list) {
            String text = String.valueOf(element).trim();
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }
}
