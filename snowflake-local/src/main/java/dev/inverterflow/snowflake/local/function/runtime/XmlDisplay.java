package dev.inverterflow.snowflake.local.function.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Objects that PARSE_XML made as XML text again, and the elements inside them. */
final class XmlDisplay {
    private static final String CONTENT = "$";
    private static final String NAME = "@";

    private final StringBuilder result = new StringBuilder();
    private final Layout layout;

    private XmlDisplay(Layout layout) {
        this.layout = layout;
    }

    private enum Layout {
        /** One item per line, indented by two blanks, as results show it. */
        LINES,
        /** Without blanks, as a cast to VARCHAR gives it. */
        COMPACT
    }

    /** Whether a value is an element of XML: an object with a content and a name, whoever made it. */
    static boolean isElement(String canonical) {
        if (!canonical.startsWith("{\"$\":")) {
            return false;
        }
        var name = new JsonReader(canonical).member(NAME);
        return name != null && JsonKind.of(name) == JsonKind.VARCHAR;
    }

    static String pretty(String element) {
        return new XmlDisplay(Layout.LINES).write(element);
    }

    static String compact(String element) {
        return new XmlDisplay(Layout.COMPACT).write(element);
    }

    /** An inner element by its name and its number among those of that name, from 0; null if there is none. */
    static @Nullable String inner(String value, String name, long instance) {
        if (!isElement(value)) {
            return null;
        }
        var quoted = JsonText.quote(name);
        return items(value).stream()
                .filter(item -> isElement(item) && quoted.equals(new JsonReader(item).member(NAME)))
                .skip(Math.max(0, instance))
                .findFirst()
                .filter(found -> instance >= 0)
                .orElse(null);
    }

    /** Text between tags. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private String write(String element) {
        write(element, 0);
        return result.toString();
    }

    private void write(String element, int depth) {
        var name = name(element);
        result.append('<').append(name);
        JsonReader.asWritten(element).eachMember((key, value) -> {
            if (key.startsWith("\"@") && !key.equals("\"@\"")) {
                result.append(' ')
                        .append(JsonText.unquote(key).substring(1))
                        .append("=\"")
                        .append(escaped(XmlScalar.text(value))
                                .replace("\"", "&quot;")
                                .replace("'", "&apos;"))
                        .append('"');
            }
        });
        result.append('>');
        var items = items(element);
        boolean inline = items.size() <= 1 && items.stream().noneMatch(XmlDisplay::isElement);
        for (var item : items) {
            line(inline, depth + 1);
            if (isElement(item)) {
                write(item, depth + 1);
            } else {
                result.append(escaped(XmlScalar.text(item)));
            }
        }
        line(inline, depth);
        result.append("</").append(name).append('>');
    }

    private void line(boolean inline, int depth) {
        if (!inline && layout == Layout.LINES) {
            result.append('\n').append("  ".repeat(depth));
        }
    }

    private static String name(String element) {
        return JsonText.unquote(String.valueOf(new JsonReader(element).member(NAME)));
    }

    /** The texts and elements of the content, with numbers as they were written. */
    private static List<String> items(String element) {
        var content = String.valueOf(JsonReader.asWritten(element).member(CONTENT));
        if (content.startsWith("[")) {
            return JsonReader.asWritten(content).elements();
        }
        return content.equals("\"\"") ? List.of() : List.of(content);
    }
}
