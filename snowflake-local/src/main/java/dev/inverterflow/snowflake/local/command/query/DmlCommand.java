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
        if (dml.counting() == DuckDml.Counting.EACH_UPDATE_COUNT) {
            return Result.counts(type, dml.labels(), each(dml, session));
        }
        if (dml.counting() == DuckDml.Counting.JOINED_UPDATE) {
            List<Long> counts =
                    EngineQueries.numbers(dml.statements().get(0), dml.labels().size(), session);
            refuseSeveralSources(counts.get(1), session);
            EngineQueries.update(dml.statements().get(1), session);
            return Result.counts(type, dml.labels(), counts);
        }
        List<String> before = dml.statements().subList(0, dml.statements().size() - 1);
        for (String sql : before) {
            EngineQueries.update(sql, session);
        }
        String last = dml.statements().get(dml.statements().size() - 1);
        if (session.binds().isBatch() && isOneRow(typed)) {
            return Result.counts(
                    type, dml.labels(), List.of(BatchInsert.run(last, session.binds(), session.connection())));
        }
        return Result.counts(type, dml.labels(), counts(dml, last, session));
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

    private static List<Long> each(DuckDml dml, SessionContext session) throws SQLException {
        List<Long> counts = new ArrayList<>();
        for (String sql : dml.statements()) {
            counts.add(EngineQueries.update(sql, session));
        }
        return counts.subList(counts.size() - dml.labels().size(), counts.size());
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
