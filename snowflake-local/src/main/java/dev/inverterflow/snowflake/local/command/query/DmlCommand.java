package dev.inverterflow.snowflake.local.command.query;

import dev.inverterflow.snowflake.local.analysis.tree.TypedDml;
import dev.inverterflow.snowflake.local.ast.DmlStatement;
import dev.inverterflow.snowflake.local.emission.DuckDml;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** INSERT, UPDATE, DELETE or MERGE. A batch of binds is one statement: all of its rows or none. */
final class DmlCommand<S extends DmlStatement> implements StatementCommand<S> {

    private final StatementType type;

    DmlCommand(StatementType type) {
        this.type = type;
    }

    @Override
    public Effect effect(S statement) {
        return Effect.WRITES;
    }

    @Override
    public Result run(S statement, SessionContext session) throws SQLException {
        Compiler compiler = Compiler.of(session);
        TypedDml typed = compiler.analyze(statement);
        TransactionNotes.dml(typed, compiler.origins(), session);
        DuckDml dml = compiler.emit(typed);
        List<Long> counts = written(statement, typed, dml, compiler, session);
        DmlLabels.removed(dml.labels(), counts)
                .ifPresent(rows -> TransactionNotes.removed(typed.target().origin(), rows, session));
        return Result.counts(type, dml.labels(), counts);
    }

    private List<Long> written(S statement, TypedDml typed, DuckDml dml, Compiler compiler, SessionContext session)
            throws SQLException {
        try {
            return counts(typed, dml, session);
        } catch (SQLException failure) {
            throw new FailedWrite(statement, typed, compiler).named(failure);
        }
    }

    private static List<Long> counts(TypedDml typed, DuckDml dml, SessionContext session) throws SQLException {
        if (dml.counting() == DuckDml.Counting.EACH_UPDATE_COUNT) {
            return each(typed, dml, session);
        }
        if (dml.counting() == DuckDml.Counting.JOINED_UPDATE) {
            List<Long> counts =
                    EngineQueries.numbers(dml.statements().get(0), dml.labels().size(), session);
            refuseSeveralSources(counts.get(1), session);
            EngineQueries.update(dml.statements().get(1), session);
            return counts;
        }
        int last = dml.statements().size() - 1;
        noteOverwritten(typed, updates(dml.statements().subList(0, last), session), session);
        String sql = dml.statements().get(last);
        return session.binds().isBatch() && isOneRow(typed)
                ? List.of(BatchInsert.run(sql, session.binds(), session.connection()))
                : counts(dml, sql, session);
    }

    @Override
    public Result describe(S statement, SessionContext session) {
        TypedDml typed = Compiler.of(session).analyze(statement);
        List<String> labels = DmlLabels.of(typed);
        return Result.counts(type, labels, labels.stream().map(label -> 0L).toList())
                .withoutRows();
    }

    private static void refuseSeveralSources(long updatedBySeveral, SessionContext session) {
        if (updatedBySeveral > 0 && session.parameters().flag("ERROR_ON_NONDETERMINISTIC_UPDATE")) {
            throw new SnowflakeException(100090, "42P18", "Duplicate row detected during DML action");
        }
    }

    private static boolean isOneRow(TypedDml typed) {
        return typed instanceof TypedDml.InsertRows insert
                && !insert.overwrite()
                && insert.rows().size() == 1;
    }

    private static List<Long> counts(DuckDml dml, String sql, SessionContext session) throws SQLException {
        return switch (dml.counting()) {
            case UPDATE_COUNT -> List.of(EngineQueries.update(sql, session));
            case UPDATE_COUNT_AND_ZERO -> List.of(EngineQueries.update(sql, session), 0L);
            case EACH_UPDATE_COUNT, JOINED_UPDATE ->
                throw new IllegalArgumentException("several statements count for " + dml.counting());
            case MERGE_ACTIONS -> mergeCounts(dml.labels(), EngineQueries.actions(sql, session));
        };
    }

    private static List<Long> each(TypedDml typed, DuckDml dml, SessionContext session) throws SQLException {
        List<Long> counts = updates(dml.statements(), session);
        int first = counts.size() - dml.labels().size();
        noteOverwritten(typed, counts.subList(0, first), session);
        return counts.subList(first, counts.size());
    }

    private static List<Long> updates(List<String> statements, SessionContext session) throws SQLException {
        List<Long> counts = new ArrayList<>();
        for (String sql : statements) {
            counts.add(EngineQueries.update(sql, session));
        }
        return counts;
    }

    /** INSERT OVERWRITE first puts its rows aside, then empties its tables. */
    private static void noteOverwritten(TypedDml typed, List<Long> before, SessionContext session) {
        for (int place = 1; place < before.size(); place++) {
            TransactionNotes.removed(typed.targets().get(place - 1).origin(), before.get(place), session);
        }
    }

    /** A label such as {@code number of rows inserted} names its action. */
    private static List<Long> mergeCounts(List<String> labels, Map<String, Long> actions) {
        return labels.stream()
                .map(label -> actions.entrySet().stream()
                        .filter(action -> label.contains(action.getKey().toLowerCase(Locale.ROOT)))
                        .mapToLong(Map.Entry::getValue)
                        .sum())
                .toList();
    }
}
