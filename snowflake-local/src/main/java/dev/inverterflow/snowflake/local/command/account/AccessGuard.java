package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.ast.Command;
import dev.inverterflow.snowflake.local.ast.DdlStatement;
import dev.inverterflow.snowflake.local.ast.DmlStatement;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.catalog.Access;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementGuard;

/**
 * Enforces the privileges that a statement itself needs; what its queries read is checked where names of relations are
 * resolved.
 */
public final class AccessGuard implements StatementGuard {

    private static final Runnable NOTHING = () -> {};

    @Override
    public void checkRead(Origin relation, Access access, SessionContext session) {
        new ReadAccess(new Rights(session, access)).check(relation);
    }

    @Override
    public Runnable check(Statement statement, SessionContext session) {
        Rights rights = new Rights(session);
        return statement.accept(new Statement.Visitor<>() {
            @Override
            public Runnable visitQuery(Statement.QueryStatement query) {
                return NOTHING;
            }

            @Override
            public Runnable visitDml(DmlStatement dml) {
                dml.acceptDml(new DmlAccess(rights));
                return NOTHING;
            }

            @Override
            public Runnable visitDdl(DdlStatement ddl) {
                return ddl.acceptDdl(new DdlAccess(rights));
            }

            @Override
            public Runnable visitCommand(Command command) {
                new CommandAccess(rights).check(command);
                return NOTHING;
            }
        });
    }
}
