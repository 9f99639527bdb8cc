package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Call.Argument;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Literal.BooleanLiteral;
import dev.inverterflow.snowflake.local.ast.Literal.NullLiteral;
import dev.inverterflow.snowflake.local.ast.Literal.NumberLiteral;
import dev.inverterflow.snowflake.local.ast.Literal.StringLiteral;
import dev.inverterflow.snowflake.local.ast.Property;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.PropertyValue;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Reference.ColumnReference;
import dev.inverterflow.snowflake.local.ast.SelectItem;
import dev.inverterflow.snowflake.local.ast.Span;
import dev.inverterflow.snowflake.local.ast.TypeName;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tree as an s-expression: {@code (Kind component …)}. Names, types, numbers and texts are written as SQL
 * would; arguments and select items without a name are written as their expression; optional components, flags and
 * lists carry their name and are left out when absent, false or empty; spans are left out.
 */
final class TreePrinter {
    private TreePrinter() {}

    static String print(Object node) {
        if (node instanceof List<?> list) {
            return list.stream().map(TreePrinter::print).collect(Collectors.joining(" ", "[", "]"));
        }
        if (node instanceof String || node instanceof StringLiteral) {
            return "'" + (node instanceof StringLiteral literal ? literal.value() : node) + "'";
        }
        if (node instanceof ColumnReference column) {
            return column.parts().stream().map(Identifier::display).collect(Collectors.joining("."));
        }
        if (node instanceof NumberLiteral number) {
            return number.text();
        }
        if (node instanceof BooleanLiteral literal) {
            return literal.value() ? "TRUE" : "FALSE";
        }
        if (node instanceof NullLiteral) {
            return "NULL";
        }
        if (node instanceof Argument argument && argument.name() == null) {
            return print(argument.value());
        }
        if (node instanceof SelectItem item && item.alias() == null) {
            return print(item.expression());
        }
        if (node instanceof Properties properties) {
            return properties.all().stream().map(TreePrinter::print).collect(Collectors.joining(" ", "{", "}"));
        }
        if (node instanceof Property property) {
            return property.name() + "=" + property.value();
        }
        boolean printsItself = node instanceof Identifier
                || node instanceof QualifiedName
                || node instanceof TypeName
                || node instanceof PropertyValue;
        return node instanceof Record tree && !printsItself ? record(tree) : node.toString();
    }

    private static String record(Record tree) {
        List<String> parts = new ArrayList<>();
        parts.add(tree.getClass().getSimpleName());
        for (RecordComponent component : tree.getClass().getRecordComponents()) {
            Object value = value(tree, component);
            if (component.getType() == Span.class || isAbsent(value)) {
                continue;
            }
            if (component.getType() != boolean.class) {
                parts.add((isNamed(component) ? component.getName() + "=" : "") + print(value));
            } else if (value.equals(true)) {
                parts.add(component.getName());
            }
        }
        return String.join(" ", parts).transform(text -> "(" + text + ")");
    }

    private static boolean isNamed(RecordComponent component) {
        return component.getType() == List.class || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isAbsent(@Nullable Object value) {
        return value == null
                || value instanceof List<?> list && list.isEmpty()
                || value instanceof Properties properties && properties.all().isEmpty();
    }

    private static @Nullable Object value(Record tree, RecordComponent component) {
        try {
            return component.getAccessor().invoke(tree);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("cannot read " + component, e);
        }
    }
}
