package io.jenkins.plugins.packerbuild.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What is kept of one session in its build's directory: how far it was read, its report, a log for each builder. */
public final class RunFolder {

    private static final Logger LOG = Logger.getLogger(RunFolder.class.getName());

    private final Path path;
    private final LogLimits limits;

    /** In this directory, which is made when something is saved. */
    public RunFolder(Path path, LogLimits limits) {
        this.path = path;
        this.limits = limits;
    }

    /** The report as it was saved last; empty when none was. */
    public Optional<SessionReport> report() throws IOException {
        return load().map(state -> ReportJson.read(state.object("report")));
    }

    /**
     * A builder's log as UTF-8 text, also while it grows. What was cut out of its middle is said in its place.
     *
     * @param builderIndex {@link SessionReport.Builder#index()}
     */
    public InputStream log(int builderIndex) throws IOException {
        return new LogParts(path, builderIndex).read(limits);
    }

    /** Forgets all of it. */
    public void delete() throws IOException {
        if (Files.isDirectory(path)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(path);
        }
    }

    /** What was saved last. What cannot be read is logged, and counts as nothing: then all is read again. */
    Optional<Fields> load() throws IOException {
        byte[] json = WholeFile.read(stateFile(), Json.MOST_CHARS);
        try {
            return json.length == 0 ? Optional.empty() : Optional.of(Json.read(json));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Could not read session state '" + stateFile() + "'. It is made again.", e);
            return Optional.empty();
        }
    }

    /** Returns how many bytes it was. */
    int save(Map<String, Object> state) throws IOException {
        byte[] json = Json.file(state);
        WholeFile.write(stateFile(), json, false);
        return json.length;
    }

    BuilderLog openLog(int builderIndex, Fields state) throws IOException {
        return BuilderLog.open(new LogParts(path, builderIndex), limits, state);
    }

    void packLog(int builderIndex) throws IOException {
        new LogParts(path, builderIndex).pack(limits);
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private Path stateFile() {
        return path.resolve("state.json");
    }
}
