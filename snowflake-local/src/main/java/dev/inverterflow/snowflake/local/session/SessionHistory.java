package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ids of a session's latest statements; their results are in the server's log of queries. */
final class SessionHistory implements ResultHistory {

    private static final int KEPT = 300;

    private final QueryLog queries;
    private List<String> ids = List.of();

    SessionHistory(QueryLog queries) {
        this.queries = queries;
    }

    @Override
    public Optional<Result> find(String queryId) {
        return queries.find(queryId).flatMap(PendingQuery::result);
    }

    @Override
    public synchronized Optional<String> queryId(int position) {
        int index = position < 0 ? ids.size() + position : position - 1;
        return index >= 0 && index < ids.size() ? Optional.of(ids.get(index)) : Optional.empty();
    }

    synchronized List<String> ids() {
        return ids;
    }

    synchronized void add(String queryId) {
        List<String> longer = new ArrayList<>(ids);
        longer.add(queryId);
        ids = List.copyOf(longer.subList(Math.max(0, longer.size() - KEPT), longer.size()));
    }
}
