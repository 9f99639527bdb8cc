package dev.inverterflow.snowflake.local.command.query;

import dev.inverterflow.snowflake.local.ast.Inspection.DescribeResult;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * DESCRIBE RESULT: the columns of an earlier statement's result.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/desc-result">DESCRIBE RESULT</a>
 */
final class DescribeResultCommand implements StatementCommand<DescribeResult> {

    private static final List<ResultColumn> COLUMNS = List.of(
            ResultColumn.text("name"),
            ResultColumn.text("type"),
            ResultColumn.text("kind"),
            ResultColumn.text("null?"),
            ResultColumn.text("default"),
            ResultColumn.text("primary key"),
            ResultColumn.text("unique key"),
            ResultColumn.text("check"),
            ResultColumn.text("expression"),
            ResultColumn.text("comment"));

    @Override
    public Result run(DescribeResult statement, SessionContext session) {
        String queryId =
                String.valueOf(Expressions.evaluate(statement.query(), session).text());
        Result result = session.history()
                .find(queryId)
                .orElseThrow(() -> new SnowflakeException(709, "02000", "Statement " + queryId + " not found"));
        return Result.rows(
                StatementType.DESCRIBE,
                COLUMNS,
                result.columns().stream().map(DescribeResultCommand::row).toList());
    }

    @Override
    public Result describe(DescribeResult statement, SessionContext session) {
        return Result.rows(StatementType.DESCRIBE, COLUMNS, List.of());
    }

    private static List<@Nullable String> row(ResultColumn column) {
        return Result.row(
                column.name(),
                column.type().displayName(),
                "COLUMN",
                column.nullable() ? "Y" : "N",
                null,
                "N",
                "N",
                null,
                null,
                null);
    }
}
