package dev.inverterflow.snowflake.local.command.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inverterflow.snowflake.local.ast.Inspection.ScopeKind;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.Inspection.ShowScope;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.catalog.Column;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.catalog.View;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SHOW COLUMNS; drivers read its columns by position. */
final class ColumnListing {

    static final List<ResultColumn> COLUMNS = List.of(
            ResultColumn.text("table_name"),
            ResultColumn.text("schema_name"),
            ResultColumn.text("column_name"),
            ResultColumn.text("data_type"),
            ResultColumn.text("null?"),
            ResultColumn.text("default"),
            ResultColumn.text("kind"),
            ResultColumn.text("expression"),
            ResultColumn.text("comment"),
            ResultColumn.text("database_name"),
            ResultColumn.text("autoincrement"),
            ResultColumn.text("schema_evolution_record"));

    private record Owner(ObjectName name, List<Column> columns) {}

    private record Owned(ObjectName table, Column column) {}

    private ColumnListing() {}

    static List<List<@Nullable String>> rows(Show statement, SessionContext session) {
        List<Owned> all = new ArrayList<>();
        for (Owner owner : owners(statement, session)) {
            owner.columns().forEach(column -> all.add(new Owned(owner.name(), column)));
        }
        return Shown.filter(statement, all, owned -> owned.column().name()).stream()
                .map(owned -> row(owned.table(), owned.column()))
                .toList();
    }

    private static List<Owner> owners(Show statement, SessionContext session) {
        ShowScope scope = statement.scope();
        QualifiedName one = scope == null || isContainer(scope.kind()) ? null : scope.name();
        if (one != null) {
            ObjectName name = session.resolve(one);
            return List.of(find(name, session).orElseThrow(() -> Errors.objectDoesNotExist("Table", name.toString())));
        }
        // LIKE is about columns here, so the tables are asked for without it.
        Show everything = new Show(statement.kind(), false, false, null, scope, null, null, null, statement.span());
        List<Owner> owners = new ArrayList<>();
        for (Table table : SchemaObjects.shown(everything, ObjectType.TABLE, session)) {
            owners.add(new Owner(table.name(), table.columns()));
        }
        for (View view : SchemaObjects.shown(everything, ObjectType.VIEW, session)) {
            owners.add(new Owner(view.name(), view.columns()));
        }
        return owners;
    }

    private static boolean isContainer(@Nullable ScopeKind kind) {
        return kind == ScopeKind.ACCOUNT || kind == ScopeKind.DATABASE || kind == ScopeKind.SCHEMA;
    }

    private static Optional<Owner> find(ObjectName name, SessionContext session) {
        return session.temporaryTables()
                .find(name)
                .or(() -> session.catalog().objects(ObjectType.TABLE).find(name))
                .map(table -> new Owner(name, table.columns()))
                .or(() -> session.find(ObjectType.VIEW, name).map(view -> new Owner(name, view.columns())));
    }

    private static List<@Nullable String> row(ObjectName table, Column column) {
        Column.Identity identity = column.identity();
        return Result.row(
                table.name(),
                table.schema(),
                column.name(),
                dataType(column),
                column.nullable() ? "true" : "NOT_NULL",
                column.defaultValue() == null
                        ? ""
                        : column.defaultValue().span().text(),
                "COLUMN",
                "",
                column.comment(),
                table.database(),
                identity == null
                        ? ""
                        : "IDENTITY START " + identity.start() + " INCREMENT " + identity.step() + " NOORDER",
                null);
    }

    private static String dataType(Column column) {
        SnowflakeType type = column.type();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", type.kind().name());
        switch (type.kind()) {
            case FIXED -> json.put("precision", type.precision()).put("scale", type.scale());
            case TEXT ->
                json.put("length", type.length())
                        .put("byteLength", Math.min(4L * type.length(), SnowflakeType.DEFAULT_TEXT_LENGTH));
            case BINARY -> json.put("length", type.length()).put("byteLength", type.length());
            case TIME, TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ ->
                json.put("precision", 0).put("scale", type.scale());
            case REAL, BOOLEAN, DATE, VARIANT, OBJECT, ARRAY, NULL -> {}
        }
        json.put("nullable", column.nullable());
        if (type.kind() == TypeKind.TEXT || type.kind() == TypeKind.BINARY) {
            json.put("fixed", type.kind() == TypeKind.BINARY);
        }
        return json.toString();
    }
}
