package dev.inverterflow.snowflake.local.command.session;

import dev.inverterflow.snowflake.local.ast.Command.Use;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.catalog.AccountObject;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.SessionContext.SecondaryRoles;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;

/** USE DATABASE, SCHEMA, WAREHOUSE, ROLE, SECONDARY ROLES. */
final class UseCommand implements StatementCommand<Use> {

    @Override
    public Result run(Use statement, SessionContext session) {
        if (session.inOwnersRightsProcedure()) {
            throw Errors.unsupportedInProcedure("USE");
        }
        QualifiedName name = statement.name();
        if (name != null) {
            use(statement, name, session);
        }
        switch (statement.kind()) {
            case SECONDARY_ROLES_ALL -> session.useSecondaryRoles(SecondaryRoles.ALL);
            case SECONDARY_ROLES_NONE -> session.useSecondaryRoles(SecondaryRoles.NONE);
            default -> {}
        }
        return Result.status(type(statement), "Statement executed successfully.");
    }

    @Override
    public Result describe(Use statement, SessionContext session) {
        return Result.status(type(statement), "").withoutRows();
    }

    private static void use(Use statement, QualifiedName name, SessionContext session) {
        switch (statement.kind()) {
            case DATABASE -> session.useDatabase(require(AccountType.DATABASE, name, session));
            case SCHEMA -> session.useSchema(requireSchema(name, session));
            case WAREHOUSE -> session.useWarehouse(require(AccountType.WAREHOUSE, name, session));
            case ROLE -> session.useRole(require(AccountType.ROLE, name, session));
            case SECONDARY_ROLES_ALL, SECONDARY_ROLES_NONE ->
                throw new IllegalArgumentException("secondary roles have no name");
        }
    }

    private static String require(
            AccountType<? extends AccountObject> type, QualifiedName name, SessionContext session) {
        return session.catalog()
                .account(type)
                .find(name.last().name())
                .orElseThrow(Errors::containerDoesNotExist)
                .name();
    }

    private static SchemaName requireSchema(QualifiedName name, SessionContext session) {
        SchemaName schema = session.resolveSchema(name);
        if (session.catalog().schema(schema).isEmpty()) {
            throw Errors.containerDoesNotExist();
        }
        return schema;
    }

    private static StatementType type(Use statement) {
        return switch (statement.kind()) {
            case DATABASE -> StatementType.USE_DATABASE;
            case SCHEMA -> StatementType.USE_SCHEMA;
            case WAREHOUSE -> StatementType.USE_WAREHOUSE;
            case ROLE, SECONDARY_ROLES_ALL, SECONDARY_ROLES_NONE -> StatementType.USE;
        };
    }
}
