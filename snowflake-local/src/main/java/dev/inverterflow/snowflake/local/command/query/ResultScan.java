package dev.inverterflow.snowflake.local.command.query;

import dev.inverterflow.snowflake.local.analysis.NamedValue;
import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.analysis.RelationColumn;
import dev.inverterflow.snowflake.local.analysis.RelationColumn.Visibility;
import dev.inverterflow.snowflake.local.analysis.RelationSource;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.RelationProvider;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.List;
import java.util.Optional;

/** RESULT_SCAN: the result of an earlier statement as a table. */
public final class ResultScan implements RelationProvider {

    private static final String NAME = "RESULT_SCAN";

    /** More rows than this are not written into the statement but read by a function. */
    private static final int MOST_LITERAL_ROWS = 1_000;

    @Override
    public Optional<RelationSource> tableFunction(
            QualifiedName name, List<NamedValue> arguments, SessionContext session) {
        if (name.size() != 1 || !name.last().name().equals(NAME)) {
            return Optional.empty();
        }
        if (arguments.size() != 1) {
            throw Errors.notEnoughArguments(
                    NAME,
                    1,
                    arguments.size(),
                    name.position().line(),
                    name.position().column());
        }
        String queryId = String.valueOf(arguments.get(0).value().text());
        Result result = session.history()
                .find(queryId)
                .orElseThrow(() -> new SnowflakeException(709, "02000", "Statement " + queryId + " not found"));
        return Optional.of(relation(queryId, result));
    }

    private static RelationSource relation(String queryId, Result result) {
        List<RelationColumn> columns = result.columns().stream()
                .map(column -> new RelationColumn(column.name(), column.type(), column.nullable(), Visibility.LISTED))
                .toList();
        String sql = result.rows().size() > MOST_LITERAL_ROWS
                ? ResultRows.sql(queryId, columns)
                : RowsRelation.sql(columns, result.rows());
        return new RelationSource.Physical(columns, sql, new Origin(Origin.Kind.TABLE_FUNCTION, "", "", NAME));
    }
}
