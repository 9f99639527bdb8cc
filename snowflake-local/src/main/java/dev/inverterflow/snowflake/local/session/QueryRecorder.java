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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tells the history what sessions run. */
final class QueryRecorder {

    /** No secret of a statement is told. */
    private static final Pattern SECRET = Pattern.compile("(?i)(PASSWORD\\s*=\\s*)'(?:[^'\\\\]|''|\\\\.)*'");

    private static final int LONGEST_TEXT = 100_000;
    private static final String INSERTED = "number of rows inserted";
    private static final String UPDATED = "number of rows updated";
    private static final String DELETED = "number of rows deleted";
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
                        rows(answer.result())));
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

    private static QueryEntry.Rows rows(@Nullable Result result) {
        // What is only described has no rows.
        if (result == null || result.rows().isEmpty()) {
            return new QueryEntry.Rows(0, 0, 0, 0);
        }
        if (!COUNTED.contains(result.type())) {
            return new QueryEntry.Rows(result.rows().size(), 0, 0, 0);
        }
        long inserted = counted(INSERTED, result);
        long updated = counted(UPDATED, result);
        long deleted = counted(DELETED, result);
        return new QueryEntry.Rows(inserted + updated + deleted, inserted, updated, deleted);
    }

    /** The sum of the columns that a statement answers this count in: one for each table of an INSERT ALL. */
    private static long counted(String label, Result result) {
        var row = result.rows().get(0);
        return IntStream.range(0, row.size())
                .filter(column -> result.columns().get(column).name().startsWith(label))
                .mapToLong(column -> Long.parseLong(Objects.requireNonNull(row.get(column))))
                .sum();
    }
}
