package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.rows.FiledRows;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The server's latest queries by id, with their results. The oldest that have ended are forgotten. */
final class QueryLog {

    private static final int KEPT = 500;
    private static final long KEPT_ROWS = 500_000;
    private static final long KEPT_BYTES = 2_000_000_000;

    private final Map<String, PendingQuery> queries = new LinkedHashMap<>();
    /** Whose results are not in the sums yet. */
    private final Set<PendingQuery> unmeasured = new HashSet<>();

    private long rows;
    private long fileBytes;

    synchronized void add(PendingQuery query) {
        unmeasured.removeIf(this::hasBeenMeasured);
        queries.put(query.queryId(), query);
        unmeasured.add(query);
        while (queries.size() > KEPT || rows > KEPT_ROWS || fileBytes > KEPT_BYTES) {
            Optional<PendingQuery> oldest = queries.values().stream()
                    .filter(candidate -> candidate.answer().isPresent())
                    .findFirst();
            if (oldest.isEmpty()) {
                return;
            }
            forget(oldest.get());
        }
    }

    private boolean hasBeenMeasured(PendingQuery query) {
        if (query.answer().isEmpty()) {
            return false;
        }
        measure(query, 1);
        return true;
    }

    private void measure(PendingQuery query, int sign) {
        List<?> result = query.result().map(Result::rows).orElse(List.of());
        if (result instanceof FiledRows filed) {
            rows += sign * (long) filed.first().size();
            fileBytes += sign * filed.compressedBytes();
        } else {
            rows += sign * (long) result.size();
        }
    }

    private void forget(PendingQuery query) {
        queries.remove(query.queryId());
        if (!unmeasured.remove(query)) {
            measure(query, -1);
        }
        if (query.result().map(Result::rows).orElse(List.of()) instanceof FiledRows filed) {
            filed.release();
        }
    }

    synchronized Optional<PendingQuery> find(String queryId) {
        return Optional.ofNullable(queries.get(queryId));
    }
}
