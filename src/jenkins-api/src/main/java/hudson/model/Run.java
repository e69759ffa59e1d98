package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.security.AccessControlled;
import java.io.File;
import java.io.IOException;
import jenkins.model.ArtifactManager;
import org.kohsuke.stapler.StaplerProxy;
import org.springframework.security.access.AccessDeniedException;

/** Signature: jenkins-core. */
public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends Actionable
        implements ExtensionPoint, Comparable<RunT>, AccessControlled, PersistenceRoot, StaplerProxy {
    @CheckForNull
    public Result getResult() {
        throw new UnsupportedOperationException();
    }

    public void setResult(@NonNull Result r) {
        throw new UnsupportedOperationException();
    }

    public boolean isBuilding() {
        throw new UnsupportedOperationException();
    }

    @NonNull public JobT getParent() {
        throw new UnsupportedOperationException();
    }

    @CheckForNull
    public final RunT getPreviousCompletedBuild() {
        throw new UnsupportedOperationException();
    }

    @NonNull public String getUrl() {
        throw new UnsupportedOperationException();
    }

    @NonNull public File getRootDir() {
        throw new UnsupportedOperationException();
    }

    @NonNull public final ArtifactManager getArtifactManager() {
        throw new UnsupportedOperationException();
    }

    @NonNull public final ArtifactManager pickArtifactManager() throws IOException {
        throw new UnsupportedOperationException();
    }

    public void save() throws IOException {
        throw new UnsupportedOperationException();
    }

    @NonNull public String getExternalizableId() {
        throw new UnsupportedOperationException();
    }

    @CheckForNull
    public static Run<?, ?> fromExternalizableId(String id) throws IllegalArgumentException, AccessDeniedException {
        throw new UnsupportedOperationException();
    }
}
