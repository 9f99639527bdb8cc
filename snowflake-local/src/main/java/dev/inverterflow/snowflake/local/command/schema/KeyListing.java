package dev.inverterflow.snowflake.local.command.schema;

import static java.util.Objects.requireNonNull;

import dev.inverterflow.snowflake.local.ast.Inspection.ScopeKind;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.Inspection.ShowScope;
import dev.inverterflow.snowflake.local.catalog.Constraint;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** SHOW PRIMARY KEYS and its like. Keys are recorded, not enforced. */
final class KeyListing {

    static final List<ResultColumn> PRIMARY_KEYS = List.of(
            Shown.time("created_on"),
            ResultColumn.text("database_name"),
            ResultColumn.text("schema_name"),
            ResultColumn.text("table_name"),
            ResultColumn.text("column_name"),
            ResultColumn.number("key_sequence"),
            ResultColumn.text("constraint_name"),
            ResultColumn.text("rely"),
            ResultColumn.text("comment"));

    static final List<ResultColumn> FOREIGN_KEYS = List.of(
            Shown.time("created_on"),
            ResultColumn.text("pk_database_name"),
            ResultColumn.text("pk_schema_name"),
            ResultColumn.text("pk_table_name"),
            ResultColumn.text("pk_column_name"),
            ResultColumn.text("fk_database_name"),
            ResultColumn.text("fk_schema_name"),
            ResultColumn.text("fk_table_name"),
            ResultColumn.text("fk_column_name"),
            ResultColumn.number("key_sequence"),
            ResultColumn.text("update_rule"),
            ResultColumn.text("delete_rule"),
            ResultColumn.text("fk_name"),
            ResultColumn.text("pk_name"),
            ResultColumn.text("deferrability"),
            ResultColumn.text("rely"),
            ResultColumn.text("comment"));

    List<List<@Nullable String>> primaryKeys(Show statement, SessionContext session) {
        return keys(Constraint.Kind.PRIMARY_KEY, statement, session);
    }

    List<List<@Nullable String>> uniqueKeys(Show statement, SessionContext session) {
        return keys(Constraint.Kind.UNIQUE, statement, session);
    }

    /** The foreign keys of the tables in the scope. */
    List<List<@Nullable String>> importedKeys(Show statement, SessionContext session) {
        Set<ObjectName> scope = names(statement, session);
        return foreignKeys(session, key -> scope.contains(key.table().name()));
    }

    /** The foreign keys that refer to the tables in the scope. */
    List<List<@Nullable String>> exportedKeys(Show statement, SessionContext session) {
        Set<ObjectName> scope = names(statement, session);
        return foreignKeys(session, key -> scope.contains(key.referenced()));
    }

    private static List<List<@Nullable String>> keys(Constraint.Kind kind, Show statement, SessionContext session) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (Table table : tables(statement, session)) {
            for (Constraint constraint : table.constraints(kind)) {
                for (int index = 0; index < constraint.columns().size(); index++) {
                    rows.add(Result.row(
                            Shown.time(table.createdOn()),
                            table.name().database(),
                            table.name().schema(),
                            table.name().name(),
                            constraint.columns().get(index),
                            String.valueOf(index + 1),
                            constraint.name(),
                            "false",
                            null));
                }
            }
        }
        return rows;
    }

    private record ForeignKey(Table table, Constraint constraint, ObjectName referenced) {}

    private static List<List<@Nullable String>> foreignKeys(SessionContext session, Predicate<ForeignKey> wanted) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (Table table : session.catalog().objects(ObjectType.TABLE).all()) {
            for (Constraint constraint : table.constraints(Constraint.Kind.FOREIGN_KEY)) {
                ObjectName referenced = requireNonNull(constraint.references(), "references");
                ForeignKey key = new ForeignKey(table, constraint, referenced);
                if (wanted.test(key)) {
                    addRows(rows, key, session);
                }
            }
        }
        return rows;
    }

    private static void addRows(List<List<@Nullable String>> rows, ForeignKey key, SessionContext session) {
        List<String> columns = key.constraint().columns();
        List<String> referenced = key.constraint().referencedColumns();
        for (int index = 0; index < columns.size(); index++) {
            rows.add(Result.row(
                    Shown.time(key.table().createdOn()),
                    key.referenced().database(),
                    key.referenced().schema(),
                    key.referenced().name(),
                    index < referenced.size() ? referenced.get(index) : null,
                    key.table().name().database(),
                    key.table().name().schema(),
                    key.table().name().name(),
                    columns.get(index),
                    String.valueOf(index + 1),
                    "NO ACTION",
                    "NO ACTION",
                    key.constraint().name(),
                    keyName(key, session),
                    "NOT DEFERRABLE",
                    "false",
                    null));
        }
    }

    /** The key of the other table with just the columns that are referred to. */
    private static @Nullable String keyName(ForeignKey key, SessionContext session) {
        return session.catalog()
                .objects(ObjectType.TABLE)
                .find(key.referenced())
                .flatMap(table -> Stream.of(Constraint.Kind.PRIMARY_KEY, Constraint.Kind.UNIQUE)
                        .flatMap(kind -> table.constraints(kind).stream())
                        .filter(other -> other.columns().equals(key.constraint().referencedColumns()))
                        .findFirst())
                .map(Constraint::name)
                .orElse(null);
    }

    private static Set<ObjectName> names(Show statement, SessionContext session) {
        return tables(statement, session).stream().map(Table::name).collect(Collectors.toSet());
    }

    private static List<Table> tables(Show statement, SessionContext session) {
        ShowScope scope = statement.scope();
        if (scope != null && scope.kind() == ScopeKind.TABLE && scope.name() != null) {
            return List.of(TablePlace.of(scope.name(), session).require());
        }
        return SchemaObjects.shown(statement, ObjectType.TABLE, session);
    }
}
