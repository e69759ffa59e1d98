package io.jenkins.plugins.packerbuild.engine.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads JSON values as the types that options have, as weakly as Packer's decoder does. Every method throws a
 * {@link Complaint} when the value cannot be read.
 *
 * @param texts renders the texts on the way
 */
record WeakTypes(OptionTexts texts) {

    private static final Pattern NUMBER =
            Pattern.compile("(?<sign>[-+]?)(?<prefix>0[xX]|0[oO]|0[bB]|0(?=\\d))?(?<digits>[0-9a-fA-F_]{1,40})");

    /** A text, a number as text, true as {@code 1}, false as {@code 0}. */
    String text(JsonValue value) {
        return rendered(value, "a text");
    }

    /** The same, rendered later. */
    Deferred deferred(JsonValue value) {
        return texts.defer(plain(value, "a text", Function.identity()), value.position());
    }

    private String rendered(JsonValue value, String expected) {
        return plain(value, expected, text -> texts.render(text, value.position()));
    }

    /** A text, number or flag as text, with its actions. */
    static String unrendered(JsonValue value) {
        return plain(value, "a text", Function.identity());
    }

    private static String plain(JsonValue value, String expected, Function<String, String> rendering) {
        if (value instanceof JsonValue.Text text) {
            return located(value, () -> rendering.apply(text.value()));
        }
        if (value instanceof JsonValue.Number number) {
            return shortest(number.literal());
        }
        if (value instanceof JsonValue.Flag flag) {
            return flag.value() ? "1" : "0";
        }
        if (value instanceof JsonValue.Null) {
            return "";
        }
        throw mustBe(expected, value);
    }

    /** Go prints a number that came from JSON in the shortest form without an exponent. */
    private static String shortest(String literal) {
        double number = Double.parseDouble(literal);
        if (!Double.isFinite(number) || Math.abs(number) > 1e300) {
            throw Complaint.of("must be a number of a sensible size, not " + literal, "Write a smaller one.");
        }
        return number == 0
                ? "0"
                : new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    /** True, false, their spellings in Go, or a number that is not zero. */
    boolean flag(JsonValue value) {
        if (value instanceof JsonValue.Flag flag) {
            return flag.value();
        }
        if (value instanceof JsonValue.Number number) {
            return Double.parseDouble(number.literal()) != 0;
        }
        String text = rendered(value, "true or false");
        return switch (text) {
            case "1", "t", "T", "TRUE", "true", "True" -> true;
            case "", "0", "f", "F", "FALSE", "false", "False" -> false;
            default -> throw Complaint.of("must be true or false, not '" + text + "'", "Write true or false.");
        };
    }

    /** A whole number, also as text and with the prefixes of Go ({@code 0x1f}). */
    int number(JsonValue value) {
        String text = rendered(value, "a whole number");
        var matcher = NUMBER.matcher(value instanceof JsonValue.Number ? text.replaceFirst("\\..*", "") : text);
        if (!matcher.matches()) {
            throw notWhole(text);
        }
        String prefix = matcher.group("prefix") == null ? "" : matcher.group("prefix");
        try {
            String digits = matcher.group("sign") + matcher.group("digits").replace("_", "");
            return new BigInteger(digits, radix(prefix)).intValueExact();
        } catch (NumberFormatException e) {
            throw notWhole(text);
        } catch (ArithmeticException e) {
            throw Complaint.of("must be a whole number below 2147483648, not " + text, "Write a smaller one.");
        }
    }

    private static int radix(String prefix) {
        return switch (prefix) {
            case "0x", "0X" -> 16;
            case "0b", "0B" -> 2;
            case "" -> 10;
            default -> 8;
        };
    }

    private static Complaint notWhole(String text) {
        return Complaint.of("must be a whole number, not '" + text + "'", "Write a number such as 22.");
    }

    /** A Go duration. */
    Duration duration(JsonValue value) {
        if (value instanceof JsonValue.Number number && !number.literal().equals("0")) {
            throw GoDuration.withoutUnit(number.literal());
        }
        return GoDuration.parse(rendered(value, "a duration"));
    }

    /** A list of texts; one text is split at its commas. */
    List<String> list(JsonValue value) {
        if (value instanceof JsonValue.Text) {
            return split(text(value));
        }
        return elements(value, this::text);
    }

    /** A list of texts that are rendered later; one text is split at its commas before. */
    List<Deferred> deferredList(JsonValue value) {
        if (value instanceof JsonValue.Text text) {
            return split(text.value()).stream()
                    .map(part -> located(value, () -> texts.defer(part, value.position())))
                    .toList();
        }
        return elements(value, this::deferred);
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }

    private static <T> List<T> elements(JsonValue value, Function<JsonValue, T> element) {
        if (value instanceof JsonValue.Members members) {
            if (members.members().isEmpty()) {
                return List.of();
            }
            throw mustBe("a list of texts", value);
        }
        List<JsonValue> values = value instanceof JsonValue.Items items ? items.values() : List.of(value);
        return values.stream()
                .map(item -> located(item, () -> element.apply(item)))
                .toList();
    }

    /** An object of texts. */
    Map<String, String> map(JsonValue value) {
        Map<String, String> map = new LinkedHashMap<>();
        for (JsonValue.Member member : members(value)) {
            String key = located(member.value(), () -> texts.render(member.key(), member.keyPosition()));
            map.put(key, located(member.value(), () -> text(member.value())));
        }
        return map;
    }

    /** An object of texts that are rendered later, keys and values. */
    List<Options.DeferredPair> deferredMap(JsonValue value) {
        return members(value).stream()
                .map(member -> located(
                        member.value(),
                        () -> new Options.DeferredPair(
                                texts.defer(member.key(), member.keyPosition()), deferred(member.value()))))
                .toList();
    }

    /** The members of an object, or of a list of objects one after another. */
    private static List<JsonValue.Member> members(JsonValue value) {
        List<JsonValue.Member> members = new ArrayList<>();
        for (JsonValue.Members object : objects(value)) {
            members.addAll(object.members());
        }
        return members;
    }

    /** An object, or a list of objects. */
    static List<JsonValue.Members> objects(JsonValue value) {
        List<JsonValue> values = value instanceof JsonValue.Items items ? items.values() : List.of(value);
        return values.stream().map(item -> located(item, () -> object(item))).toList();
    }

    /** One object. */
    static JsonValue.Members object(JsonValue value) {
        if (value instanceof JsonValue.Members members) {
            return members;
        }
        throw mustBe("an object", value);
    }

    private static Complaint mustBe(String expected, JsonValue value) {
        return Complaint.of("must be " + expected + ", not " + value.kind(), null)
                .at(value.position());
    }

    private static <T> T located(JsonValue value, Supplier<T> conversion) {
        try {
            return conversion.get();
        } catch (Complaint e) {
            throw e.at(value.position());
        }
    }
}
