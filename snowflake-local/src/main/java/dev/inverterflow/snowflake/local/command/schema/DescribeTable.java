package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.analysis.RelationColumn;
import dev.inverterflow.snowflake.local.analysis.RelationSource;
import dev.inverterflow.snowflake.local.ast.Inspection.Describe;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.catalog.Column;
import dev.inverterflow.snowflake.local.catalog.Constraint;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.catalog.View;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.command.ViewsSchema;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** DESCRIBE TABLE and DESCRIBE VIEW; each also takes the other's objects, as in Snowflake. */
final class DescribeTable {

    static final List<ResultColumn> COLUMNS = List.of(
            ResultColumn.text("name"),
            ResultColumn.text("type"),
            ResultColumn.text("kind"),
            ResultColumn.text("null?"),
            ResultColumn.text("default"),
            ResultColumn.text("primary key"),
            ResultColumn.text("unique key"),
            ResultColumn.text("check"),
            ResultColumn.text("expression"),
            ResultColumn.text("comment"),
            ResultColumn.text("policy name"),
            ResultColumn.text("privacy domain"));

    private static final String SHARED_DATABASE = "SNOWFLAKE";

    private DescribeTable() {}

    static List<List<@Nullable String>> rows(Describe statement, SessionContext session) {
        ObjectName name = session.resolve(statement.object().requireName());
        Optional<Table> table = session.temporaryTables()
                .find(name)
                .or(() -> session.catalog().objects(ObjectType.TABLE).find(name));
        if (table.isPresent()) {
            return rows(table.get());
        }
        return SchemaObjects.find(ObjectType.VIEW, name, session)
                .map(DescribeTable::rows)
                .or(() -> ofTheSystem(name, statement, session))
                .orElseThrow(() -> Errors.objectDoesNotExist(
                        statement.object().kind() == ObjectKind.VIEW ? "View" : "Table", name.toString()));
    }

    /** The columns of a view that every database or the account has. */
    private static Optional<List<List<@Nullable String>>> ofTheSystem(
            ObjectName name, Describe statement, SessionContext session) {
        if (!name.schema().equals(ViewsSchema.NAME) && !name.database().equals(SHARED_DATABASE)) {
            return Optional.empty();
        }
        RelationSource source = session.relations().relation(statement.object().requireName());
        return source instanceof RelationSource.Physical view
                ? Optional.of(view.columns().stream()
                        .filter(column -> column.visibility() == RelationColumn.Visibility.LISTED)
                        .map(column -> row(column.name(), column.type(), column.nullable(), null, false, false, null))
                        .toList())
                : Optional.empty();
    }

    private static List<List<@Nullable String>> rows(Table table) {
        List<String> unique = table.constraints(Constraint.Kind.UNIQUE).stream()
                .flatMap(constraint -> constraint.columns().stream())
                .toList();
        return table.columns().stream()
                .map(column -> row(column, table.primaryKey().contains(column.name()), unique.contains(column.name())))
                .toList();
    }

    private static List<List<@Nullable String>> rows(View view) {
        return view.columns().stream().map(column -> row(column, false, false)).toList();
    }

    private static List<@Nullable String> row(Column column, boolean inPrimaryKey, boolean inUniqueKey) {
        return row(
                column.name(),
                column.type(),
                column.nullable(),
                defaultText(column),
                inPrimaryKey,
                inUniqueKey,
                column.comment().isEmpty() ? null : column.comment());
    }

    private static List<@Nullable String> row(
            String name,
            SnowflakeType type,
            boolean nullable,
            @Nullable String defaultText,
            boolean inPrimaryKey,
            boolean inUniqueKey,
            @Nullable String comment) {
        return Result.row(
                name,
                type.displayName(),
                "COLUMN",
                Shown.yesNo(nullable),
                defaultText,
                Shown.yesNo(inPrimaryKey),
                Shown.yesNo(inUniqueKey),
                null,
                null,
                comment,
                null,
                null);
    }

    private static @Nullable String defaultText(Column column) {
        Column.Identity identity = column.identity();
        if (identity != null) {
            return "IDENTITY START " + identity.start() + " INCREMENT " + identity.step() + " NOORDER";
        }
        return column.defaultValue() == null
                ? null
                : column.defaultValue().span().text();
    }
}
