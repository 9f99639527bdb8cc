package dev.inverterflow.snowflake.local.ast;

import dev.inverterflow.snowflake.local.error.Errors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code NAME = value} of a DDL statement, {@code NAME => value} of a stage in FROM. The parser refuses names that
 * the kind of object does not have; whether a value fits is for the one who reads it.
 *
 * @param name upper case
 */
public record Property(String name, PropertyValue value, Span span) {

    /** The properties of one statement, each name at most once. */
    public record Properties(List<Property> all) {
        /** Copies the list. */
        public Properties {
            all = List.copyOf(all);
        }

        /** No properties. */
        public static Properties none() {
            return new Properties(List.of());
        }

        /** The property of that upper-case name, or null. */
        public @Nullable Property find(String name) {
            for (Property property : all) {
                if (property.name.equals(name)) {
                    return property;
                }
            }
            return null;
        }

        /** Whether it was written. */
        public boolean has(String name) {
            return find(name) != null;
        }

        /**
         * Its value as text: a string, a word or name as written (unquoted words in upper case), a number, TRUE or
         * FALSE.
         *
         * @throws dev.inverterflow.snowflake.local.error.SnowflakeException 001008 if it is a list or a group
         */
        public Optional<String> text(String name) {
            return value(name)
                    .map(value -> value.asText().orElseThrow(() -> Errors.invalidValue(value.toString(), name)));
        }

        /**
         * Its value as TRUE or FALSE.
         *
         * @throws dev.inverterflow.snowflake.local.error.SnowflakeException 001008 if it is neither
         */
        public Optional<Boolean> flag(String name) {
            return value(name).map(value -> {
                if (value instanceof PropertyValue.Flag flag) {
                    return flag.value();
                }
                throw Errors.invalidValue(value.toString(), name);
            });
        }

        /**
         * Its value as a whole number.
         *
         * @throws dev.inverterflow.snowflake.local.error.SnowflakeException 001008 if it is none
         */
        public Optional<Long> number(String name) {
            return text(name).map(text -> {
                try {
                    return Long.valueOf(text);
                } catch (NumberFormatException e) {
                    throw Errors.invalidValue(text, name);
                }
            });
        }

        /**
         * Its value as a list of texts; one text counts as a list of one.
         *
         * @return empty if it was not written
         * @throws dev.inverterflow.snowflake.local.error.SnowflakeException 001008 if it is something else
         */
        public List<String> texts(String name) {
            Property property = find(name);
            if (property == null) {
                return List.of();
            }
            List<PropertyValue> values =
                    property.value instanceof PropertyValue.Values list ? list.values() : List.of(property.value);
            return values.stream()
                    .map(value -> value.asText().orElseThrow(() -> Errors.invalidValue(value.toString(), name)))
                    .toList();
        }

        /**
         * Its value as properties in parentheses.
         *
         * @return none if it was not written
         * @throws dev.inverterflow.snowflake.local.error.SnowflakeException 001008 if it is something else
         */
        public Properties group(String name) {
            Property property = find(name);
            if (property == null) {
                return none();
            }
            if (property.value instanceof PropertyValue.Group group) {
                return group.properties();
            }
            throw Errors.invalidValue(property.value.toString(), name);
        }

        /** The names with their values, for a look at all of them. */
        public Map<String, PropertyValue> asMap() {
            Map<String, PropertyValue> map = new HashMap<>();
            all.forEach(property -> map.put(property.name, property.value));
            return Map.copyOf(map);
        }

        private Optional<PropertyValue> value(String name) {
            Property property = find(name);
            return property == null ? Optional.empty() : Optional.of(property.value);
        }
    }
}
