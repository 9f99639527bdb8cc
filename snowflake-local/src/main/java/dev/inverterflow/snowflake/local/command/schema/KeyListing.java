package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.Inspection.ScopeKind;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.Inspection.ShowScope;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SHOW PRIMARY KEYS and its like. Keys are recorded, not enforced; of foreign and unique keys nothing is kept. */
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
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (Table table : tables(statement, session)) {
            for (int index = 0; index < table.primaryKey().size(); index++) {
                rows.add(Result.row(
                        Shown.time(table.createdOn()),
                        table.name().database(),
                        table.name().schema(),
                        table.name().name(),
                        table.primaryKey().get(index),
                        String.valueOf(index + 1),
                        "SYS_CONSTRAINT_" + table.id(),
                        "false",
                        null));
            }
        }
        return rows;
    }

    List<List<@Nullable String>> none(Show statement, SessionContext session) {
        return List.of();
    }

    private static List<Table> tables(Show statement, SessionContext session) {
        ShowScope scope = statement.scope();
        if (scope != null && scope.kind() == ScopeKind.TABLE && scope.name() != null) {
            return List.of(TablePlace.of(scope.name(), session).require());
        }
        return SchemaObjects.shown(statement, ObjectType.TABLE, session);
    }
}
