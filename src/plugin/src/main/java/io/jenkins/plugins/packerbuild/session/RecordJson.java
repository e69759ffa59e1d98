package io.jenkins.plugins.packerbuild.session;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A session's record as JSON. */
final class RecordJson {

    private static final int MOST = 10_000;

    private RecordJson() {}

    static byte[] write(SessionRecord record) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", 1);
        fields.put("id", record.id());
        fields.put("run", record.run());
        fields.put("node", record.node());
        fields.put("directory", record.directory());
        fields.put("purpose", word(record.purpose()));
        fields.put("template", record.template());
        fields.put("phase", word(record.phase()));
        fields.put(
                "credentials",
                record.credentials().stream().map(RecordJson::fields).toList());
        return Json.file(fields);
    }

    /**
     * Reads it.
     *
     * @throws IOException when it is no record
     */
    static SessionRecord read(byte[] json) throws IOException {
        Fields fields = Json.read(json);
        try {
            List<SessionRecord.CredentialName> credentials = fields.objects("credentials", MOST).stream()
                    .map(RecordJson::credential)
                    .toList();
            return new SessionRecord(
                    fields.text("id", MOST),
                    fields.text("run", MOST),
                    fields.text("node", MOST),
                    fields.text("directory", MOST),
                    Purpose.valueOf(fields.text("purpose", MOST).toUpperCase(Locale.ROOT)),
                    fields.text("template", MOST),
                    Phase.valueOf(fields.text("phase", MOST).toUpperCase(Locale.ROOT)),
                    credentials);
        } catch (IllegalArgumentException e) {
            throw new IOException("it has an unknown purpose or phase", e);
        }
    }

    private static Map<String, Object> fields(SessionRecord.CredentialName name) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("variable", name.variable());
        fields.put("target", name.target());
        fields.put("credentialsId", name.credentialsId());
        fields.put("endpoint", name.endpoint());
        return fields;
    }

    private static SessionRecord.CredentialName credential(Fields fields) {
        return new SessionRecord.CredentialName(
                fields.flag("variable"),
                fields.text("target", MOST),
                fields.text("credentialsId", MOST),
                fields.text("endpoint", MOST));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
