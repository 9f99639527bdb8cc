package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.rows.FiledRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** The server's latest queries by id, with their results. The oldest that have ended are forgotten. */
final class QueryLog {

    private static final int KEPT = 500;
    private static final long KEPT_ROWS = 500_000;
    private static final long KEPT_BYTES = 2_000_000_000;

    private final Map<String, PendingQuery> queries = new LinkedHashMap<>();

    synchronized void add(PendingQuery query) {
        queries.put(query.queryId(), query);
        while (queries.size() > KEPT || rows() > KEPT_ROWS || fileBytes() > KEPT_BYTES) {
            Optional<PendingQuery> oldest = queries.values().stream()
                    .filter(candidate -> candidate.answer().isPresent())
                    .findFirst();
            if (oldest.isEmpty()) {
                return;
            }
            forget(oldest.get());
        }
    }

    private void forget(PendingQuery query) {
        queries.remove(query.queryId());
        if (query.result().map(Result::rows).orElse(List.of()) instanceof FiledRows filed) {
            filed.release();
        }
    }

    private long rows() {
        return sum(rows -> rows instanceof FiledRows filed ? filed.first().size() : rows.size());
    }

    private long fileBytes() {
        return sum(rows -> rows instanceof FiledRows filed ? filed.compressedBytes() : 0);
    }

    private long sum(ToLongFunction<List<?>> measure) {
        return queries.values().stream()
                .flatMap(query -> query.result().stream())
                .mapToLong(result -> measure.applyAsLong(result.rows()))
                .sum();
    }

    synchronized Optional<PendingQuery> find(String queryId) {
        return Optional.ofNullable(queries.get(queryId));
    }
}
