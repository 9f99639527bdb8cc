package dev.inverterflow.snowflake.local.function.runtime;

import dev.inverterflow.snowflake.local.error.Errors;
import java.util.regex.Pattern;

/**
 * TO_XML: elements of XML as they are, other values in tags that tell their types.
 *
 * <p>Source: docs.snowflake.com/en/sql-reference/functions/to_xml. What it says nothing about is refused.
 */
final class XmlTags {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");

    private final StringBuilder result = new StringBuilder();

    private XmlTags() {}

    static String of(String canonical) {
        if (XmlDisplay.isElement(canonical)) {
            return XmlDisplay.compact(canonical);
        }
        var tags = new XmlTags();
        tags.write("SnowflakeData", canonical);
        return tags.result.toString();
    }

    private void write(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw Errors.notSupported("TO_XML of the key '" + name + "', which is no name of XML");
        }
        var kind = JsonKind.of(value);
        result.append('<').append(name).append(" type=\"").append(kind).append("\">");
        switch (kind) {
            case OBJECT -> {
                if (XmlDisplay.isElement(value)) {
                    throw Errors.notSupported("TO_XML of XML inside another value");
                }
                new JsonReader(value).members().forEach(this::write);
            }
            case ARRAY -> new JsonReader(value).elements().forEach(element -> write("e", element));
            case NULL_VALUE, UNDEFINED -> throw Errors.notSupported("TO_XML of a null inside a value");
            default -> result.append(XmlDisplay.escaped(XmlScalar.text(value)));
        }
        result.append("</").append(name).append('>');
    }
}
