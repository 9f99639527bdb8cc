package dev.inverterflow.snowflake.local.definition;

import dev.inverterflow.snowflake.local.catalog.Column;
import dev.inverterflow.snowflake.local.catalog.Constraint;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables as CREATE TABLE, keys after the columns as the documentation's example of a hybrid table has them. */
final class TableDefinition {
    /** What the catalog calls a key that nobody named. */
    private static final String UNNAMED = "SYS_CONSTRAINT_";

    private TableDefinition() {}

    static String text(Table table, String name) {
        String lines = Stream.concat(
                        table.columns().stream().map(TableDefinition::column),
                        table.constraints().stream().map(TableDefinition::constraint))
                .map(line -> "\t" + line)
                .collect(Collectors.joining(",\n"));
        return "create or replace " + kind(table) + "TABLE " + name + clusterKey(table) + "(\n" + lines + "\n)"
                + properties(table) + ";";
    }

    private static String kind(Table table) {
        return table.kind() == Table.Kind.PERMANENT ? "" : table.kind().label() + " ";
    }

    private static String clusterKey(Table table) {
        return table.clusterBy().isEmpty() ? " " : " cluster by " + table.clusterBy();
    }

    private static String column(Column column) {
        List<String> words = new ArrayList<>();
        words.add(Identifiers.quoteIfNeeded(column.name()));
        words.add(column.type().displayName());
        if (!column.nullable()) {
            words.add("NOT NULL");
        }
        Column.Identity identity = column.identity();
        if (identity != null) {
            words.add("autoincrement start " + identity.start() + " increment " + identity.step() + " noorder");
        } else if (column.defaultValue() != null) {
            words.add("DEFAULT " + column.defaultValue().span().text());
        }
        if (!column.comment().isEmpty()) {
            words.add("COMMENT " + Texts.literal(column.comment()));
        }
        return String.join(" ", words);
    }

    private static String constraint(Constraint constraint) {
        String named = constraint.name().startsWith(UNNAMED)
                ? ""
                : "constraint " + Identifiers.quoteIfNeeded(constraint.name()) + " ";
        String key = constraint.kind().label().toLowerCase(Locale.ROOT) + " " + columns(constraint.columns());
        ObjectName other = constraint.references();
        return named + key + (other == null ? "" : " references " + other + columns(constraint.referencedColumns()));
    }

    private static String columns(List<String> names) {
        return names.stream().map(Identifiers::quoteIfNeeded).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String properties(Table table) {
        Map<String, String> properties = new TreeMap<>(table.properties());
        String all = properties.entrySet().stream()
                .map(property -> property.getKey() + "=" + Texts.value(property.getValue()))
                .collect(Collectors.joining(" "));
        String comment = table.comment().isEmpty() ? "" : "COMMENT=" + Texts.literal(table.comment());
        String both = Stream.of(all, comment).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        return both.isEmpty() ? "" : both + "\n";
    }
}
