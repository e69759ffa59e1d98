package io.jenkins.plugins.packerbuild.session;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes {@code spec.json}, protocol 1. */
public final class EngineSpecJson {

    /** The version of everything in a session directory that is understood here. */
    static final int PROTOCOL = 1;

    private EngineSpecJson() {}

    /** The whole file. The engine will say what it needs, and wait for its secrets. */
    public static byte[] write(EngineSpec spec) {
        if (spec.purpose() == Purpose.CLEANUP) {
            throw new IllegalArgumentException("a cleanup has no spec");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("protocol", PROTOCOL);
        fields.put("command", spec.purpose().command());
        fields.put("template", spec.template());
        fields.put("workingDirectory", spec.workingDirectory());
        fields.put("variables", spec.inputs().variables());
        fields.put("varFiles", spec.inputs().varFiles());
        fields.put("sensitiveEnvironment", spec.inputs().sensitiveEnvironment());
        fields.put("only", spec.selection().only());
        fields.put("except", spec.selection().except());
        EngineSpec.Behaviour behaviour = spec.behaviour();
        fields.put("onError", behaviour.onError());
        fields.put("force", behaviour.force());
        fields.put("failFast", behaviour.failFast());
        if (behaviour.parallelBuilds() > 0) {
            fields.put("parallelBuilds", behaviour.parallelBuilds());
        }
        fields.put("leaseSeconds", spec.lease().toSeconds());
        fields.put("awaitSecrets", true);
        return Json.file(fields);
    }
}
