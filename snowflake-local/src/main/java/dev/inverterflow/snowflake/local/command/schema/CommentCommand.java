package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.DdlStatement.Comment;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.catalog.Column;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.catalog.View;
import dev.inverterflow.snowflake.local.command.ObjectLookup;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** COMMENT ON. */
final class CommentCommand {

    static final Set<ObjectKind> KINDS = EnumSet.of(
            ObjectKind.DATABASE,
            ObjectKind.SCHEMA,
            ObjectKind.TABLE,
            ObjectKind.VIEW,
            ObjectKind.STAGE,
            ObjectKind.FILE_FORMAT,
            ObjectKind.SEQUENCE,
            ObjectKind.STREAM,
            ObjectKind.PROCEDURE,
            ObjectKind.FUNCTION,
            ObjectKind.ROLE,
            ObjectKind.USER,
            ObjectKind.WAREHOUSE,
            ObjectKind.INTEGRATION);

    Result run(Comment statement, SessionContext session) {
        Identifier column = statement.column();
        if (column != null) {
            onColumn(statement, column, session);
            return SchemaObjects.altered();
        }
        try {
            ObjectLookup.comment(statement.object(), statement.text(), session);
        } catch (SnowflakeException missing) {
            if (!statement.ifExists() || missing.code() != Errors.OBJECT_MISSING) {
                throw missing;
            }
        }
        return SchemaObjects.altered();
    }

    private static void onColumn(Comment statement, Identifier column, SessionContext session) {
        ObjectName name = session.resolve(statement.object().requireName());
        Optional<View> view = SchemaObjects.find(ObjectType.VIEW, name, session);
        if (view.isPresent()) {
            SchemaObjects.registry(ObjectType.VIEW, name, session)
                    .put(view.get().withColumns(commented(view.get().columns(), column, statement.text())));
            return;
        }
        TablePlace place = TablePlace.of(statement.object().requireName(), session);
        Table table = place.require();
        place.tables().put(table.withColumns(commented(table.columns(), column, statement.text())));
    }

    private static List<Column> commented(List<Column> columns, Identifier name, String text) {
        if (columns.stream().noneMatch(column -> column.name().equals(name.name()))) {
            throw Errors.invalidIdentifier(
                    name.display(),
                    name.span().position().line(),
                    name.span().position().column());
        }
        return columns.stream()
                .map(column -> column.name().equals(name.name()) ? column.withComment(text) : column)
                .toList();
    }
}
