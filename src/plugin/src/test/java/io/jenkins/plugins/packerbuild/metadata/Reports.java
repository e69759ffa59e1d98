package io.jenkins.plugins.packerbuild.metadata;

import io.jenkins.plugins.packerbuild.session.SessionReport;
import io.jenkins.plugins.packerbuild.session.SessionReport.Status;
import java.util.List;

/** Reports for tests. */
final class Reports {
    static final String HOSTILE = "<img src=x onerror=alert(1)>";

    private Reports() {}

    /** Two images of one build, a snapshot of another, and a build that failed and left something. */
    static SessionReport mixed() {
        return new SessionReport(
                "3f",
                "run-1",
                "images/example.json",
                Status.FAILED,
                192_000,
                List.of(
                        builder(0, "amazon-ebs", "amazon-ebs", Status.SUCCEEDED, ""),
                        builder(1, "db", "amazon-ebs", Status.FAILED, "No capacity."),
                        builder(2, "web", "digitalocean", Status.SUCCEEDED, "")),
                List.of(
                        ami("ami-0abc", "us-east-1"),
                        ami("ami-0def", "us-west-2"),
                        artifact("web", "digitalocean", "9001", "nyc3", "sfo3,nyc3:9001")),
                List.of(new SessionReport.Leftover(
                        "db", "instance", "amazon", "us-east-1", "i-1", "It is locked.", "aws ec2 terminate i-1")),
                List.of("db: No capacity."),
                List.of(new SessionReport.Problem("example.json", 3, 5, "unknown option 'amy'", "Write 'ami_name'.")));
    }

    static SessionReport of(String id, List<SessionReport.Builder> builders, List<SessionReport.Artifact> artifacts) {
        return new SessionReport(
                id,
                "run-" + id,
                id + ".json",
                Status.SUCCEEDED,
                1,
                builders,
                artifacts,
                List.of(),
                List.of(),
                List.of());
    }

    static SessionReport.Builder builder(int index, String name, String type, Status status, String error) {
        return new SessionReport.Builder(index, name, type, status, status == Status.RUNNING ? 0 : 61_000, error, 7);
    }

    static SessionReport.Artifact artifact(String builder, String type, String id, String region, String packerId) {
        return new SessionReport.Artifact(
                id,
                region,
                List.of(region),
                type,
                builder,
                "An image was made: " + id,
                List.of(),
                packerId,
                "id." + type,
                Status.SUCCEEDED);
    }

    static SessionReport.Artifact file(String builder, String path) {
        return file(builder, path, Status.SUCCEEDED);
    }

    static SessionReport.Artifact file(String builder, String path, Status status) {
        return new SessionReport.Artifact(
                "File",
                "",
                List.of(),
                "file",
                builder,
                "Stored file: " + path,
                List.of(path),
                "File",
                "packer.file",
                status);
    }

    /** A build whose post-processor has failed, and one that is well. */
    static SessionReport chainFailed() {
        return of(
                "4b",
                List.of(
                        builder(0, "doc", "file", Status.FAILED, "1 error(s) occurred:"),
                        builder(1, "good", "file", Status.SUCCEEDED, "")),
                List.of(file("doc", "out/a.txt", Status.FAILED), file("good", "b.txt")));
    }

    private static SessionReport.Artifact ami(String id, String region) {
        return artifact("amazon-ebs", "amazon-ebs", id, region, "us-east-1:ami-0abc,us-west-2:ami-0def");
    }
}
