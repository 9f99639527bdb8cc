package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery;
import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateView;
import dev.inverterflow.snowflake.local.ast.CreateStatement.ViewColumn;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.catalog.Column;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.View;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.command.query.Compiler;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.TemporaryObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Views. The engine has none: a view's query is analysed anew wherever it is used. */
final class ViewDdl {

    static final List<ResultColumn> COLUMNS = List.of(
            Shown.time("created_on"),
            ResultColumn.text("name"),
            ResultColumn.text("reserved"),
            ResultColumn.text("database_name"),
            ResultColumn.text("schema_name"),
            ResultColumn.text("owner"),
            ResultColumn.text("comment"),
            ResultColumn.text("text"),
            ResultColumn.text("is_secure"),
            ResultColumn.text("is_materialized"),
            ResultColumn.text("owner_role_type"),
            ResultColumn.text("change_tracking"),
            ResultColumn.text("kind"));

    private static final String VIEW_KIND = "VIEW";

    Result create(CreateView statement, SessionContext session) {
        boolean temporary = statement.persistence().isTemporary();
        ObjectName name = session.resolve(statement.name());
        TemporaryObjects.requireAllowed(statement.persistence(), "VIEW", name, session);
        boolean table = session.catalog().objects(ObjectType.TABLE).find(name).isPresent();
        if (table && !temporary && statement.mode() != CreateMode.IF_NOT_EXISTS) {
            throw statement.mode() == CreateMode.OR_REPLACE
                    ? Errors.alreadyExistsAs(name.toString(), "TABLE")
                    : Errors.alreadyExists(name.toString());
        }
        return SchemaObjects.create(
                statement.mode(),
                temporary
                        ? session.temporary(ObjectType.VIEW)
                        : session.catalog().objects(ObjectType.VIEW),
                ObjectType.VIEW,
                name,
                session,
                () -> view(statement, name, temporary, session),
                replaced -> {});
    }

    Result alter(Alter statement, SessionContext session) {
        return SchemaObjects.alter(statement, ObjectType.VIEW, session, view -> changed(view, statement, session));
    }

    Result drop(Drop statement, SessionContext session) {
        ObjectName name = session.resolve(statement.object().requireName());
        if (session.find(ObjectType.VIEW, name).isEmpty()
                && session.find(ObjectType.TABLE, name).isPresent()) {
            throw Errors.otherType("TABLE", "VIEW");
        }
        return SchemaObjects.drop(statement, ObjectType.VIEW, session, dropped -> {});
    }

    List<List<@Nullable String>> show(Show statement, SessionContext session) {
        return SchemaObjects.shown(statement, ObjectType.VIEW, session).stream()
                .map(view -> row(view, session))
                .toList();
    }

    /** The text of a view as SHOW and INFORMATION_SCHEMA show it: of a secure one only to its owner. */
    static String text(View view, SessionContext session) {
        boolean hidden = view.kind().secure() && !session.role().equals(view.owner());
        return hidden ? "" : view.text();
    }

    private static View changed(View view, Alter statement, SessionContext session) {
        if (statement.action() instanceof AlterAction.SetSecure set) {
            View changed = view.withKind(new View.Kind(set.secure(), view.kind().temporary()));
            return changed.withComment(set.properties().text("COMMENT").orElse(view.comment()));
        }
        return CommonChanges.apply(view, statement.action(), session);
    }

    private static View view(CreateView statement, ObjectName name, boolean temporary, SessionContext session) {
        ContainerProperties.check(PropertyTexts.of(statement.properties(), Set.of()));
        TypedQuery query = Compiler.of(session).analyze(statement.query());
        return new View(
                name,
                new View.Kind(statement.secure(), temporary),
                columns(statement, query),
                statement.span().text(),
                statement.query(),
                session.role(),
                session.clock().instant(),
                PropertyTexts.comment(statement.properties()),
                query.columns().stream().map(column -> column.label()).toList());
    }

    private static List<@Nullable String> row(View view, SessionContext session) {
        return Result.row(
                Shown.time(view.createdOn()),
                view.name().name(),
                "",
                view.name().database(),
                view.name().schema(),
                view.owner(),
                view.comment(),
                text(view, session),
                String.valueOf(view.kind().secure()),
                "false",
                "ROLE",
                "OFF",
                VIEW_KIND);
    }

    private static List<Column> columns(CreateView statement, TypedQuery query) {
        List<ViewColumn> declared = statement.columns();
        if (declared.isEmpty()) {
            NamedColumns.require(statement.query());
        }
        if (!declared.isEmpty() && declared.size() != query.columns().size()) {
            throw new SnowflakeException(2026, "42601", "SQL compilation error:\nInvalid column definition list");
        }
        List<Column> columns = new ArrayList<>();
        for (int index = 0; index < query.columns().size(); index++) {
            var from = query.columns().get(index);
            ViewColumn as = declared.isEmpty() ? null : declared.get(index);
            columns.add(new Column(
                    as == null ? from.label() : as.name().name(),
                    CreatedType.of(from.type()),
                    from.nullable(),
                    null,
                    null,
                    as == null || as.comment() == null ? "" : as.comment()));
        }
        TableColumns.requireDistinct(columns);
        return columns;
    }
}
