package dev.inverterflow.snowflake.local.warehouse;

import dev.inverterflow.snowflake.local.ast.Command;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateTable;
import dev.inverterflow.snowflake.local.ast.DdlStatement;
import dev.inverterflow.snowflake.local.ast.DmlStatement;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.ast.TableSource;

/** What each kind of statement computes with. What one runs within itself, as EXECUTE IMMEDIATE does, is judged by itself. */
final class StatementCompute implements Statement.Visitor<Compute> {
    /** How Snowflake's own procedures begin, which are functions called in another way. */
    private static final String SYSTEM = "SYSTEM$";

    private final KnownNames names;

    StatementCompute(KnownNames names) {
        this.names = names;
    }

    @Override
    public Compute visitQuery(Statement.QueryStatement statement) {
        return new QueryCompute(names).of(statement.query());
    }

    @Override
    public Compute visitDml(DmlStatement statement) {
        return statement instanceof DmlStatement.Truncate ? Compute.NONE : Compute.WAREHOUSE;
    }

    @Override
    public Compute visitDdl(DdlStatement statement) {
        return statement instanceof CreateTable table && table.source() instanceof TableSource.AsQuery
                ? Compute.WAREHOUSE
                : Compute.NONE;
    }

    @Override
    public Compute visitCommand(Command command) {
        if (command instanceof Command.CallProcedure call) {
            return call.procedure().last().name().startsWith(SYSTEM) ? Compute.NONE : Compute.WAREHOUSE;
        }
        return command instanceof Command.SetVariables set
                ? new ExpressionCompute(new QueryCompute(names), names).ofAll(set.values())
                : Compute.NONE;
    }
}
