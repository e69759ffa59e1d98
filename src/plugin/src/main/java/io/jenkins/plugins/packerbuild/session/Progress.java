package io.jenkins.plugins.packerbuild.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a session was read.
 *
 * @param offset behind the last line of {@code events.jsonl} that was taken
 * @param sequence that line's number
 * @param greeted whether the engine has said hello
 * @param pid its process
 * @param asked what it wants to know; empty before it has asked
 * @param answered whether it was given that
 * @param exit the process's exit code; empty before its end
 * @param failure why this session cannot end well, whatever the engine makes of it; empty for nothing
 */
record Progress(
        long offset,
        long sequence,
        boolean greeted,
        long pid,
        Optional<SessionSecrets.Needs> asked,
        boolean answered,
        String exit,
        String failure) {

    static final Progress NONE = new Progress(0, 0, false, 0, Optional.empty(), false, "", "");

    Progress withRead(long newOffset, long newSequence) {
        return new Progress(newOffset, newSequence, greeted, pid, asked, answered, exit, failure);
    }

    Progress withHello(long enginePid) {
        return new Progress(offset, sequence, true, enginePid, asked, answered, exit, failure);
    }

    Progress withAsked(SessionSecrets.Needs needs) {
        return new Progress(offset, sequence, greeted, pid, Optional.of(needs), answered, exit, failure);
    }

    Progress withAnswered() {
        return new Progress(offset, sequence, greeted, pid, asked, true, exit, failure);
    }

    Progress withExit(String code) {
        return new Progress(offset, sequence, greeted, pid, asked, answered, code, failure);
    }

    Progress withFailure(String sentence) {
        return new Progress(offset, sequence, greeted, pid, asked, answered, exit, sentence);
    }

    Map<String, Object> write() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("offset", offset);
        fields.put("sequence", sequence);
        fields.put("greeted", greeted);
        fields.put("pid", pid);
        asked.ifPresent(needs -> fields.put("asked", needs(needs)));
        fields.put("answered", answered);
        fields.put("exit", exit);
        fields.put("failure", failure);
        return fields;
    }

    static Progress read(Fields fields) {
        return new Progress(
                fields.number("offset"),
                fields.number("sequence"),
                fields.flag("greeted"),
                fields.number("pid"),
                fields.map().containsKey("asked") ? Optional.of(needs(fields.object("asked"))) : Optional.empty(),
                fields.flag("answered"),
                fields.text("exit", ReportJson.MOST),
                fields.text("failure", ReportJson.MOST_TEXT));
    }

    static SessionSecrets.Needs needs(Fields fields) {
        return new SessionSecrets.Needs(
                builds(fields, "builders"), fields.texts("variables", ReportJson.MOST, CleanText.MOST_NAME_CHARS));
    }

    /** Builds by name and type, as the engine lists them. */
    static List<SessionSecrets.Build> builds(Fields fields, String member) {
        return fields.objects(member, ReportJson.MOST).stream()
                .map(build -> new SessionSecrets.Build(
                        build.name("name"), build.name("type"), wants(build, "keys"), wants(build, "ssh")))
                .filter(build -> !build.name().isEmpty())
                .toList();
    }

    /** Unless it says that it does not. */
    private static boolean wants(Fields build, String what) {
        return build.flag(what) || !build.map().containsKey(what);
    }

    private static Map<String, Object> needs(SessionSecrets.Needs needs) {
        List<Map<String, Object>> builders = needs.builders().stream()
                .map(build -> Map.<String, Object>of(
                        "name", build.name(), "type", build.type(), "keys", build.keys(), "ssh", build.ssh()))
                .toList();
        return Map.of("builders", builders, "variables", needs.variables());
    }
}
