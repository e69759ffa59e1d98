package io.jenkins.plugins.packerbuild.metadata;

import io.jenkins.plugins.packerbuild.session.SessionReport;
import java.io.Serializable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** Something that is still in a cloud, as {@code build.xml} keeps it and as REST shows it. */
@ExportedBean
public final class LeftoverResult implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String builder;
    private final String kind;
    private final String provider;
    private final String region;
    private final String id;
    private final String note;
    private final String command;

    LeftoverResult(SessionReport.Leftover leftover) {
        builder = Cut.name(leftover.builder());
        kind = Cut.name(leftover.kind());
        provider = Cut.name(leftover.provider());
        region = Cut.name(leftover.region());
        id = Cut.name(leftover.id());
        note = Cut.text(leftover.note());
        command = Cut.text(leftover.command());
    }

    SessionReport.Leftover toReport() {
        return new SessionReport.Leftover(builder, kind, provider, region, id, note, command);
    }

    /** The name of the build that made it. */
    @Exported
    public String getBuilder() {
        return builder;
    }

    /** As in {@code droplet}. */
    @Exported
    public String getKind() {
        return kind;
    }

    /** Whose cloud it is in. */
    @Exported
    public String getProvider() {
        return provider;
    }

    /** Where it is. */
    @Exported
    public String getRegion() {
        return region;
    }

    /** The provider's id, or the mark by which it is found. */
    @Exported
    public String getId() {
        return id;
    }

    /** Why it is still there; may be empty. */
    @Exported
    public String getNote() {
        return note;
    }

    /** The exact command that removes it; may be empty. */
    @Exported
    public String getCommand() {
        return command;
    }
}
