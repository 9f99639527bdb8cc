package dev.inverterflow.snowflake.local.command.session;

import dev.inverterflow.snowflake.local.ast.Command.AlterSession;
import dev.inverterflow.snowflake.local.ast.Property;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
import java.sql.SQLException;

/**
 * ALTER SESSION SET and UNSET.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/transactions#autocommit">AUTOCOMMIT</a>
 */
final class AlterSessionCommand implements StatementCommand<AlterSession> {

    private static final String AUTOCOMMIT = "AUTOCOMMIT";

    @Override
    public Result run(AlterSession statement, SessionContext session) throws SQLException {
        boolean setsAutocommit = namesAutocommit(statement);
        if (session.inOwnersRightsProcedure() || setsAutocommit && session.inProcedure()) {
            throw Errors.unsupportedInProcedure("ALTER_SESSION");
        }
        boolean commits = setsAutocommit && !session.parameters().autocommit();
        for (Property property : statement.set().all()) {
            String value = property.value()
                    .asText()
                    .orElseThrow(() -> Errors.invalidValue(property.value().toString(), property.name()));
            session.parameters().set(property.name(), value);
        }
        statement.unset().forEach(session.parameters()::unset);
        if (commits) {
            // Whatever the new value is, also the same as before.
            session.transaction().commit();
        }
        return Result.status(StatementType.ALTER_SESSION, "Statement executed successfully.");
    }

    private static boolean namesAutocommit(AlterSession statement) {
        return statement.set().all().stream()
                        .anyMatch(property -> property.name().equals(AUTOCOMMIT))
                || statement.unset().contains(AUTOCOMMIT);
    }

    @Override
    public Result describe(AlterSession statement, SessionContext session) {
        return Result.status(StatementType.ALTER_SESSION, "").withoutRows();
    }
}
