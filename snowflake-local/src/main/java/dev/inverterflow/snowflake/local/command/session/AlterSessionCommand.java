package dev.inverterflow.snowflake.local.command.session;

import dev.inverterflow.snowflake.local.ast.Command.AlterSession;
import dev.inverterflow.snowflake.local.ast.Property;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
import java.sql.SQLException;

/** ALTER SESSION SET and UNSET. Turning AUTOCOMMIT on commits what is open, as drivers expect. */
final class AlterSessionCommand implements StatementCommand<AlterSession> {

    @Override
    public Result run(AlterSession statement, SessionContext session) throws SQLException {
        if (session.inOwnersRightsProcedure()) {
            throw Errors.unsupportedInOwnersRights("ALTER_SESSION");
        }
        boolean automaticBefore = session.parameters().autocommit();
        for (Property property : statement.set().all()) {
            String value = property.value()
                    .asText()
                    .orElseThrow(() -> Errors.invalidValue(property.value().toString(), property.name()));
            session.parameters().set(property.name(), value);
        }
        statement.unset().forEach(session.parameters()::unset);
        if (!automaticBefore && session.parameters().autocommit()) {
            session.requireOwnTransaction();
            session.transaction().commit();
        }
        return Result.status(StatementType.ALTER_SESSION, "Statement executed successfully.");
    }

    @Override
    public Result describe(AlterSession statement, SessionContext session) {
        return Result.status(StatementType.ALTER_SESSION, "").withoutRows();
    }
}
