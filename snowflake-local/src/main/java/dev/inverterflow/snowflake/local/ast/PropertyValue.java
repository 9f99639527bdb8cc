package dev.inverterflow.snowflake.local.ast;

import dev.inverterflow.snowflake.local.ast.Property.Properties;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The value of a {@link Property}. Its {@code toString} is how it is shown in messages. */
public sealed interface PropertyValue {
    /** Calls the method of its kind. */
    <R> R accept(Visitor<R> visitor);

    /** The value as one text; empty for lists and groups. */
    Optional<String> asText();

    /** {@code 'text'}. */
    record Text(String value) implements PropertyValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitText(this);
        }

        @Override
        public Optional<String> asText() {
            return Optional.of(value);
        }

        @Override
        public String toString() {
            return "'" + value + "'";
        }
    }

    /**
     * {@code 60} or {@code -1}.
     *
     * @param text as written, sign included
     */
    record Number(String text) implements PropertyValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNumber(this);
        }

        @Override
        public Optional<String> asText() {
            return Optional.of(text);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** {@code TRUE} or {@code FALSE}. */
    record Flag(boolean value) implements PropertyValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitFlag(this);
        }

        @Override
        public Optional<String> asText() {
            return Optional.of(toString());
        }

        @Override
        public String toString() {
            return value ? "TRUE" : "FALSE";
        }
    }

    /** A word or an object's name: {@code JSON}, {@code MY_DB.SC.MY_INTEGRATION}, {@code NULL}. */
    record Name(QualifiedName name) implements PropertyValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitName(this);
        }

        @Override
        public Optional<String> asText() {
            return Optional.of(name.size() == 1 ? name.last().name() : name.toString());
        }

        @Override
        public String toString() {
            return name.toString();
        }
    }

    /** {@code ('a', 'b')} or {@code ()}. */
    record Values(List<PropertyValue> values) implements PropertyValue {
        public Values {
            values = List.copyOf(values);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitValues(this);
        }

        @Override
        public Optional<String> asText() {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return values.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
        }
    }

    /** {@code (TYPE = JSON STRIP_OUTER_ARRAY = FALSE)}. */
    record Group(Properties properties) implements PropertyValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitGroup(this);
        }

        @Override
        public Optional<String> asText() {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return properties.all().stream()
                    .map(property -> property.name() + " = " + property.value())
                    .collect(Collectors.joining(" ", "(", ")"));
        }
    }

    /** One method per kind. */
    interface Visitor<R> {
        R visitText(Text text);

        R visitNumber(Number number);

        R visitFlag(Flag flag);

        R visitName(Name name);

        R visitValues(Values values);

        R visitGroup(Group group);
    }
}
