package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.catalog.View;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.ShowFilter;
import dev.inverterflow.snowflake.local.execution.TableBytes;
import java.sql.SQLException;
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
            ResultColumn.text("owner_role_type"),
            ResultColumn.text("budget"),
            ResultColumn.text("is_hybrid"),
            ResultColumn.text("is_dynamic"),
            ResultColumn.text("is_iceberg"));

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
            ResultColumn.text("search_optimization"),
            ResultColumn.number("search_optimization_progress"),
            ResultColumn.number("search_optimization_bytes"),
            ResultColumn.text("is_external"),
            ResultColumn.text("enable_schema_evolution"),
            ResultColumn.text("owner_role_type"),
            ResultColumn.text("is_event"),
            ResultColumn.text("is_hybrid"),
            ResultColumn.text("is_iceberg"),
            ResultColumn.text("is_immutable"));

    private static final String ON = "ON";
    private static final String OFF = "OFF";
    private static final String NO = "N";

    private final TableBytes bytes;

    TableListing(TableBytes bytes) {
        this.bytes = bytes;
    }

    List<List<@Nullable String>> tables(Show statement, SessionContext session) throws SQLException {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (Table table : SchemaObjects.shown(statement, ObjectType.TABLE, session)) {
            List<@Nullable String> row = new ArrayList<>(common(table, session));
            boolean tracked = Boolean.parseBoolean(table.properties().get("CHANGE_TRACKING"));
            row.addAll(Result.row(
                    table.clusterBy().isEmpty() ? OFF : ON,
                    tracked ? ON : OFF,
                    OFF,
                    null,
                    null,
                    NO,
                    NO,
                    "ROLE",
                    NO,
                    NO,
                    NO,
                    NO));
            rows.add(row);
        }
        return rows;
    }

    List<List<@Nullable String>> objects(Show statement, SessionContext session) throws SQLException {
        // LIMIT counts tables and views together.
        Show unlimited = new Show(
                statement.kind(),
                statement.terse(),
                statement.history(),
                statement.like(),
                statement.scope(),
                statement.startsWith(),
                null,
                null,
                statement.span());
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (Table table : SchemaObjects.shown(unlimited, ObjectType.TABLE, session)) {
            List<@Nullable String> row = new ArrayList<>(common(table, session));
            row.addAll(Result.row("ROLE", null, NO, NO, NO));
            rows.add(row);
        }
        for (View view : SchemaObjects.shown(unlimited, ObjectType.VIEW, session)) {
            rows.add(view(view));
        }
        rows.sort(Comparator.comparing((List<@Nullable String> row) -> String.valueOf(row.get(2)))
                .thenComparing(row -> String.valueOf(row.get(3)))
                .thenComparing(row -> String.valueOf(row.get(1))));
        return ShowFilter.filter(statement, rows, row -> String.valueOf(row.get(1)));
    }

    private List<@Nullable String> common(Table table, SessionContext session) throws SQLException {
        TablePlace place = TablePlace.of(table, session);
        return Result.row(
                Shown.time(table.createdOn()),
                table.name().name(),
                table.name().database(),
                table.name().schema(),
                table.kind().label(),
                table.comment(),
                table.clusterBy(),
                String.valueOf(EngineDdl.rows(place.engineName(), session)),
                String.valueOf(bytes.of(table, place.engineName())),
                table.owner(),
                table.properties().getOrDefault(ContainerProperties.RETENTION, "1"));
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
                "ROLE",
                null,
                NO,
                NO,
                NO);
    }
}
