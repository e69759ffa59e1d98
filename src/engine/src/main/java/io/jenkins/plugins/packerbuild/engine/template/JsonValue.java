package io.jenkins.plugins.packerbuild.engine.template;

import io.jenkins.plugins.packerbuild.engine.problem.SourcePosition;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A JSON value that knows where it stands. Immutable. */
sealed interface JsonValue {

    /** Where it begins. */
    SourcePosition position();

    /** What it is, for a sentence: {@code a text}, {@code a list}. */
    String kind();

    /** Whether a text in it, a name of a member too, is such. */
    default boolean anyText(Predicate<String> such) {
        return false;
    }

    /** A string. */
    record Text(String value, SourcePosition position) implements JsonValue {
        @Override
        public String kind() {
            return "a text";
        }

        @Override
        public boolean anyText(Predicate<String> such) {
            return such.test(value);
        }
    }

    /** A number, as it is written. */
    record Number(String literal, SourcePosition position) implements JsonValue {
        @Override
        public String kind() {
            return "a number";
        }
    }

    /** True or false. */
    record Flag(boolean value, SourcePosition position) implements JsonValue {
        @Override
        public String kind() {
            return "true or false";
        }
    }

    /** Null. */
    record Null(SourcePosition position) implements JsonValue {
        @Override
        public String kind() {
            return "null";
        }
    }

    /** An array. */
    record Items(List<JsonValue> values, SourcePosition position) implements JsonValue {

        /** Copies the list. */
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String kind() {
            return "a list";
        }

        @Override
        public boolean anyText(Predicate<String> such) {
            return values.stream().anyMatch(value -> value.anyText(such));
        }
    }

    /** An object; its members in the order of the file, the first of each name only. */
    record Members(List<Member> members, SourcePosition position) implements JsonValue {

        /** Copies the list. */
        public Members {
            members = List.copyOf(members);
        }

        @Override
        public String kind() {
            return "an object";
        }

        @Override
        public boolean anyText(Predicate<String> such) {
            return members.stream()
                    .anyMatch(
                            member -> such.test(member.key()) || member.value().anyText(such));
        }

        /** The member of that very name. */
        Optional<Member> member(String key) {
            return members.stream().filter(member -> member.key().equals(key)).findFirst();
        }

        /** The value of the member of that very name. */
        Optional<JsonValue> value(String key) {
            return member(key).map(Member::value);
        }
    }

    /**
     * One member of an object.
     *
     * @param key its name
     * @param keyPosition where the name stands
     * @param value its value
     */
    record Member(String key, SourcePosition keyPosition, JsonValue value) {}
}
