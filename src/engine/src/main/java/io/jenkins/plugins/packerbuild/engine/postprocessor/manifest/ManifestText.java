package io.jenkins.plugins.packerbuild.engine.postprocessor.manifest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a manifest byte for byte as Packer does: two blanks for each level, escapes as Go has them. */
final class ManifestText {

    private final StringBuilder out = new StringBuilder();

    private ManifestText() {}

    static String of(Manifest manifest) {
        ManifestText text = new ManifestText();
        text.out.append("{\n  \"builds\": ");
        text.list(manifest.builds(), 2);
        text.out.append(",\n  \"last_run_uuid\": ");
        text.text(manifest.lastRunId());
        return text.out.append("\n}").toString();
    }

    private void value(@Nullable Object value, int level) {
        if (value instanceof Map<?, ?> map) {
            object(map, level);
        } else if (value instanceof List<?> list) {
            list(list, level);
        } else if (value instanceof String text) {
            text(text);
        } else {
            out.append(value);
        }
    }

    private void object(Map<?, ?> map, int level) {
        begin('{', map.values());
        int index = 0;
        for (Map.Entry<?, ?> member : map.entrySet()) {
            item(index++, level);
            text(String.valueOf(member.getKey()));
            out.append(": ");
            value(member.getValue(), level + 1);
        }
        end('}', map.values(), level);
    }

    private void list(List<?> list, int level) {
        begin('[', list);
        for (int i = 0; i < list.size(); i++) {
            item(i, level);
            value(list.get(i), level + 1);
        }
        end(']', list, level);
    }

    private void begin(char bracket, Collection<?> content) {
        out.append(bracket).append(content.isEmpty() ? "" : "\n");
    }

    private void item(int index, int level) {
        out.append(index == 0 ? "" : ",\n").append("  ".repeat(level));
    }

    private void end(char bracket, Collection<?> content, int level) {
        if (!content.isEmpty()) {
            out.append('\n').append("  ".repeat(level - 1));
        }
        out.append(bracket);
    }

    private void text(String text) {
        out.append('"');
        text.chars().forEach(c -> character((char) c));
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                boolean escaped = c < ' ' || "<>&\u2028\u2029".indexOf(c) >= 0;
                out.append(escaped ? String.format("\\u%04x", (int) c) : c);
            }
        }
    }
}
