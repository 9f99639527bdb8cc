package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.ast.DmlStatement;
import dev.inverterflow.snowflake.local.ast.QueryBody;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.parser.SqlParser;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which statements run beside the others of their session, each as a transaction of its own: queries and DML that the client
 * does not wait for, outside of an open transaction, and, while another statement runs, a SELECT that reads nothing, such as
 * that which stops the other one. What changes the session or definitions keeps its turn.
 */
final class SideBySide {
    private SideBySide() {}

    /**
     * @param entry where the statement arrived
     * @param parser reads it; what it refuses keeps its turn and is refused then
     */
    static boolean allows(SessionEntry entry, QueryRequest request, Supplier<SqlParser> parser) {
        boolean busy = entry.frame().isBusy(entry.session());
        if (request.mode() == QueryRequest.Mode.DESCRIBE || !request.async() && !busy) {
            return false;
        }
        Optional<Statement> statement = single(request.sql(), parser);
        return busy && statement.filter(SideBySide::readsNothing).isPresent()
                || request.async()
                        && commitsAlone(entry.session())
                        && statement.filter(SideBySide::movesRows).isPresent();
    }

    private static Optional<Statement> single(String sql, Supplier<SqlParser> parser) {
        try {
            List<Statement> statements = parser.get().parseAll(sql);
            return statements.size() == 1 ? Optional.of(statements.get(0)) : Optional.empty();
        } catch (SnowflakeException refused) {
            return Optional.empty();
        }
    }

    private static boolean commitsAlone(ServerSession session) {
        return session.parameters().autocommit() && !session.transaction().isOpen();
    }

    private static boolean movesRows(Statement statement) {
        return statement instanceof Statement.QueryStatement || statement instanceof DmlStatement;
    }

    private static boolean readsNothing(Statement statement) {
        return statement instanceof Statement.QueryStatement query
                && query.query().body() instanceof QueryBody.Select select
                && select.from() == null;
    }
}
