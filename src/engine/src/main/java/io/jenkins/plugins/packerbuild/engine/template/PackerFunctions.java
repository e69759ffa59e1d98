package io.jenkins.plugins.packerbuild.engine.template;

import static io.jenkins.plugins.packerbuild.engine.template.action.TextFunction.Parameter.TEXT;

import io.jenkins.plugins.packerbuild.engine.template.action.ActionException;
import io.jenkins.plugins.packerbuild.engine.template.action.TextFunction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The functions that Packer adds to Go's. */
final class PackerFunctions {

    private static final String AMAZON_NAME_CHARACTERS = "()[] ./-'@_";
    private static final String IN_COMPONENTS = "Use it in a builder, provisioner or post-processor.";

    /** Those that are known in every place, but have a value in some only. */
    private static final Map<String, TextFunction> ELSEWHERE = Map.of(
            "env",
            refusing(
                    "env vars are not allowed here",
                    "Declare a variable whose default is {{env `NAME`}}, and use {{user `name`}} here.",
                    TEXT),
            "vault",
            refusing(
                    "Vault vars are only allowed in the variables section",
                    "Declare a variable whose default is {{vault `path` `key`}}, and use {{user `name`}} here.",
                    TEXT,
                    TEXT),
            "consul_key",
            refusing(
                    "consul_key is not allowed here, only in the variables section",
                    "Declare a variable whose default is {{consul_key `key`}}, and use {{user `name`}} here.",
                    TEXT),
            "aws_secretsmanager",
            TextFunction.variadic(
                    refusal(
                            "AWS Secrets Manager is only allowed in the variables section",
                            "Declare a variable whose default is {{aws_secretsmanager `name`}}, and use {{user `name`}}"
                                    + " here."),
                    TEXT),
            "build_name",
            refusing("build_name not available", IN_COMPONENTS),
            "build_type",
            refusing("build_type not available", IN_COMPONENTS),
            "packer_version",
            refusing("packer_version not available", IN_COMPONENTS),
            "sed",
            refusing(
                    "template function `sed` is deprecated use `replace` or `replace_all` instead.Documentation:"
                            + " https://www.packer.io/docs/templates/engine",
                    "Write {{replace_all `old` `new` `text`}}.",
                    TEXT,
                    TEXT),
            "build",
            TextFunction.of(
                    (values, data) -> {
                        throw ActionException.of(
                                "Error validating build variable: the given variable " + values.get(0)
                                        + " will not be passed into your plugin",
                                "Use it in a provisioner or post-processor.");
                    },
                    TEXT));

    private PackerFunctions() {}

    private static TextFunction refusing(String words, String cure, TextFunction.Parameter... parameters) {
        return TextFunction.of(refusal(words, cure), parameters);
    }

    private static TextFunction.Body refusal(String words, String cure) {
        return (values, data) -> {
            throw ActionException.of(words, cure);
        };
    }

    /** Those that are there in every place, besides {@code user}. */
    static Map<String, TextFunction> everywhere(RunFacts facts) {
        Map<String, TextFunction> functions = new HashMap<>(ELSEWHERE);
        functions.putAll(TextFunctions.ALL);
        functions.put("timestamp", constant(Long.toString(facts.start().getEpochSecond())));
        functions.put("isotime", TextFunction.variadic((values, data) -> isotime(values, facts), TEXT));
        functions.put(
                "strftime",
                TextFunction.of((values, data) -> Strftime.format((String) values.get(0), facts.start()), TEXT));
        functions.put("uuid", TextFunction.of((values, data) -> uuid(facts)));
        functions.put("pwd", constant(facts.workingDirectory().toString()));
        functions.put("template_dir", constant(facts.templateDirectory().toString()));
        return functions;
    }

    /** One that always gives the same text. */
    static TextFunction constant(String text) {
        return TextFunction.of((values, data) -> text);
    }

    private static Object isotime(List<Object> values, RunFacts facts) {
        if (values.size() > 1) {
            throw ActionException.of(
                    "too many values, 1 needed: " + values.toString().replace(",", ""), "Write one layout.");
        }
        return GoTimeLayout.format(values.isEmpty() ? GoTimeLayout.RFC_3339 : (String) values.get(0), facts.start());
    }

    /** {@code clean_resource_name} of the amazon builders: byte by byte, as theirs. */
    static TextFunction cleanAmazonName() {
        return TextFunction.of((values, data) -> cleanAmazonName((String) values.get(0)), TEXT);
    }

    private static String cleanAmazonName(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        StringBuilder clean = new StringBuilder(bytes.length);
        for (byte one : bytes) {
            char c = (char) (one & 0xFF);
            boolean alphanumeric = c < 0x80 && Character.isLetterOrDigit(c);
            clean.append(alphanumeric || AMAZON_NAME_CHARACTERS.indexOf(c) >= 0 ? c : '-');
        }
        return clean.toString();
    }

    /** The first half is the time, as Packer's. */
    private static Object uuid(RunFacts facts) {
        UUID random = UUID.randomUUID();
        long low = random.getMostSignificantBits() & 0xFFFFFFFFL;
        return new UUID(facts.start().getEpochSecond() << 32 | low, random.getLeastSignificantBits()).toString();
    }
}
