package io.jenkins.plugins.packerbuild.engine.template;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.jenkins.plugins.packerbuild.engine.problem.BuildException;
import io.jenkins.plugins.packerbuild.engine.problem.Excerpt;
import io.jenkins.plugins.packerbuild.engine.problem.Problem;
import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words why a text is no JSON. */
final class JsonSyntax {

    private static final Pattern NO_VALUE = Pattern.compile("(?:Unrecognized|Non-standard) token '(?<token>[^']+)'");
    private static final int LONGEST_TOKEN = 30;

    private JsonSyntax() {}

    /** Something follows the end of the only value. */
    static BuildException trailing(SourcePosition position) {
        return new BuildException(Problem.of("The JSON text has ended, but something follows it.")
                .withCure(
                        "Remove what stands after the last closing bracket, or look for a bracket too many before it.")
                .at(position));
    }

    /** What Jackson found. */
    static BuildException explain(JsonProcessingException e, SourceText source) {
        if (e instanceof StreamConstraintsException) {
            return new BuildException(
                    Problem.of("The JSON text is nested deeper than " + JsonReader.DEEPEST
                                    + " levels, or one of its values is too long.")
                            .withCure("Simplify it: no template needs that much.")
                            .at(position(e, source)),
                    e);
        }
        if (e instanceof JsonEOFException) {
            return new BuildException(
                    Problem.of("The JSON text ends too early: a closing bracket or quote is missing"
                                    + ", the file may be truncated.")
                            .withCure("Close what is open, or fetch the file again.")
                            .at(source.end()),
                    e);
        }
        SourcePosition position = position(e, source);
        Matcher token = NO_VALUE.matcher(e.getOriginalMessage());
        if (token.find()) {
            return noValue(token.group("token"), position, source, e);
        }
        String words = e.getOriginalMessage().toLowerCase(Locale.ROOT);
        Problem problem = Problem.of("This is not valid JSON: " + what(words, source.at(position)) + ".")
                .withCure(cure(words, source, position))
                .at(position);
        return new BuildException(problem, e);
    }

    /** Jackson stands before or behind a word that is none of JSON's. */
    private static BuildException noValue(
            String token, SourcePosition near, SourceText source, JsonProcessingException e) {
        String line = source.before(near);
        boolean behind = line.endsWith(token);
        SourcePosition position = behind
                ? new SourcePosition(near.file(), near.line(), Math.max(1, near.column() - token.length()))
                : near;
        return new BuildException(
                Problem.of("This is not valid JSON: '" + token.substring(0, 1) + "' stands where a value is expected: '"
                                + Excerpt.of(token, LONGEST_TOKEN) + "' is none.")
                        .withCure("Write true, false, null, a number such as 0.5, or a text in double quotes.")
                        .at(position),
                e);
    }

    private static SourcePosition position(JsonProcessingException e, SourceText source) {
        JsonLocation location = e.getLocation();
        return location == null
                ? source.end()
                : new SourcePosition(source.file(), location.getLineNr(), location.getColumnNr());
    }

    private static String what(String words, String found) {
        String there = found.isEmpty() ? "the end of the text" : found;
        if (words.contains("double-quote to start field name")) {
            return there + " stands where a key in double quotes is expected";
        }
        if (words.contains("colon")) {
            return there + " stands where the colon after a key is expected";
        }
        if (words.contains("comma")) {
            return there + " stands where a comma or a closing bracket is expected";
        }
        if (words.contains("ctrl-char")) {
            return "a text runs over the end of its line, or holds a raw control character";
        }
        if (words.contains("escape")) {
            return there + " follows a backslash in a text, which is no escape that JSON has";
        }
        if (words.contains("expected '")) {
            return there + " stands where a comma or the other closing bracket is expected";
        }
        if (words.contains("close marker")) {
            return there + " closes a bracket that is not open";
        }
        return there + " stands where a value is expected";
    }

    private static String cure(String words, SourceText source, SourcePosition position) {
        if (words.contains("ctrl-char")) {
            return "Close the text on its line, and write \\n for a new line.";
        }
        if (words.contains("escape")) {
            return "Write \\\\ for a backslash.";
        }
        String found = source.at(position);
        if (source.before(position).endsWith(",") && (found.equals("']'") || found.equals("'}'"))) {
            return "Remove the comma before it.";
        }
        if (words.contains("comma")) {
            return "Look for a comma that is missing before it.";
        }
        if (found.equals("'/'") || found.equals("'#'")) {
            return "JSON has no comments: use a root key that starts with an underscore, such as \"_comment\".";
        }
        if (found.equals("'''")) {
            return "Use double quotes.";
        }
        return "Check the brackets, commas and quotes just before it.";
    }
}
