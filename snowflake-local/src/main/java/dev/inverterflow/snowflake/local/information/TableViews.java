package dev.inverterflow.snowflake.local.information;

import dev.inverterflow.snowflake.local.catalog.Column;
import dev.inverterflow.snowflake.local.catalog.Constraint;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.SchemaObject;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.catalog.View;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.execution.TableBytes;
import dev.inverterflow.snowflake.local.type.Collation;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * TABLES, VIEWS, COLUMNS and TABLE_CONSTRAINTS.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/info-schema/columns">COLUMNS view</a>
 */
final class TableViews {

    private static final String NO = "NO";
    private static final String YES = "YES";
    private static final int RADIX = 10;
    /** Of one character in UTF-8, at most. */
    private static final long BYTES = 4;

    /** A column with the table or view it is of. */
    private record Placed(ObjectName of, Column column, int position) {}

    /** A constraint with its table. */
    private record Keyed(Table table, Constraint constraint) {}

    private TableViews() {}

    static List<InformationView> all(TableBytes bytes) {
        return List.of(tables(bytes), views(), columns(), constraints());
    }

    private static InformationView tables(TableBytes bytes) {
        return InformationView.<SchemaObject>of("TABLES", TableViews::tablesAndViews)
                .text("TABLE_CATALOG", (object, look) -> object.name().database())
                .text("TABLE_SCHEMA", (object, look) -> object.name().schema())
                .text("TABLE_NAME", (object, look) -> object.name().name())
                .text("TABLE_OWNER", (object, look) -> object.owner())
                .text("TABLE_TYPE", (object, look) -> type(object))
                .text("IS_TRANSIENT", (object, look) -> yes(isKind(object, Table.Kind.TRANSIENT)))
                .text("CLUSTERING_KEY", (object, look) -> clusteringKey(object))
                .number(
                        "ROW_COUNT",
                        (object, look) -> object instanceof Table table ? TableRows.count(table, look) : null)
                .number(
                        "BYTES",
                        (object, look) -> object instanceof Table table
                                ? String.valueOf(bytes.of(table, TableRows.engineName(table, look)))
                                : null)
                .text(
                        "RETENTION_TIME",
                        (object, look) -> object instanceof Table table
                                ? table.properties().getOrDefault("DATA_RETENTION_TIME_IN_DAYS", "1")
                                : null)
                .empty("SELF_REFERENCING_COLUMN_NAME")
                .empty("REFERENCE_GENERATION")
                .empty("USER_DEFINED_TYPE_CATALOG")
                .empty("USER_DEFINED_TYPE_SCHEMA")
                .empty("USER_DEFINED_TYPE_NAME")
                .text("IS_INSERTABLE_INTO", (object, look) -> yes(object instanceof Table))
                .text("IS_TYPED", YES)
                .empty("COMMIT_ACTION")
                .time("CREATED", (object, look) -> Shown.time(object.createdOn()))
                .time("LAST_ALTERED", (object, look) -> Shown.time(object.createdOn()))
                .time("LAST_DDL", (object, look) -> Shown.time(object.createdOn()))
                .empty("LAST_DDL_BY")
                .text("AUTO_CLUSTERING_ON", (object, look) -> yes(clusteringKey(object) != null))
                .text("COMMENT", (object, look) -> comment(object.comment()))
                .text("IS_TEMPORARY", (object, look) -> yes(isTemporary(object)))
                .text("IS_ICEBERG", NO)
                .text("IS_DYNAMIC", NO)
                .text("IS_IMMUTABLE", NO)
                .build();
    }

    private static InformationView views() {
        return InformationView.<View>of("VIEWS", look -> look.objects(ObjectType.VIEW))
                .text("TABLE_CATALOG", (view, look) -> view.name().database())
                .text("TABLE_SCHEMA", (view, look) -> view.name().schema())
                .text("TABLE_NAME", (view, look) -> view.name().name())
                .text("TABLE_OWNER", (view, look) -> view.owner())
                .text(
                        "VIEW_DEFINITION",
                        (view, look) ->
                                view.kind().secure() && !look.session().access().owns(view) ? null : view.text())
                .text("CHECK_OPTION", "NONE")
                .text("IS_UPDATABLE", NO)
                .text("INSERTABLE_INTO", NO)
                .text("IS_SECURE", (view, look) -> yes(view.kind().secure()))
                .time("CREATED", (view, look) -> Shown.time(view.createdOn()))
                .time("LAST_ALTERED", (view, look) -> Shown.time(view.createdOn()))
                .time("LAST_DDL", (view, look) -> Shown.time(view.createdOn()))
                .empty("LAST_DDL_BY")
                .text("COMMENT", (view, look) -> comment(view.comment()))
                .build();
    }

    private static @Nullable String collation(SnowflakeType type) {
        Collation collation = type.collation();
        return collation == null ? null : collation.specification();
    }

    private static InformationView columns() {
        return InformationView.<Placed>of("COLUMNS", TableViews::placed)
                .text("TABLE_CATALOG", (column, look) -> column.of().database())
                .text("TABLE_SCHEMA", (column, look) -> column.of().schema())
                .text("TABLE_NAME", (column, look) -> column.of().name())
                .text("COLUMN_NAME", (column, look) -> column.column().name())
                .number("ORDINAL_POSITION", (column, look) -> String.valueOf(column.position()))
                .text("COLUMN_DEFAULT", (column, look) -> defaultText(column.column()))
                .text("IS_NULLABLE", (column, look) -> yes(column.column().nullable()))
                .text("DATA_TYPE", (column, look) -> dataType(column.column().type()))
                .number("CHARACTER_MAXIMUM_LENGTH", (column, look) -> length(column.column()))
                .number("CHARACTER_OCTET_LENGTH", (column, look) -> bytes(column.column()))
                .number("NUMERIC_PRECISION", (column, look) -> number(column.column(), SnowflakeType::precision))
                .number("NUMERIC_PRECISION_RADIX", (column, look) -> number(column.column(), type -> RADIX))
                .number("NUMERIC_SCALE", (column, look) -> number(column.column(), SnowflakeType::scale))
                .number(
                        "DATETIME_PRECISION",
                        (column, look) -> datetimePrecision(column.column().type()))
                .empty("INTERVAL_TYPE")
                .empty("INTERVAL_PRECISION")
                .empty("CHARACTER_SET_CATALOG")
                .empty("CHARACTER_SET_SCHEMA")
                .empty("CHARACTER_SET_NAME")
                .empty("COLLATION_CATALOG")
                .empty("COLLATION_SCHEMA")
                .text(
                        "COLLATION_NAME",
                        (column, look) -> collation(column.column().type()))
                .empty("DOMAIN_CATALOG")
                .empty("DOMAIN_SCHEMA")
                .empty("DOMAIN_NAME")
                .empty("UDT_CATALOG")
                .empty("UDT_SCHEMA")
                .empty("UDT_NAME")
                .empty("SCOPE_CATALOG")
                .empty("SCOPE_SCHEMA")
                .empty("SCOPE_NAME")
                .empty("MAXIMUM_CARDINALITY")
                .empty("DTD_IDENTIFIER")
                .text("IS_SELF_REFERENCING", NO)
                .text("IS_IDENTITY", (column, look) -> yes(column.column().identity() != null))
                .text("IDENTITY_GENERATION", (column, look) -> column.column().identity() == null ? null : "BY DEFAULT")
                .text("IDENTITY_START", (column, look) -> identity(column.column(), Column.Identity::start))
                .text("IDENTITY_INCREMENT", (column, look) -> identity(column.column(), Column.Identity::step))
                .empty("IDENTITY_MAXIMUM")
                .empty("IDENTITY_MINIMUM")
                .text("IDENTITY_CYCLE", (column, look) -> column.column().identity() == null ? null : NO)
                .text("IDENTITY_ORDERED", (column, look) -> column.column().identity() == null ? null : NO)
                .empty("SCHEMA_EVOLUTION_RECORD")
                .text("COMMENT", (column, look) -> comment(column.column().comment()))
                .build();
    }

    private static InformationView constraints() {
        return InformationView.<Keyed>of(
                        "TABLE_CONSTRAINTS",
                        look -> look.objects(ObjectType.TABLE).stream()
                                .flatMap(table ->
                                        table.constraints().stream().map(constraint -> new Keyed(table, constraint)))
                                .toList())
                .text("CONSTRAINT_CATALOG", (key, look) -> key.table().name().database())
                .text("CONSTRAINT_SCHEMA", (key, look) -> key.table().name().schema())
                .text("CONSTRAINT_NAME", (key, look) -> key.constraint().name())
                .text("TABLE_CATALOG", (key, look) -> key.table().name().database())
                .text("TABLE_SCHEMA", (key, look) -> key.table().name().schema())
                .text("TABLE_NAME", (key, look) -> key.table().name().name())
                .text("CONSTRAINT_TYPE", (key, look) -> key.constraint().kind().label())
                .text("IS_DEFERRABLE", NO)
                .text("INITIALLY_DEFERRED", YES)
                .text("ENFORCED", NO)
                .empty("COMMENT")
                .time("CREATED", (key, look) -> Shown.time(key.table().createdOn()))
                .time("LAST_ALTERED", (key, look) -> Shown.time(key.table().createdOn()))
                .text("RELY", NO)
                .build();
    }

    private static List<SchemaObject> tablesAndViews(Look look) {
        List<SchemaObject> all = new ArrayList<>(look.objects(ObjectType.TABLE));
        all.addAll(look.objects(ObjectType.VIEW));
        return all;
    }

    private static List<Placed> placed(Look look) {
        List<Placed> all = new ArrayList<>();
        look.objects(ObjectType.TABLE).forEach(table -> place(table.name(), table.columns(), all));
        look.objects(ObjectType.VIEW).forEach(view -> place(view.name(), view.columns(), all));
        return all;
    }

    private static void place(ObjectName of, List<Column> columns, List<Placed> into) {
        for (int index = 0; index < columns.size(); index++) {
            into.add(new Placed(of, columns.get(index), index + 1));
        }
    }

    private static String type(SchemaObject object) {
        if (!(object instanceof Table)) {
            return "VIEW";
        }
        return isTemporary(object) ? "LOCAL TEMPORARY" : "BASE TABLE";
    }

    private static boolean isTemporary(SchemaObject object) {
        return isKind(object, Table.Kind.TEMPORARY)
                || object instanceof View view && view.kind().temporary();
    }

    private static boolean isKind(SchemaObject object, Table.Kind kind) {
        return object instanceof Table table && table.kind() == kind;
    }

    private static @Nullable String clusteringKey(SchemaObject object) {
        return object instanceof Table table && !table.clusterBy().isEmpty() ? table.clusterBy() : null;
    }

    private static @Nullable String comment(String comment) {
        return comment.isEmpty() ? null : comment;
    }

    private static @Nullable String defaultText(Column column) {
        return column.defaultValue() == null
                ? null
                : column.defaultValue().span().text();
    }

    private static String dataType(SnowflakeType type) {
        return switch (type.kind()) {
            case FIXED -> "NUMBER";
            case REAL -> "FLOAT";
            default -> type.kind().name();
        };
    }

    private static @Nullable String length(Column column) {
        return column.type().is(TypeKind.TEXT) ? String.valueOf(column.type().length()) : null;
    }

    private static @Nullable String bytes(Column column) {
        boolean text = column.type().is(TypeKind.TEXT);
        long most = text ? Math.min(BYTES * column.type().length(), SnowflakeType.DEFAULT_TEXT_LENGTH) : 0;
        return text ? String.valueOf(most) : null;
    }

    private static @Nullable String number(Column column, ToIntFunction<SnowflakeType> part) {
        return column.type().is(TypeKind.FIXED) ? String.valueOf(part.applyAsInt(column.type())) : null;
    }

    private static @Nullable String datetimePrecision(SnowflakeType type) {
        return switch (type.kind()) {
            case TIME, TIMESTAMP_LTZ, TIMESTAMP_NTZ, TIMESTAMP_TZ -> String.valueOf(type.scale());
            default -> null;
        };
    }

    private interface Part {
        long of(Column.Identity identity);
    }

    private static @Nullable String identity(Column column, Part part) {
        Column.Identity identity = column.identity();
        return identity == null ? null : String.valueOf(part.of(identity));
    }

    private static String yes(boolean value) {
        return value ? YES : NO;
    }
}
