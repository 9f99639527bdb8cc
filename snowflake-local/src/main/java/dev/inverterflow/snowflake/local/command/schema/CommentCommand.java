package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.DdlStatement.Comment;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Column;
import dev.inverterflow.snowflake.local.catalog.Database;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Schema;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.List;
import java.util.Set;

/** COMMENT ON. */
final class CommentCommand {

    static final Set<ObjectKind> KINDS =
            Set.of(ObjectKind.DATABASE, ObjectKind.SCHEMA, ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.STAGE);

    Result run(Comment statement, SessionContext session) {
        QualifiedName name = statement.object().requireName();
        String text = statement.text();
        switch (statement.object().kind()) {
            case DATABASE -> onDatabase(name, text, session);
            case SCHEMA -> onSchema(name, text, session);
            case TABLE -> onTable(statement, name, session);
            case VIEW -> {
                ObjectName full = session.resolve(name);
                session.catalog()
                        .objects(ObjectType.VIEW)
                        .put(SchemaObjects.require(ObjectType.VIEW, full, session)
                                .withComment(text));
            }
            case STAGE -> {
                ObjectName full = session.resolve(name);
                session.catalog()
                        .objects(ObjectType.STAGE)
                        .put(SchemaObjects.require(ObjectType.STAGE, full, session)
                                .withComment(text));
            }
            default ->
                throw Errors.notSupported(
                        "COMMENT ON " + statement.object().kind().sql());
        }
        return Result.status("Statement executed successfully.");
    }

    private static void onDatabase(QualifiedName name, String text, SessionContext session) {
        Database old = session.catalog()
                .account(AccountType.DATABASE)
                .find(name.last().name())
                .orElseThrow(Errors::containerDoesNotExist);
        session.catalog()
                .account(AccountType.DATABASE)
                .put(new Database(old.name(), old.properties(), old.owner(), old.createdOn(), text));
    }

    private static void onSchema(QualifiedName name, String text, SessionContext session) {
        Schema old = session.catalog().schema(session.resolveSchema(name)).orElseThrow(Errors::containerDoesNotExist);
        session.catalog().putSchema(new Schema(old.name(), old.properties(), old.owner(), old.createdOn(), text));
    }

    private static void onTable(Comment statement, QualifiedName name, SessionContext session) {
        TablePlace place = TablePlace.of(name, session);
        Table table = place.require();
        Identifier column = statement.column();
        place.tables()
                .put(
                        column == null
                                ? table.withComment(statement.text())
                                : table.withColumns(commented(table, column, statement.text())));
    }

    private static List<Column> commented(Table table, Identifier name, String text) {
        if (table.column(name.name()).isEmpty()) {
            throw Errors.invalidIdentifier(
                    name.display(),
                    name.span().position().line(),
                    name.span().position().column());
        }
        return table.columns().stream()
                .map(column -> column.name().equals(name.name()) ? column.withComment(text) : column)
                .toList();
    }
}
