package io.jenkins.plugins.packerbuild.engine.differential;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where we say the same with other words on purpose. Packer's words are a pattern, ours too; in ours, {@code $1} stands for
 * what Packer's first group has matched, letter by letter.
 */
final class Translations {

    private record Line(Pattern packer, String ours) {

        Line(String packer, String ours) {
            this(Pattern.compile(packer), ours);
        }

        boolean saidBy(String own, Matcher matched) {
            String pattern = ours;
            for (int i = 1; i <= matched.groupCount(); i++) {
                pattern = pattern.replace("$" + i, Pattern.quote(String.valueOf(matched.group(i))));
            }
            return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE)
                    .matcher(own)
                    .find();
        }
    }

    private static final List<Line> TABLE = List.of(
            // JSON: Go names a character and the state of its parser; we say what is expected, and line and column.
            new Line(
                    "Error parsing JSON: invalid character '(.*)' looking for beginning of value",
                    "'$1' stands where a"),
            new Line(
                    "Error parsing JSON: invalid character '(.*)' after object key:value pair",
                    "'$1' stands where a comma"),
            new Line("Error parsing JSON: invalid character '(.*)' after array element", "'$1' stands where a comma"),
            new Line(
                    "Error parsing JSON: invalid character '(.*)' looking for beginning of object key string",
                    "'$1' stands where a (key|value)"),
            new Line("Error parsing JSON: invalid character '(.*)' in string escape code", "'$1' follows a backslash"),
            new Line(
                    "Error parsing JSON: invalid character '.*' in string literal",
                    "a text runs over the end of its line"),
            new Line("Error parsing JSON: unexpected end of JSON input", "ends too early|file is empty"),
            new Line("Error parsing template: unexpected EOF", "ends too early"),
            // Our cure has today's key and value in place of a link.
            new Line("Deprecated configuration key: '(.*?)'.*", "Deprecated configuration key: '$1'"),
            // fix: where in the fixed template, and which value.
            new Line("This is usually caused by an error in the input template\\..*", "\\(fixed\\):\\d+:\\d+:"),
            new Line(
                    "Error fixing: ssh_private_ip is not a boolean, .*\"(.*)\".*",
                    "ssh_private_ip is not a boolean: its value is '$1'"),
            new Line(
                    "Error parsing JSON: invalid character '.*' in literal .*",
                    "stands where a value is expected: '.*' is none"),
            // The names of Go's types are not JSON's.
            new Line("'Push' expected a map, got '.*'", "'push' must be an object"),
            new Line(
                    "(provisioner \\d+): Error decoding provisioner: \\d+ error\\(s\\) decoding:",
                    "$1: error decoding"),
            new Line("post-processor (\\d+\\.\\d+): \\d+ error\\(s\\) decoding:", "post-processor $1: '"),
            new Line(
                    "'(Name|Type|Description|min_packer_version)' expected type 'string', got unconvertible type '.*?', value: .*",
                    "'$1' must be a text"),
            new Line("('keep_input_artifact' expected type 'bool', got unconvertible type '.*?'), value: '.*'", "$1"),
            new Line(
                    "Failed to cast root level comment value in comment (\".*\") to string.",
                    "comment $1 must be a text"),
            new Line(
                    "On Error Cleanup Provisioner error: .*: '' expected a map, got '.*'",
                    "error-cleanup-provisioner must be an object"),
            new Line("'Variables' expected a map, got '.*'", "'variables' must be an object"),
            new Line("Error decoding config: '' expected a map, got 'string'", "override of .* must be an object"),
            new Line("'' expected a map, got 'slice'", "must be a JSON object, not a list"),
            new Line("variable (\\S+): '' expected type 'string'.*", "Variable $1: expected a text or null, got"),
            new Line(
                    "Error reading variables in '(.*)': json: cannot unmarshal array .*",
                    "'$1' must hold a JSON object"),
            new Line(
                    "Error reading variables in '(.*)': json: cannot unmarshal .* of type string",
                    "in var-file '$1' must be"),
            new Line("Error reading variables in '(.*)': EOF", "$1:1:1: The file is empty"),
            // Go's template engine says where it was; we say file, line and column.
            new Line(
                    "(?:Error decoding config: )?(?:invalid|render) '(.*?)': template: \\w+:\\d+(?::\\d+)?: (?:executing \"\\w+\" at <.*?>: )?(.*) in:",
                    "'$1' .* cannot be rendered.*: $2"),
            new Line("template: \\w+:\\d+:\\d+: executing \"\\w+\" at <.*?>: (.*)", "cannot be rendered.*: $1"),
            new Line(
                    "error interpolating default value for '(.*?)': template: \\w+:\\d+: (.*)",
                    "Variable '$1' cannot be rendered.*: $2"),
            new Line(
                    "Failed to interpolate \"(.*?)\": .* (Error: variable not set: .*?): Please make sure .*",
                    "Variable '$1' cannot be rendered: .*$2"),
            new Line(".* function \"clean_(ami|image)_name\" not defined in:", "function \"clean_$1_name\" is gone"),
            new Line(
                    "(?:invalid|render) '(.*?)': template: .*: bad character .* ('.*') in:",
                    "'$1' .*: $2 has no meaning"),
            // What Go's converters say; we name the option, what it must be and what it is.
            new Line("cannot parse '(.*)' as int: .*", "Option '$1' of .* must be a whole number"),
            new Line("cannot parse '(.*)' as bool: .*", "Option '$1' of .* must be true or false"),
            new Line("error decoding '(.*)': time: .* duration .*", "Option '$1' of .* must be a duration"),
            new Line("'(.*)\\[\\d+\\]' expected a map, got '.*'", "Option '$1' of .* must be an object"),
            // We say first what could not be done with what.
            new Line("Post-processor failed: (.*)", "Post-processor failed: .*$1"),
            // Which file, once, is enough.
            new Line("\"(.*)\": stat .*: no such file or directory", "'$1': no such file or directory"),
            new Line("Error opening template: open (.*): no such file or directory", "'$1': no such file or directory"),
            new Line("open (.*): no such file or directory", "'$1': no such file or directory"),
            // The name, once, is enough.
            new Line(
                    "On Error Cleanup Provisioner error: Provisioner missing 'type'",
                    "Error-cleanup-provisioner: missing 'type'"),
            new Line("(provisioner \\d+): Provisioner missing 'type'", "$1: missing 'type'"),
            new Line("error initializing [a-z-]+ '.*': Unknown ([a-z-]+) (.*)", "Unknown $1 '$2'"),
            // Keys of 2013 get today's key beside them.
            new Line(
                    "unknown configuration key: '\"(api_key|client_id|event_delay|image_id|region_id|size_id)\"'",
                    "Option '$1' is retired"),
            // The cure is ours.
            new Line("(Deprecated configuration key: '.*')\\. Please call `packer fix`.*", "$1"),
            // We read templates up to a newer version than 1.6.6.
            new Line("(This template requires Packer version .* or higher); using 1.6.6", "$1"),
            new Line(
                    "min_version is invalid: Malformed version: (.*)",
                    "min_packer_version is invalid: '$1' is no version"),
            // Of which option and builder says more.
            new Line("(region|size|image) is required", "Option '$1' of builder '.*' is required"),
            new Line("target required", "Option 'target' of builder '.*' is required"),
            // We know the communicator, and name the option.
            new Line("a Username must be specified, .*", "An ssh_username must be specified"),
            new Line("(one authentication method must be specified), please reference .*", "$1"),
            // Packer adds a note on a default that nobody remembers.
            new Line("(An ssh_username must be specified) Note: .*", "$1"),
            // How to clean it is the cure.
            new Line("(AMIName should only contain .* underscores\\(_\\))\\. You can use .*", "$1"),
            // Which provisioner took too long, and how long it was given.
            new Line("Error executing script: .*", "Could not finish provisioner .* within its timeout of"),
            new Line("Please see output above for more information.*", "Look above why it takes so long"),
            // Nobody is there to answer, for whatever reason.
            new Line(
                    "Error asking for input: machine-readable UI can't ask",
                    "Error asking for input: no available tty"),
            // A name that is missing need not also be called too short.
            new Line("ami_name must be between 3 and 128 characters long", "ami_name must be specified"));

    private Translations() {}

    /** Whether one of our problems says the same as one of Packer's. */
    static boolean says(String own, String packer) {
        return TABLE.stream().anyMatch(line -> {
            Matcher matched = line.packer().matcher(packer);
            return matched.matches() && line.saidBy(own, matched);
        });
    }
}
