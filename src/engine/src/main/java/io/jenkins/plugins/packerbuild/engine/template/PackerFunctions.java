package io.jenkins.plugins.packerbuild.engine.template;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The functions that Packer adds to Go's. */
final class PackerFunctions {

    private static final String AMAZON_NAME_CHARACTERS = "()[] ./-'@_";

    private PackerFunctions() {}

    /** Those that are there in every place, besides {@code user}. */
    static Map<String, TextFunction> everywhere(RunFacts facts) {
        Map<String, TextFunction> functions = new HashMap<>(BuiltinFunctions.ALL);
        functions.put("timestamp", (evaluation, arguments) -> {
            arguments.exactly(0);
            return Long.toString(facts.start().getEpochSecond());
        });
        functions.put("isotime", (evaluation, arguments) -> {
            boolean plain = arguments.between(0, 1).values().isEmpty();
            return GoTimeLayout.format(plain ? GoTimeLayout.RFC_3339 : arguments.text(0), facts.start());
        });
        functions.put(
                "strftime",
                (evaluation, arguments) -> Strftime.format(arguments.exactly(1).text(0), facts.start()));
        functions.put("uuid", (evaluation, arguments) -> uuid(arguments.exactly(0), facts));
        functions.put("pwd", constant(facts.workingDirectory().toString()));
        functions.put("template_dir", constant(facts.templateDirectory().toString()));
        functions.putAll(TEXT);
        return functions;
    }

    private static final Map<String, TextFunction> TEXT = Map.of(
            "upper", (evaluation, arguments) -> eachCharacter(arguments, Character::toUpperCase),
            "lower", (evaluation, arguments) -> eachCharacter(arguments, Character::toLowerCase),
            "split", (evaluation, arguments) -> split(arguments.exactly(3)),
            "replace", (evaluation, arguments) -> replace(arguments.exactly(4)),
            "replace_all",
                    (evaluation, arguments) ->
                            arguments.exactly(3).text(2).replace(arguments.text(0), arguments.text(1)));

    /** One that always gives the same text. */
    static TextFunction constant(String text) {
        return (evaluation, arguments) -> {
            arguments.exactly(0);
            return text;
        };
    }

    /** {@code clean_resource_name} of the amazon builders: byte by byte, as theirs. */
    static Object cleanAmazonName(Evaluation evaluation, Arguments arguments) {
        byte[] bytes = arguments.exactly(1).text(0).getBytes(StandardCharsets.UTF_8);
        StringBuilder clean = new StringBuilder(bytes.length);
        for (byte one : bytes) {
            char c = (char) (one & 0xFF);
            boolean alphanumeric = c < 0x80 && Character.isLetterOrDigit(c);
            clean.append(alphanumeric || AMAZON_NAME_CHARACTERS.indexOf(c) >= 0 ? c : '-');
        }
        return clean.toString();
    }

    /** {@code build}: a value that is known only while the build runs. */
    static Object build(Evaluation evaluation, Arguments arguments) {
        String name = arguments.exactly(1).text(0);
        Object value = evaluation.data().get(name);
        if (value != null) {
            return value;
        }
        if (evaluation.moment() == Evaluation.Moment.PREPARE) {
            throw Complaint.rendering(
                    "build `" + name + "` is known only while the build runs, and this text is needed before",
                    "Use it in the texts of a provisioner that are run on the machine.");
        }
        throw Complaint.rendering(
                "build `" + name + "` has no value here",
                NearestName.cure(
                        name,
                        evaluation.data().keySet().stream().map(String::valueOf).toList(),
                        "Remove it."));
    }

    /** The first half is the time, as Packer's. */
    private static Object uuid(Arguments arguments, RunFacts facts) {
        UUID random = UUID.randomUUID();
        long low = random.getMostSignificantBits() & 0xFFFFFFFFL;
        return new UUID(facts.start().getEpochSecond() << 32 | low, random.getLeastSignificantBits()).toString();
    }

    private static Object split(Arguments arguments) {
        String text = arguments.text(0);
        String separator = arguments.text(1);
        String[] parts = separator.isEmpty()
                ? text.codePoints().mapToObj(Character::toString).toArray(String[]::new)
                : text.split(Pattern.quote(separator), -1);
        long index = arguments.number(2);
        if (index < 0 || index >= parts.length) {
            throw Complaint.rendering(
                    "split of '" + text + "' at '" + separator + "' has " + parts.length + " parts, and no part "
                            + index,
                    "Count from 0.");
        }
        return parts[(int) index];
    }

    /** Go maps one character to one character: a German sharp s has no capital. */
    private static Object eachCharacter(Arguments arguments, IntUnaryOperator mapping) {
        return arguments
                .exactly(1)
                .text(0)
                .codePoints()
                .map(mapping)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** At most so many replacements, counted from the left; negative is all of them. */
    private static Object replace(Arguments arguments) {
        Pattern old = Pattern.compile(arguments.text(0), Pattern.LITERAL);
        String source = arguments.text(3);
        long most = arguments.number(2);
        StringBuilder output = new StringBuilder();
        Matcher matcher = old.matcher(source);
        int end = 0;
        for (long count = 0; count != most && matcher.find(); count++) {
            output.append(source, end, matcher.start()).append(arguments.text(1));
            end = matcher.end();
        }
        return output.append(source.substring(end)).toString();
    }
}
