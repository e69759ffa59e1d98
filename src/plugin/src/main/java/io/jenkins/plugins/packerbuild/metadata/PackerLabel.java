package io.jenkins.plugins.packerbuild.metadata;

import io.jenkins.plugins.packerbuild.session.SessionReport;

/** The one line that stands for a session where there is little room, as in {@code example.json: 2/3 built}. */
public final class PackerLabel {
    private static final int MOST_CHARACTERS = 60;

    private PackerLabel() {}

    /** The template's name alone as long as no builder is known. */
    public static String of(SessionReport report) {
        String name = name(report.template());
        if (report.builders().isEmpty()) {
            return name;
        }
        long built = report.builders().stream()
                .filter(builder -> builder.status() == SessionReport.Status.SUCCEEDED)
                .count();
        return name + ": " + built + "/" + report.builders().size() + " built";
    }

    private static String name(String template) {
        String path = template.replace('\\', '/');
        String name = path.substring(path.lastIndexOf('/') + 1).replaceAll("\\p{Cntrl}", " ");
        return name.length() <= MOST_CHARACTERS ? name : name.substring(0, MOST_CHARACTERS) + "…";
    }
}
