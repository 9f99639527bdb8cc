package dev.inverterflow.snowflake.local.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The server's latest queries by id, with their results. The oldest that have ended are forgotten. */
final class QueryLog {

    private static final int KEPT = 500;

    private final Map<String, PendingQuery> queries = new LinkedHashMap<>();

    synchronized void add(PendingQuery query) {
        queries.put(query.queryId(), query);
        if (queries.size() > KEPT) {
            queries.values().stream()
                    .filter(candidate -> candidate.answer().isPresent())
                    .findFirst()
                    .ifPresent(oldest -> queries.remove(oldest.queryId()));
        }
    }

    synchronized Optional<PendingQuery> find(String queryId) {
        return Optional.ofNullable(queries.get(queryId));
    }
}
