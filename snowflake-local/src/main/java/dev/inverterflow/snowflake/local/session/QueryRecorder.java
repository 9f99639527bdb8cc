package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.catalog.Warehouse;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.OpenTransaction;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.StatementType;
import dev.inverterflow.snowflake.local.history.QueryEntry;
import dev.inverterflow.snowflake.local.history.QueryHistory;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells the history what sessions run. */
final class QueryRecorder {

    /** No secret of a statement is told. */
    private static final Pattern SECRET = Pattern.compile("(?i)(PASSWORD\\s*=\\s*)'(?:[^'\\\\]|''|\\\\.)*'");

    private static final int LONGEST_TEXT = 100_000;
    private static final Set<StatementType> INSERTS = Set.of(StatementType.INSERT, StatementType.MULTI_INSERT);
    private static final Set<StatementType> COUNTED = Set.of(
            StatementType.INSERT,
            StatementType.UPDATE,
            StatementType.DELETE,
            StatementType.MERGE,
            StatementType.MULTI_INSERT);

    private final QueryHistory history;

    QueryRecorder(QueryHistory history) {
        this.history = history;
    }

    /** @param type what kind of query it is, as far as it is known */
    void begin(ServerSession session, PendingQuery query, String type) {
        String text = SECRET.matcher(query.sql()).replaceAll("$1'****'");
        history.add(new QueryEntry(
                query.queryId(),
                text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text,
                type,
                place(session.origin()),
                session.parameters().get("QUERY_TAG"),
                session.transaction().info().map(OpenTransaction::id).orElse(0L),
                !query.execution().binds().positions().isEmpty(),
                query.startedAt(),
                null));
    }

    void type(PendingQuery query, String type) {
        history.type(query.queryId(), type);
    }

    void end(PendingQuery query, QueryAnswer answer) {
        SnowflakeException error = answer.error();
        history.end(
                query.queryId(),
                new QueryEntry.End(
                        answer.endedAt(),
                        error == null ? null : Integer.valueOf(error.code()),
                        error == null ? null : error.getMessage(),
                        produced(answer.result()),
                        inserted(answer.result())));
    }

    private static QueryEntry.Place place(ServerSession session) {
        Current now = session.current();
        Optional<Warehouse> warehouse = session.usableWarehouse();
        return new QueryEntry.Place(
                session.id(),
                session.user(),
                now.role(),
                now.database(),
                now.schema(),
                warehouse.map(Warehouse::name).orElse(null),
                warehouse.map(used -> used.size().label()).orElse(null));
    }

    private static long produced(@Nullable Result result) {
        if (result == null) {
            return 0;
        }
        return COUNTED.contains(result.type()) ? counts(result) : result.rows().size();
    }

    private static long inserted(@Nullable Result result) {
        return result != null && INSERTS.contains(result.type()) ? counts(result) : 0;
    }

    private static long counts(Result result) {
        return result.rows().stream()
                .flatMap(row -> row.stream())
                .filter(Objects::nonNull)
                .filter(count -> count.matches("\\d+"))
                .mapToLong(Long::parseLong)
                .sum();
    }
}
