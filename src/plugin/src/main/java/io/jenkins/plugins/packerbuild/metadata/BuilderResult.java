package io.jenkins.plugins.packerbuild.metadata;

import io.jenkins.plugins.packerbuild.session.SessionReport;
import java.io.Serializable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One builder of a session as {@code build.xml} keeps it and as REST shows it. */
@ExportedBean
public final class BuilderResult implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int index;
    private final String name;
    private final String type;
    private final SessionReport.Status status;
    private final long durationMillis;
    private final long ended;
    private final long logBytes;
    private final String error;

    BuilderResult(SessionReport.Builder builder, long ended) {
        index = builder.index();
        name = Cut.name(builder.name());
        type = Cut.name(builder.type());
        status = builder.status();
        durationMillis = builder.durationMillis();
        this.ended = ended;
        logBytes = builder.logBytes();
        error = Cut.text(builder.error());
    }

    static boolean isOver(SessionReport.Status status) {
        return status != SessionReport.Status.WAITING && status != SessionReport.Status.RUNNING;
    }

    SessionReport.Builder toReport() {
        return new SessionReport.Builder(index, name, type, status, durationMillis, error, logBytes);
    }

    /** Unix seconds; 0 while it runs. */
    long ended() {
        return ended;
    }

    /** The number of its log. */
    public int getIndex() {
        return index;
    }

    /** Its name in the template. */
    @Exported
    public String getName() {
        return name;
    }

    /** Its builder's type. */
    @Exported
    public String getType() {
        return type;
    }

    /** One of {@code waiting}, {@code running}, {@code succeeded}, {@code failed}, {@code cancelled}. */
    @Exported
    public String getStatus() {
        return status.word();
    }

    /** How long it took; 0 while it runs. */
    @Exported
    public long getDurationMillis() {
        return durationMillis;
    }

    /** A sentence; empty unless it failed. */
    @Exported
    public String getError() {
        return error;
    }

    /** Whether it has ended. */
    public boolean isOver() {
        return isOver(status);
    }

    /** How long it took, in words; empty while it runs. */
    public String getDuration() {
        return Spans.words(durationMillis);
    }
}
