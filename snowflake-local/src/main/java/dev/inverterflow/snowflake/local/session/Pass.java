package dev.inverterflow.snowflake.local.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A login: where its statements enter a session, and which requests it has already made. */
public final class Pass {

    private static final int REQUESTS_KEPT = 200;

    private final SessionEntry entry;
    private final Map<String, PendingQuery> requests = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PendingQuery> eldest) {
            return size() > REQUESTS_KEPT;
        }
    };

    Pass(SessionEntry entry) {
        this.entry = entry;
    }

    SessionEntry entry() {
        return entry;
    }

    /** Starts the request unless it was made before: a driver that lost an answer asks again with the same id. */
    synchronized PendingQuery once(QueryRequest request, QueryService queries) {
        if (request.requestId().isEmpty()) {
            return queries.submit(entry, request);
        }
        return requests.computeIfAbsent(request.requestId(), id -> queries.submit(entry, request));
    }

    synchronized Optional<PendingQuery> find(String requestId) {
        return Optional.ofNullable(requests.get(requestId));
    }
}
