package io.jenkins.plugins.packerbuild.engine.template.action;

import static io.jenkins.plugins.packerbuild.engine.template.action.TextFunction.Parameter.ANY;
import static io.jenkins.plugins.packerbuild.engine.template.action.TextFunction.Parameter.TEXT;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The functions that Go's text/template has by itself. */
final class Builtins {

    /** The first value that is not true, or the last; {@link Call} evaluates no further than that. */
    static final TextFunction AND = TextFunction.variadic((values, data) -> values.get(0), ANY, ANY);

    /** The first value that is true, or the last. */
    static final TextFunction OR = TextFunction.variadic((values, data) -> values.get(0), ANY, ANY);

    /** By name. */
    static final Map<String, TextFunction> ALL = Map.ofEntries(
            Map.entry("and", AND),
            Map.entry("or", OR),
            Map.entry("not", TextFunction.of((values, data) -> !GoValues.isTrue(values.get(0)), ANY)),
            Map.entry("eq", TextFunction.variadic((values, data) -> GoComparison.equal(values), ANY, ANY)),
            Map.entry("ne", TextFunction.of((values, data) -> !GoComparison.equal(values), ANY, ANY)),
            Map.entry("lt", comparing(order -> order < 0)),
            Map.entry("le", comparing(order -> order <= 0)),
            Map.entry("gt", comparing(order -> order > 0)),
            Map.entry("ge", comparing(order -> order >= 0)),
            Map.entry("len", TextFunction.of((values, data) -> length(values.get(0)), ANY)),
            Map.entry("index", TextFunction.variadic((values, data) -> GoIndexing.index(values, data), ANY, ANY)),
            Map.entry("slice", TextFunction.variadic((values, data) -> GoIndexing.slice(values), ANY, ANY)),
            Map.entry("print", TextFunction.variadic((values, data) -> GoPrintf.print(values), ANY)),
            Map.entry("println", TextFunction.variadic((values, data) -> GoPrintf.printLine(values), ANY)),
            Map.entry(
                    "printf",
                    TextFunction.variadic(
                            (values, data) ->
                                    new GoPrintf((String) values.get(0), values.subList(1, values.size())).format(),
                            ANY,
                            TEXT)),
            Map.entry("html", TextFunction.variadic((values, data) -> GoEscapes.html(joined(values)), ANY)),
            Map.entry("js", TextFunction.variadic((values, data) -> GoEscapes.javaScript(joined(values)), ANY)),
            Map.entry("urlquery", TextFunction.variadic((values, data) -> GoEscapes.urlQuery(joined(values)), ANY)),
            Map.entry("call", TextFunction.variadic((values, data) -> call(values.get(0)), ANY, ANY)));

    private Builtins() {}

    private static TextFunction comparing(GoComparison.Wanted wanted) {
        return TextFunction.of((values, data) -> GoComparison.ordered(values, wanted), ANY, ANY);
    }

    private static Object length(Object value) {
        if (value instanceof String text) {
            return (long) text.getBytes(StandardCharsets.UTF_8).length;
        }
        if (value instanceof Map<?, ?> map) {
            return (long) map.size();
        }
        if (value instanceof List<?> list) {
            return (long) list.size();
        }
        throw ActionException.of(
                value == Nil.NIL
                        ? "reflect: call of reflect.Value.Type on zero Value: there is nothing to measure"
                        : "len of type " + GoValues.type(value),
                "Measure texts, lists or maps.");
    }

    /** No function is ever the value of something. */
    private static Object call(Object value) {
        throw ActionException.of(
                value == Nil.NIL ? "call of nil" : "non-function of type " + GoValues.type(value),
                "Write the function itself: {{upper `a`}}.");
    }

    /** Several values as one text, as {@code print} does. */
    private static String joined(List<Object> values) {
        return GoPrintf.print(values.stream()
                .map(value -> value == Nil.NIL ? "<no value>" : value)
                .toList());
    }
}
