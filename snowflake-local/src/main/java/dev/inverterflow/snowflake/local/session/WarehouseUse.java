package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.ast.Command;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateTable;
import dev.inverterflow.snowflake.local.ast.DdlStatement;
import dev.inverterflow.snowflake.local.ast.DmlStatement;
import dev.inverterflow.snowflake.local.ast.Query;
import dev.inverterflow.snowflake.local.ast.QueryBody;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.ast.TableSource;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.warehouse.WarehouseMeter;

/**
 * Which statements run on the session's warehouse: what reads rows, changes them or runs a procedure. Definitions, SHOW and a
 * SELECT without FROM are the work of the cloud services.
 */
final class WarehouseUse {
    private final WarehouseMeter meter;
    private final ServerSession session;

    WarehouseUse(WarehouseMeter meter, ServerSession session) {
        this.meter = meter;
        this.session = session;
    }

    /** The use of the current warehouse by a statement; to be closed when it has ended. */
    WarehouseMeter.Use of(Statement statement) {
        return statement.accept(new Needs())
                ? session.warehouse()
                        .flatMap(name ->
                                session.catalog().account(AccountType.WAREHOUSE).find(name))
                        .map(meter::query)
                        .orElse(WarehouseMeter.Use.NONE)
                : WarehouseMeter.Use.NONE;
    }

    private static final class Needs implements Statement.Visitor<Boolean>, QueryBody.Visitor<Boolean> {
        @Override
        public Boolean visitQuery(Statement.QueryStatement statement) {
            return reads(statement.query());
        }

        @Override
        public Boolean visitDml(DmlStatement statement) {
            return !(statement instanceof DmlStatement.Truncate);
        }

        @Override
        public Boolean visitDdl(DdlStatement statement) {
            return statement instanceof CreateTable table && table.source() instanceof TableSource.AsQuery;
        }

        @Override
        public Boolean visitCommand(Command command) {
            return command instanceof Command.CallProcedure;
        }

        private boolean reads(Query query) {
            return query.body().accept(this);
        }

        @Override
        public Boolean visitSelect(QueryBody.Select select) {
            return select.from() != null;
        }

        @Override
        public Boolean visitSetOperation(QueryBody.SetOperation operation) {
            return operation.left().accept(this) || operation.right().accept(this);
        }

        @Override
        public Boolean visitParenthesised(QueryBody.Parenthesised parenthesised) {
            return reads(parenthesised.query());
        }
    }
}
