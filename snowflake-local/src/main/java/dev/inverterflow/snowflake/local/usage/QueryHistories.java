package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.analysis.NamedValue;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Names;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.history.QueryEntry;
import dev.inverterflow.snowflake.local.history.QueryHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Queries that run and ran: the functions QUERY_HISTORY and QUERY_HISTORY_BY_SESSION, _BY_USER and _BY_WAREHOUSE. What is
 * not measured here is NULL; none is known to be a client's own.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions/query_history">QUERY_HISTORY</a>
 */
final class QueryHistories implements UsageFunction {
    private static final Duration REACH = Duration.ofDays(7);
    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST_ROWS = 10_000;
    private static final String NAME = "QUERY_HISTORY";
    private static final String START = "END_TIME_RANGE_START";
    private static final String END = "END_TIME_RANGE_END";
    private static final String LIMIT = "RESULT_LIMIT";

    /** Along what the queries are chosen, and the argument that says so. */
    enum By {
        ANY(""),
        SESSION("SESSION_ID"),
        USER("USER_NAME"),
        WAREHOUSE("WAREHOUSE_NAME");

        private final String argument;

        By(String argument) {
            this.argument = argument;
        }
    }

    private final By by;
    private final QueryHistory history;

    QueryHistories(By by, QueryHistory history) {
        this.by = by;
        this.history = history;
    }

    @Override
    public String name() {
        return by == By.ANY ? NAME : NAME + "_BY_" + by.name();
    }

    @Override
    public UsageRelation call(List<NamedValue> values, SessionContext session) {
        if (session.inProcedure()) {
            throw Errors.unsupportedInProcedure(name());
        }
        var arguments = new HistoryArguments(name(), session.parameters().timeZone(), names(), values);
        var now = session.clock().instant();
        Instant start = arguments.start(START, now.minus(REACH), REACH, now);
        Optional<Instant> end = arguments.time(END);
        long limit = arguments.number(LIMIT, DEFAULT_LIMIT, 1, MOST_ROWS);
        var rows = new QueryRows(now);
        history.latest().stream()
                .filter(chosen(arguments, session))
                .filter(entry -> isIn(entry, start, end))
                .filter(new QueryAccess(session))
                .limit(limit)
                .forEach(rows::add);
        return new UsageRelation(QueryRows.columns(), rows.relation());
    }

    private List<String> names() {
        return Stream.of(by.argument, START, END, LIMIT, "INCLUDE_CLIENT_GENERATED_STATEMENT")
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private Predicate<QueryEntry> chosen(HistoryArguments arguments, SessionContext session) {
        return switch (by) {
            case ANY -> entry -> true;
            case SESSION -> {
                long id = arguments.number(by.argument, session.id(), 0, Long.MAX_VALUE);
                yield entry -> entry.place().session() == id;
            }
            case USER -> {
                String user = stored(arguments).orElse(session.user());
                yield entry -> entry.place().user().equals(user);
            }
            case WAREHOUSE -> {
                String warehouse = stored(arguments).or(session::warehouse).orElse("");
                yield entry -> Objects.equals(entry.place().warehouse(), warehouse);
            }
        };
    }

    private Optional<String> stored(HistoryArguments arguments) {
        return arguments.text(by.argument).map(text -> Names.parse(text).last().name());
    }

    /** One that runs ends after any range's start, and in none that has an end. */
    private static boolean isIn(QueryEntry entry, Instant start, Optional<Instant> end) {
        QueryEntry.End ended = entry.end();
        if (ended == null) {
            return end.isEmpty();
        }
        return !ended.at().isBefore(start) && end.filter(ended.at()::isAfter).isEmpty();
    }
}
