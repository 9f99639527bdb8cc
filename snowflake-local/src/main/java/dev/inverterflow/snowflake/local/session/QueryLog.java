package dev.inverterflow.snowflake.local.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The server's latest queries by id, with their results. The oldest that have ended are forgotten. */
final class QueryLog {

    private static final int KEPT = 500;
    private static final long KEPT_ROWS = 1_000_000;

    private final Map<String, PendingQuery> queries = new LinkedHashMap<>();

    synchronized void add(PendingQuery query) {
        queries.put(query.queryId(), query);
        while (queries.size() > KEPT || rows() > KEPT_ROWS) {
            Optional<PendingQuery> oldest = queries.values().stream()
                    .filter(candidate -> candidate.answer().isPresent())
                    .findFirst();
            if (oldest.isEmpty()) {
                return;
            }
            queries.remove(oldest.get().queryId());
        }
    }

    private long rows() {
        return queries.values().stream()
                .flatMap(query -> query.result().stream())
                .mapToLong(result -> result.rows().size())
                .sum();
    }

    synchronized Optional<PendingQuery> find(String queryId) {
        return Optional.ofNullable(queries.get(queryId));
    }
}
