package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.catalog.View;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.execution.EngineNames;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SHOW TABLES and SHOW OBJECTS; drivers read their columns by position. */
final class TableListing {

    static final List<ResultColumn> OBJECTS = List.of(
            Shown.time("created_on"),
            ResultColumn.text("name"),
            ResultColumn.text("database_name"),
            ResultColumn.text("schema_name"),
            ResultColumn.text("kind"),
            ResultColumn.text("comment"),
            ResultColumn.text("cluster_by"),
            ResultColumn.number("rows"),
            ResultColumn.number("bytes"),
            ResultColumn.text("owner"),
            ResultColumn.text("retention_time"),
            ResultColumn.text("owner_role_type"));

    static final List<ResultColumn> TABLES = List.of(
            Shown.time("created_on"),
            ResultColumn.text("name"),
            ResultColumn.text("database_name"),
            ResultColumn.text("schema_name"),
            ResultColumn.text("kind"),
            ResultColumn.text("comment"),
            ResultColumn.text("cluster_by"),
            ResultColumn.number("rows"),
            ResultColumn.number("bytes"),
            ResultColumn.text("owner"),
            ResultColumn.text("retention_time"),
            ResultColumn.text("automatic_clustering"),
            ResultColumn.text("change_tracking"),
            ResultColumn.text("is_external"),
            ResultColumn.text("owner_role_type"));

    private static final String RETENTION = "DATA_RETENTION_TIME_IN_DAYS";
    private static final String OFF = "OFF";

    List<List<@Nullable String>> tables(Show statement, SessionContext session) throws SQLException {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (Table table : SchemaObjects.shown(statement, ObjectType.TABLE, session)) {
            List<@Nullable String> row = new ArrayList<>(common(table, session));
            row.addAll(List.of(OFF, table.properties().getOrDefault("CHANGE_TRACKING", OFF), "N", "ROLE"));
            rows.add(row);
        }
        return rows;
    }

    List<List<@Nullable String>> objects(Show statement, SessionContext session) throws SQLException {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (Table table : SchemaObjects.shown(statement, ObjectType.TABLE, session)) {
            List<@Nullable String> row = new ArrayList<>(common(table, session));
            row.add("ROLE");
            rows.add(row);
        }
        for (View view : SchemaObjects.shown(statement, ObjectType.VIEW, session)) {
            rows.add(view(view));
        }
        rows.sort(Comparator.comparing(row -> String.valueOf(row.get(1))));
        return rows;
    }

    private static List<@Nullable String> common(Table table, SessionContext session) throws SQLException {
        return Result.row(
                Shown.time(table.createdOn()),
                table.name().name(),
                table.name().database(),
                table.name().schema(),
                table.kind().label(),
                table.comment(),
                "",
                String.valueOf(count(table, session)),
                "0",
                table.owner(),
                table.properties().getOrDefault(RETENTION, "1"));
    }

    private static List<@Nullable String> view(View view) {
        return Result.row(
                Shown.time(view.createdOn()),
                view.name().name(),
                view.name().database(),
                view.name().schema(),
                "VIEW",
                view.comment(),
                "",
                null,
                null,
                view.owner(),
                null,
                "ROLE");
    }

    private static long count(Table table, SessionContext session) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + EngineNames.table(table.name()))) {
            row.next();
            return row.getLong(1);
        }
    }
}
