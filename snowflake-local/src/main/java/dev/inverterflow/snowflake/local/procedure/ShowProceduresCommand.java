package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
import dev.inverterflow.snowflake.local.execution.WireText;
import dev.inverterflow.snowflake.local.procedure.Procedure.Parameter;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** SHOW PROCEDURES, one row for each overload. docs.snowflake.com/en/sql-reference/sql/show-procedures. */
final class ShowProceduresCommand implements StatementCommand<Show> {

    private static final List<ResultColumn> COLUMNS = List.of(
            ResultColumn.of("created_on", SnowflakeType.TIMESTAMP_LTZ),
            ResultColumn.text("name"),
            ResultColumn.text("schema_name"),
            ResultColumn.text("is_builtin"),
            ResultColumn.text("is_aggregate"),
            ResultColumn.text("is_ansi"),
            ResultColumn.number("min_num_arguments"),
            ResultColumn.number("max_num_arguments"),
            ResultColumn.text("arguments"),
            ResultColumn.text("description"),
            ResultColumn.text("catalog_name"),
            ResultColumn.text("is_table_function"),
            ResultColumn.text("valid_for_clustering"),
            ResultColumn.text("is_secure"),
            ResultColumn.text("secrets"),
            ResultColumn.text("external_access_integrations"));

    @Override
    public Result run(Show statement, SessionContext session) {
        List<List<@Nullable String>> rows = SchemaObjects.shown(statement, Procedure.KIND, session).stream()
                .map(ShowProceduresCommand::row)
                .toList();
        return Result.rows(StatementType.SHOW, COLUMNS, rows);
    }

    @Override
    public Result describe(Show statement, SessionContext session) {
        return Result.rows(StatementType.SHOW, COLUMNS, List.of());
    }

    private static List<@Nullable String> row(Procedure procedure) {
        return Result.row(
                WireText.timestampLtz(procedure.createdOn()),
                procedure.name().name(),
                Identifiers.quoteIfNeeded(procedure.name().schema()),
                "N",
                "N",
                "N",
                String.valueOf(procedure.required()),
                String.valueOf(procedure.parameters().size()),
                arguments(procedure),
                procedure.comment().isEmpty() ? "user-defined procedure" : procedure.comment(),
                Identifiers.quoteIfNeeded(procedure.name().database()),
                "N",
                "N",
                procedure.secure() ? "Y" : "N",
                null,
                null);
    }

    /** {@code ADD(NUMBER, DEFAULT NUMBER) RETURN NUMBER}. */
    private static String arguments(Procedure procedure) {
        return procedure.name().name()
                + procedure.parameters().stream()
                        .map(ShowProceduresCommand::argument)
                        .collect(Collectors.joining(", ", "(", ")"))
                + " RETURN "
                + Signatures.plain(procedure.returns());
    }

    private static String argument(Parameter parameter) {
        String type = Signatures.plain(parameter.type());
        return parameter.defaultValue() == null ? type : "DEFAULT " + type;
    }
}
