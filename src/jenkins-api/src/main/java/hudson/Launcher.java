package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import jenkins.tasks.filters.EnvVarsFilterableBuilder;

/** Signature: jenkins-core. */
public abstract class Launcher {
    public void prepareFilterRules(@CheckForNull Run<?, ?> run, @NonNull EnvVarsFilterableBuilder builder) {
        throw new UnsupportedOperationException();
    }

    @CheckForNull
    public VirtualChannel getChannel() {
        throw new UnsupportedOperationException();
    }

    @NonNull public TaskListener getListener() {
        throw new UnsupportedOperationException();
    }

    @Deprecated
    @CheckForNull
    public Computer getComputer() {
        throw new UnsupportedOperationException();
    }

    /** Signature: jenkins-core. */
    public final class ProcStarter {
        private boolean quiet;

        @CheckForNull
        protected FilePath pwd;

        @CheckForNull
        protected OutputStream stderr;

        @CheckForNull
        protected String[] envs;

        public ProcStarter cmds(List<String> args) {
            throw new UnsupportedOperationException();
        }

        public ProcStarter quiet(boolean quiet) {
            throw new UnsupportedOperationException();
        }

        public boolean quiet() {
            throw new UnsupportedOperationException();
        }

        public ProcStarter pwd(@CheckForNull FilePath workDir) {
            throw new UnsupportedOperationException();
        }

        public ProcStarter pwd(@NonNull File workDir) {
            throw new UnsupportedOperationException();
        }

        public ProcStarter pwd(@NonNull String workDir) {
            throw new UnsupportedOperationException();
        }

        @CheckForNull
        public FilePath pwd() {
            throw new UnsupportedOperationException();
        }

        public ProcStarter stdout(@CheckForNull OutputStream out) {
            throw new UnsupportedOperationException();
        }

        public ProcStarter stderr(@CheckForNull OutputStream err) {
            throw new UnsupportedOperationException();
        }

        @CheckForNull
        public OutputStream stderr() {
            throw new UnsupportedOperationException();
        }

        public ProcStarter envs(@NonNull Map<String, String> overrides) {
            throw new UnsupportedOperationException();
        }

        public ProcStarter envs(@CheckForNull String... overrides) {
            throw new UnsupportedOperationException();
        }

        @NonNull public String[] envs() {
            throw new UnsupportedOperationException();
        }

        public ProcStarter readStdout() {
            throw new UnsupportedOperationException();
        }

        public Proc start() throws IOException {
            throw new UnsupportedOperationException();
        }

        public int join() throws IOException, InterruptedException {
            throw new UnsupportedOperationException();
        }
    }

    @NonNull public final ProcStarter launch() {
        throw new UnsupportedOperationException();
    }

    public boolean isUnix() {
        throw new UnsupportedOperationException();
    }

    public abstract void kill(Map<String, String> modelEnvVars) throws IOException, InterruptedException;

    @NonNull public final Launcher decorateFor(@NonNull Node node) {
        throw new UnsupportedOperationException();
    }

    @NonNull public final Launcher decorateByEnv(@NonNull EnvVars _env) {
        throw new UnsupportedOperationException();
    }

    /** Signature: jenkins-core. */
    public abstract static class DecoratedLauncher extends Launcher {}
}
