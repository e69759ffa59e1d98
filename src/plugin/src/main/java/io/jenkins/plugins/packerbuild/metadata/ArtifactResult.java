package io.jenkins.plugins.packerbuild.metadata;

import io.jenkins.plugins.packerbuild.session.SessionReport;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One artifact as {@code build.xml} keeps it and as REST shows it. */
@ExportedBean
public final class ArtifactResult implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final String region;
    private final ArrayList<String> regions = new ArrayList<>();
    private final String type;
    private final String builder;
    private final String description;
    private final ArrayList<String> files = new ArrayList<>();
    private final String packerId;
    private final String builderId;
    /** Null in what an older version has written. */
    private final SessionReport.@Nullable Status status;

    ArtifactResult(SessionReport.Artifact artifact) {
        id = Cut.name(artifact.id());
        region = Cut.name(artifact.region());
        Cut.list(artifact.regions()).forEach(each -> regions.add(Cut.name(each)));
        type = Cut.name(artifact.type());
        builder = Cut.name(artifact.builder());
        description = Cut.text(artifact.description());
        Cut.list(artifact.files()).forEach(each -> files.add(Cut.text(each)));
        packerId = Cut.text(artifact.packerId());
        builderId = Cut.name(artifact.builderId());
        status = artifact.status();
    }

    SessionReport.Artifact toReport() {
        return new SessionReport.Artifact(
                id, region, regions, type, builder, description, files, packerId, builderId, status());
    }

    /** The provider's id, as in {@code ami-0abc}. */
    @Exported
    public String getId() {
        return id;
    }

    /** Where it is; empty for files. */
    @Exported
    public String getRegion() {
        return region;
    }

    /** All regions of it. */
    @Exported
    public List<String> getRegions() {
        return new ArrayList<>(regions);
    }

    /** The builder's type. */
    @Exported
    public String getType() {
        return type;
    }

    /** The build's name in the template. */
    @Exported
    public String getBuilder() {
        return builder;
    }

    /** A sentence or several lines. */
    @Exported
    public String getDescription() {
        return description;
    }

    /** Paths on the agent. */
    @Exported
    public List<String> getFiles() {
        return new ArrayList<>(files);
    }

    /** Packer's form of the id, as in {@code us-east-1:ami-0abc}. */
    @Exported
    public String getPackerId() {
        return packerId;
    }

    /** Packer's id of the builder, as in {@code mitchellh.amazonebs}. */
    @Exported
    public String getBuilderId() {
        return builderId;
    }

    /** What came of its build: one that is not {@code succeeded} has failed, or was stopped, in a post-processor. */
    @Exported
    public String getStatus() {
        return status().word();
    }

    /** Whether all went well that was to be done with it, for the pages. */
    public boolean isComplete() {
        return status() == SessionReport.Status.SUCCEEDED;
    }

    private SessionReport.Status status() {
        return status == null ? SessionReport.Status.SUCCEEDED : status;
    }

    /** All regions, or the one region, for people. */
    public String getPlace() {
        return regions.isEmpty() ? region : String.join(", ", regions);
    }
}
