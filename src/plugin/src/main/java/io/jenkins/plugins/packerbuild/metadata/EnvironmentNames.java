package io.jenkins.plugins.packerbuild.metadata;

import io.jenkins.plugins.packerbuild.session.SessionReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The environment variables by which later steps find what was built: {@code PACKER_ARTIFACT_ID_AMAZON_EBS} with the first
 * id of each builder, {@code PACKER_ARTIFACT_ID} when there is a single artifact, {@code PACKER_ARTIFACTS_JSON} always. What
 * is there although its post-processing failed stands in the latter only, with its status: nobody is to use it by mistake.
 *
 * @param values by name
 * @param warnings sentences for the build log: names that were taken, artifacts that found no room
 */
public record EnvironmentNames(Map<String, String> values, List<String> warnings) {
    private static final String ID = "PACKER_ARTIFACT_ID";
    private static final String JSON = "PACKER_ARTIFACTS_JSON";
    private static final int MOST_BYTES = 32_000;
    private static final int MOST_CHARACTERS_OF_A_NAME = 100;

    /** Copies its map and its list. */
    public EnvironmentNames {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        warnings = List.copyOf(warnings);
    }

    /** Of all sessions of one Jenkins build. */
    public static EnvironmentNames of(List<SessionReport> sessions) {
        Names names = new Names();
        List<SessionReport.Artifact> all = new ArrayList<>();
        for (SessionReport session : sessions) {
            names.addFirstOfEachBuilder(session);
            all.addAll(session.artifacts());
        }
        List<SessionReport.Artifact> complete =
                all.stream().filter(SessionReport.Artifact::isComplete).toList();
        if (complete.size() == 1) {
            names.values.put(ID, text(complete.get(0).id()));
        }
        ArtifactJson json = ArtifactJson.of(all, MOST_BYTES);
        names.values.put(JSON, json.text());
        if (json.count() < all.size()) {
            names.warnings.add(JSON + " has room for " + json.count() + " of " + all.size()
                    + " artifacts. All of them are at packer/api/json below this build's page.");
        }
        return new EnvironmentNames(names.values, names.warnings);
    }

    /** Without what cannot stand in an environment. */
    private static String text(String value) {
        return value.replaceAll("\\p{Cntrl}", "");
    }

    /** The names given so far, and who has them. */
    private static final class Names {
        private final Map<String, String> values = new LinkedHashMap<>();
        private final Map<String, String> owners = new LinkedHashMap<>();
        private final List<String> warnings = new ArrayList<>();

        void addFirstOfEachBuilder(SessionReport session) {
            Set<String> seen = new HashSet<>();
            for (SessionReport.Artifact artifact : session.artifacts()) {
                if (artifact.isComplete() && seen.add(artifact.builder())) {
                    add(artifact, "'" + shortened(artifact.builder()) + "' of '" + session.template() + "'");
                }
            }
        }

        private void add(SessionReport.Artifact artifact, String owner) {
            String wanted = ID + "_"
                    + shortened(artifact.builder()).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
            String name = wanted;
            for (int number = 2; values.containsKey(name); number++) {
                name = wanted + "_" + number;
            }
            values.put(name, text(artifact.id()));
            owners.put(name, owner);
            if (!name.equals(wanted)) {
                warnings.add(wanted + " has the id of " + owners.get(wanted) + ". The id of " + owner + " is in " + name
                        + ".");
            }
        }

        private static String shortened(String name) {
            return name.length() <= MOST_CHARACTERS_OF_A_NAME ? name : name.substring(0, MOST_CHARACTERS_OF_A_NAME);
        }
    }
}
