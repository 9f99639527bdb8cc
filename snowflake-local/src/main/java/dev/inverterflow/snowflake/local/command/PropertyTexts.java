package dev.inverterflow.snowflake.local.command;

import dev.inverterflow.snowflake.local.ast.Property;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.PropertyValue;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Properties as the catalog keeps them: upper-case names and plain texts. */
public final class PropertyTexts {

    /** How a list without values is kept. */
    public static final String EMPTY_LIST = "()";

    private static final String COMMENT = "COMMENT";

    private PropertyTexts() {}

    /** The comment, empty without one. */
    public static String comment(Properties properties) {
        return properties.text(COMMENT).orElse("");
    }

    /**
     * All properties but the comment and the left-out ones. A list becomes text with commas; what stands in parentheses
     * becomes several properties, {@code FILE_FORMAT = (TYPE = JSON)} one named {@code FILE_FORMAT.TYPE}.
     */
    public static Map<String, String> of(Properties properties, Set<String> leftOut) {
        Map<String, String> texts = new TreeMap<>();
        for (Property property : properties.all()) {
            if (!property.name().equals(COMMENT) && !leftOut.contains(property.name())) {
                add(texts, property.name(), property.value());
            }
        }
        return texts;
    }

    private static void add(Map<String, String> texts, String name, PropertyValue value) {
        if (value instanceof PropertyValue.Group group) {
            group.properties().all().forEach(inner -> add(texts, name + "." + inner.name(), inner.value()));
        } else if (value instanceof PropertyValue.Values list) {
            texts.put(name, text(list));
        } else {
            texts.put(name, text(value));
        }
    }

    /** A value as it is kept: a list with commas, so that one of a single empty text and one of none are told apart. */
    public static String text(PropertyValue value) {
        if (value instanceof PropertyValue.Values list) {
            return list.values().isEmpty()
                    ? EMPTY_LIST
                    : list.values().stream().map(PropertyTexts::text).collect(Collectors.joining(","));
        }
        return value.asText().orElseGet(value::toString);
    }
}
