package io.jenkins.plugins.packerbuild.engine.template.fix;

import io.jenkins.plugins.packerbuild.engine.template.TemplateTree;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Writes values as {@code packer fix} does, byte for byte: keys in order, two blanks for each level, numbers and escapes
 * as Go's encoder has them, but for the angle brackets. A number that a double cannot hold keeps all its digits.
 */
final class GoJson {

    private static final BigDecimal PLAIN_FROM = new BigDecimal("1e-6");
    private static final BigDecimal PLAIN_BELOW = new BigDecimal("1e21");

    private final StringBuilder out = new StringBuilder();

    private GoJson() {}

    /** With an end of line behind it. */
    static String write(Map<String, Object> root) {
        GoJson json = new GoJson();
        json.object(root, 1);
        return json.out.append('\n').toString();
    }

    private void value(Object value, int level) {
        if (value instanceof Map<?, ?> map) {
            object(map, level);
        } else if (value instanceof List<?> list) {
            list(list, level);
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof BigDecimal number) {
            out.append(number(number));
        } else {
            out.append(value == TemplateTree.Absent.NULL ? "null" : value);
        }
    }

    private void object(Map<?, ?> map, int level) {
        List<Map.Entry<?, ?>> members = new ArrayList<>(map.entrySet());
        members.sort((left, right) -> compareBytes((String) left.getKey(), (String) right.getKey()));
        begin('{', members);
        for (int i = 0; i < members.size(); i++) {
            item(i, level);
            text((String) members.get(i).getKey());
            out.append(": ");
            value(members.get(i).getValue(), level + 1);
        }
        end('}', members, level);
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
                boolean escaped = c < ' ' || c == '&' || c == '\u2028' || c == '\u2029';
                out.append(escaped ? String.format("\\u%04x", (int) c) : c);
            }
        }
    }

    private static String number(BigDecimal number) {
        BigDecimal size = number.abs();
        if (number.signum() == 0) {
            return "0";
        }
        if (size.compareTo(PLAIN_FROM) >= 0 && size.compareTo(PLAIN_BELOW) < 0) {
            return number.stripTrailingZeros().toPlainString();
        }
        BigDecimal stripped = number.stripTrailingZeros();
        String digits = stripped.unscaledValue().abs().toString();
        long exponent = (long) digits.length() - 1 - stripped.scale();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        String sign = exponent < 0 ? "-" : "+";
        return (number.signum() < 0 ? "-" : "") + mantissa + "e" + sign + Math.abs(exponent);
    }

    private static int compareBytes(String left, String right) {
        return Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
