package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.ast.Call;
import dev.inverterflow.snowflake.local.ast.Command;
import dev.inverterflow.snowflake.local.ast.DmlStatement;
import dev.inverterflow.snowflake.local.ast.QueryBody;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.parser.SqlParser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Which statements run beside the others of their session, each as a transaction of its own: queries and DML that the client
 * does not wait for, unless a transaction is open or a statement that has its turn has not ended, which might begin one or
 * change the session; and what stops a statement, for it must not wait for that one's end.
 */
final class SideBySide {
    private static final Set<String> STOPS = Set.of(StopFunctions.CANCEL_ONE, StopFunctions.CANCEL_ALL);

    private SideBySide() {}

    /**
     * The statement, read once, if it runs beside the others; empty if it keeps its turn and is read then, with the variables
     * that it finds.
     *
     * @param entry where the statement arrived
     * @param parser reads it; what it refuses keeps its turn and is refused then
     */
    static Optional<Statement> find(SessionEntry entry, QueryRequest request, Supplier<SqlParser> parser) {
        if (request.mode() == QueryRequest.Mode.DESCRIBE) {
            return Optional.empty();
        }
        if (entry.frame().isBusy(entry.session())) {
            return single(request.sql(), parser)
                    .filter(statement ->
                            called(statement).filter(STOPS::contains).isPresent());
        }
        return request.async() && commitsAlone(entry.session())
                ? single(request.sql(), parser).filter(SideBySide::movesRows)
                : Optional.empty();
    }

    private static Optional<Statement> single(String sql, Supplier<SqlParser> parser) {
        try {
            List<Statement> statements = parser.get().parseAll(sql);
            return statements.size() == 1 ? Optional.of(statements.get(0)) : Optional.empty();
        } catch (SnowflakeException | StackOverflowError refused) {
            return Optional.empty();
        }
    }

    private static boolean commitsAlone(ServerSession session) {
        return session.parameters().autocommit() && !session.scopes().isAnyOpen();
    }

    private static boolean movesRows(Statement statement) {
        return statement instanceof Statement.QueryStatement || statement instanceof DmlStatement;
    }

    /** The function that a statement does nothing but call. */
    private static Optional<String> called(Statement statement) {
        if (statement instanceof Command.CallProcedure call) {
            return Optional.of(call.procedure().toString());
        }
        return statement instanceof Statement.QueryStatement query
                        && query.query().body() instanceof QueryBody.Select select
                        && select.from() == null
                        && select.items().size() == 1
                        && select.items().get(0).expression() instanceof Call.FunctionCall call
                ? Optional.of(call.name().toString())
                : Optional.empty();
    }
}
