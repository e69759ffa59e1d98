package io.jenkins.plugins.packerbuild.metadata;

import hudson.model.ModelObject;
import hudson.model.Run;
import io.jenkins.plugins.packerbuild.session.LogLimits;
import io.jenkins.plugins.packerbuild.session.RunFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** The page of one builder's log, and its plain text. */
public final class BuilderLog implements ModelObject {
    private static final int SHOWN_BYTES = 150 * 1024;
    /** What is there was cut when it was written. */
    private static final LogLimits ALL = new LogLimits(Long.MAX_VALUE, Long.MAX_VALUE);

    private final Run<?, ?> run;
    private final SessionResult session;
    private final BuilderResult builder;

    BuilderLog(Run<?, ?> run, SessionResult session, BuilderResult builder) {
        this.run = run;
        this.session = session;
        this.builder = builder;
    }

    /** The Jenkins build, whose side panel the page has. */
    public Run<?, ?> getRun() {
        return run;
    }

    /** The session that the builder belongs to. */
    public SessionResult getSession() {
        return session;
    }

    /** The builder. */
    public BuilderResult getBuilder() {
        return builder;
    }

    @Override
    public String getDisplayName() {
        return builder.getName();
    }

    /** The end of the log, as much as a page can show. */
    public LogEnd getEnd() throws IOException {
        try (InputStream log = open()) {
            return LogEnd.of(log, SHOWN_BYTES);
        }
    }

    /** The whole log, as far as it was kept: {@code consoleText}. */
    public void doConsoleText(StaplerRequest2 request, StaplerResponse2 response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try (InputStream log = open()) {
            log.transferTo(response.getOutputStream());
        }
    }

    private InputStream open() throws IOException {
        Path folder = run.getRootDir().toPath().resolve("packer-build").resolve(session.getId());
        return new RunFolder(folder, ALL).log(builder.getIndex());
    }
}
