package io.jenkins.plugins.packerbuild.simulator.ec2;

import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Writes XML as EC2 answers with. */
final class Xml {

    private final StringBuilder out;

    private Xml(StringBuilder out) {
        this.out = out;
    }

    /** A document with one root element. */
    static String document(String root, String namespace, Consumer<Xml> content) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<").append(root);
        if (!namespace.isEmpty()) {
            out.append(" xmlns=\"").append(namespace).append('"');
        }
        out.append('>');
        content.accept(new Xml(out));
        return out.append("</").append(root).append('>').toString();
    }

    /** An element with text. */
    Xml text(String name, Object value) {
        out.append('<').append(name).append('>');
        escape(value.toString());
        out.append("</").append(name).append('>');
        return this;
    }

    /** An element with text, left out if that is empty. */
    Xml textIfAny(String name, String value) {
        return value.isEmpty() ? this : text(name, value);
    }

    /** An element with elements. */
    Xml element(String name, Consumer<Xml> content) {
        out.append('<').append(name).append('>');
        content.accept(this);
        out.append("</").append(name).append('>');
        return this;
    }

    /** An element with an {@code item} for each thing. */
    <T> Xml list(String name, Collection<T> things, BiConsumer<Xml, T> content) {
        return list(name, "item", things, content);
    }

    /** An element with an element of that name for each thing. */
    <T> Xml list(String name, String item, Collection<T> things, BiConsumer<Xml, T> content) {
        return element(name, xml -> things.forEach(thing -> xml.element(item, it -> content.accept(it, thing))));
    }

    Xml tags(Map<String, String> tags) {
        return list(
                "tagSet",
                tags.entrySet(),
                (xml, tag) -> xml.text("key", tag.getKey()).text("value", tag.getValue()));
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\n', '\r', '\t' -> out.append("&#").append((int) c).append(';');
                default -> out.append(c < ' ' ? '?' : c);
            }
        }
    }
}
