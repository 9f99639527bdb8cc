package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.engine.EngineErrors;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Bind;
import dev.inverterflow.snowflake.local.execution.Binds;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.StatementType;
import dev.inverterflow.snowflake.local.parser.SqlParser;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs queries, each on a thread of the pool or on the caller's, and keeps what became of them. */
final class QueryService {

    private static final Logger log = LoggerFactory.getLogger(QueryService.class);
    private static final String CONCURRENCY =
            "queries that a stored procedure's code sends at once: let a thread wait for the end of another one's, or collect"
                    + " asynchronously";
    private static final String STATEMENT_COUNT = "MULTI_STATEMENT_COUNT";

    private final QueryLog queries;
    private final ExecutorService pool;
    private final Clock clock;
    private final Timeouts timeouts;
    private final QueryRecorder recorder;

    QueryService(QueryLog queries, ExecutorService pool, Timeouts timeouts, Clock clock, QueryRecorder recorder) {
        this.queries = queries;
        this.pool = pool;
        this.timeouts = timeouts;
        this.clock = clock;
        this.recorder = recorder;
    }

    /** Starts a query; the answer is awaited from the returned object. */
    PendingQuery submit(SessionEntry entry, QueryRequest request) {
        Optional<Statement> beside = SideBySide.find(entry, request, () -> parser(entry.session(), request.binds()));
        SessionEntry place = beside.isPresent() ? aside(entry) : entry;
        PendingQuery query = register(place.session(), request.sql(), request.binds());
        if (!request.async() && place == entry && !entry.frame().await(query)) {
            query.complete(failed(entry.session(), Errors.unsupportedFeature(CONCURRENCY)));
            return query;
        }
        entry.frame().add(query);
        if (place != entry) {
            // Where it is in the session's history does not depend on when it ends.
            entry.session().history().add(query.queryId());
        }
        Frame.Turn turn = place == entry ? entry.frame().nextTurn() : Frame.Turn.AT_ONCE;
        pool.execute(() -> {
            try {
                complete(place, query, turn, () -> answer(requireOpen(entry, place), request, query, beside));
            } finally {
                leave(place, entry);
                entry.frame().remove(query);
            }
        });
        return query;
    }

    /** Where a statement runs that {@link SideBySide} lets run beside the others, which run one after the other. */
    private static SessionEntry aside(SessionEntry entry) {
        try {
            ServerSession aside = entry.session().aside(entry.frame());
            return new SessionEntry(aside, aside.rootFrame());
        } catch (SQLException failure) {
            throw Errors.internal("the engine gives no connection for a statement", failure);
        }
    }

    private static ServerSession requireOpen(SessionEntry entry, SessionEntry place) {
        requireOpen(entry.frame());
        return place.session();
    }

    private static void requireOpen(Frame frame) {
        if (frame.isClosed()) {
            throw new SnowflakeException(
                    390111, "08001", "Session no longer exists. New login required to access the service.");
        }
    }

    private static void leave(SessionEntry place, SessionEntry entry) {
        if (place != entry) {
            try {
                place.session().closeAside();
            } catch (SQLException failure) {
                log.warn("The connection of a statement could not be closed", failure);
            }
        }
    }

    /** Runs a query on this thread. */
    Result run(SessionEntry entry, QueryRequest request) {
        PendingQuery query = register(entry.session(), request.sql(), request.binds());
        complete(entry, query, Frame.Turn.AT_ONCE, () -> answer(entry.session(), request, query, Optional.empty()));
        return query.join();
    }

    /** Runs a statement that is parsed already, on this thread. */
    Result run(SessionEntry entry, Statement statement, String text) {
        ServerSession session = entry.session();
        PendingQuery query = register(session, text, Binds.NONE);
        complete(entry, query, Frame.Turn.AT_ONCE, () -> {
            recorder.begin(session, query, QueryTypes.of(statement));
            return succeeded(session, session.runner().runTop(statement, query.execution()), List.of());
        });
        return query.join();
    }

    private PendingQuery register(ServerSession session, String sql, Binds binds) {
        Execution execution = new Execution(UUID.randomUUID().toString(), sql, binds, clock.instant());
        PendingQuery query = new PendingQuery(execution, session);
        queries.add(query);
        return query;
    }

    private void complete(SessionEntry entry, PendingQuery query, Frame.Turn turn, Supplier<QueryAnswer> work) {
        Frame frame = entry.frame();
        turn.lock(frame.lock());
        try {
            requireOpen(frame);
            end(query, work.get());
        } catch (SnowflakeException failure) {
            SnowflakeException reason = query.execution().reason();
            end(query, failed(entry.session(), reason == null ? failure : reason));
        } catch (StackOverflowError deep) {
            end(
                    query,
                    failed(
                            entry.session(),
                            Errors.notSupported("a statement nested more deeply than this one's thread")));
        } catch (Error fatal) {
            end(query, failed(entry.session(), internal(query, fatal)));
            throw fatal;
        } catch (RuntimeException defect) {
            end(query, failed(entry.session(), internal(query, defect)));
        } finally {
            frame.remove(query);
            frame.lock().unlock();
        }
    }

    /** In the history first: who has the answer finds it ended there. */
    private void end(PendingQuery query, QueryAnswer answer) {
        recorder.end(query, answer);
        query.complete(answer);
    }

    /** @param read the statement if it was read already */
    private QueryAnswer answer(
            ServerSession session, QueryRequest request, PendingQuery query, Optional<Statement> read) {
        query.execution().requireNotCanceled();
        session.parameters().forStatement(request.parameters());
        try (Timeouts.Timer timer = timeouts.start(query, session.parameters())) {
            return timed(session, request, query, read);
        }
    }

    private QueryAnswer timed(
            ServerSession session, QueryRequest request, PendingQuery query, Optional<Statement> read) {
        if (request.mode() == QueryRequest.Mode.RUN) {
            recorder.begin(session, query, QueryTypes.UNKNOWN);
        }
        List<Statement> statements = read.map(List::of)
                .orElseGet(() -> parser(session, request.binds()).parseAll(request.sql()));
        recorder.type(query, statements.size() == 1 ? QueryTypes.of(statements.get(0)) : QueryTypes.SEVERAL);
        if (request.mode() == QueryRequest.Mode.DESCRIBE) {
            return described(session, single(statements, session), query);
        }
        return statements.size() > 1
                ? several(session, statements, request)
                : succeeded(
                        session, session.runner().runTop(single(statements, session), query.execution()), List.of());
    }

    private QueryAnswer described(ServerSession session, Statement statement, PendingQuery query) {
        int binds = parser(session, Binds.NONE).countBinds(query.sql());
        Result shape = session.runner().describe(statement, query.execution().withoutValues(binds));
        return new QueryAnswer(shape, null, binds, List.of(), state(session), clock.instant());
    }

    private QueryAnswer several(ServerSession session, List<Statement> statements, QueryRequest request) {
        requireCount(statements, session);
        List<PendingQuery> children = new ArrayList<>();
        for (Statement statement : statements) {
            PendingQuery child = register(session, statement.span().text(), request.binds());
            children.add(child);
            runChild(session, statement, request.binds(), child);
        }
        Result last = children.get(children.size() - 1).join();
        return succeeded(session, Result.status(last.type(), "Multiple statements executed successfully."), children);
    }

    private void runChild(ServerSession session, Statement statement, Binds binds, PendingQuery child) {
        recorder.begin(session, child, QueryTypes.of(statement));
        try {
            Statement alone = binds.equals(Binds.NONE) ? alone(session, statement) : statement;
            end(child, succeeded(session, session.runner().runTop(alone, child.execution()), List.of()));
        } catch (SnowflakeException failure) {
            end(child, failed(session, failure));
            throw FailedStatement.of(failure, statement.span());
        }
    }

    /** A statement whose errors count lines and columns from its own beginning; binds are counted from the request's. */
    private Statement alone(ServerSession session, Statement statement) {
        return parser(session, Binds.NONE).parseAll(statement.span().text()).get(0);
    }

    private static Statement single(List<Statement> statements, ServerSession session) {
        requireCount(statements, session);
        return statements.get(0);
    }

    /** The parameter of the request or, without one, of the session. */
    private static void requireCount(List<Statement> statements, ServerSession session) {
        int desired = desiredCount(session.parameters().get(STATEMENT_COUNT));
        if (desired != 0 && desired != statements.size()) {
            throw Errors.statementCountMismatch(statements.size(), desired);
        }
    }

    private static int desiredCount(String given) {
        try {
            return Integer.parseInt(given);
        } catch (NumberFormatException wrong) {
            throw Errors.invalidValue(given, STATEMENT_COUNT);
        }
    }

    private QueryAnswer succeeded(ServerSession session, Result result, List<PendingQuery> children) {
        long most = Long.parseLong(session.parameters().get("ROWS_PER_RESULTSET"));
        Result given = most <= 0 || result.type() != StatementType.SELECT ? result : result.first(most);
        return new QueryAnswer(given, null, 0, children, state(session), clock.instant());
    }

    private QueryAnswer failed(ServerSession session, SnowflakeException failure) {
        return new QueryAnswer(null, failure, 0, List.of(), state(session), clock.instant());
    }

    private static SnowflakeException internal(PendingQuery query, Throwable defect) {
        if (defect.getCause() instanceof SQLException engineFailure) {
            return EngineErrors.translate(engineFailure);
        }
        log.error("Statement {} met a defect of snowflake-local: {}", query.queryId(), query.sql(), defect);
        return new SnowflakeException(
                370001,
                "XX000",
                "snowflake-local met a defect of its own (" + defect.getClass().getSimpleName()
                        + ") in this statement; the server's log has the details under " + query.queryId(),
                defect);
    }

    static QueryAnswer.SessionState state(ServerSession session) {
        Current current = session.origin().current();
        return new QueryAnswer.SessionState(
                current.database(),
                current.schema(),
                session.origin().warehouse().orElse(null),
                current.role(),
                session.origin().parameters().announced());
    }

    private static SqlParser parser(ServerSession session, Binds binds) {
        return new SqlParser(new SqlParser.NameSource() {
            @Override
            public @Nullable String variable(String name) {
                Constant value = session.visibleVariables().get(name);
                return value == null ? null : value.text();
            }

            @Override
            public @Nullable String bind(int index) {
                List<Bind> positions = binds.positions();
                return index > positions.size()
                        ? null
                        : positions.get(index - 1).values().get(0);
            }
        });
    }
}
