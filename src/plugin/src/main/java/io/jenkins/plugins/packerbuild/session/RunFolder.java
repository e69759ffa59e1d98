package io.jenkins.plugins.packerbuild.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** What is kept of one session in its build's directory: how far it was read, its report, a log for each builder. */
public final class RunFolder {

    private final Path path;
    private final LogLimits limits;

    /** In this directory, which is made when something is saved. */
    public RunFolder(Path path, LogLimits limits) {
        this.path = path;
        this.limits = limits;
    }

    /** The report as it was saved last; empty when none was. */
    public Optional<SessionReport> report() throws IOException {
        throw new UnsupportedOperationException(path + "" + limits);
    }

    /**
     * A builder's log as UTF-8 text, also while it grows. What was cut out of its middle is said in its place.
     *
     * @param builderIndex {@link SessionReport.Builder#index()}
     */
    public InputStream log(int builderIndex) throws IOException {
        throw new UnsupportedOperationException();
    }
}
