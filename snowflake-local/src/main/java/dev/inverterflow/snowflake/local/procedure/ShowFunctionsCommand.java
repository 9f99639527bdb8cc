package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.Inspection.ScopeKind;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.Inspection.ShowScope;
import dev.inverterflow.snowflake.local.ast.ShowKind;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.ShowFilter;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
import dev.inverterflow.snowflake.local.execution.WireText;
import dev.inverterflow.snowflake.local.function.FunctionRegistry;
import dev.inverterflow.snowflake.local.function.FunctionRow;
import dev.inverterflow.snowflake.local.function.FunctionRow.Role;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * SHOW FUNCTIONS, SHOW USER FUNCTIONS, SHOW BUILTIN FUNCTIONS and SHOW EXTERNAL FUNCTIONS, of which there are none.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/show-functions">SHOW FUNCTIONS</a>
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/show-user-functions">SHOW USER FUNCTIONS</a>
 */
final class ShowFunctionsCommand implements StatementCommand<Show> {

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
            ResultColumn.text("external_access_integrations"),
            ResultColumn.text("is_external_function"),
            ResultColumn.text("language"),
            ResultColumn.text("is_memoizable"),
            ResultColumn.text("is_data_metric"));

    @Override
    public Result run(Show statement, SessionContext session) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        if (listsBuiltin(statement)) {
            rows.addAll(builtin(statement));
        }
        if (statement.kind() == ShowKind.FUNCTIONS || statement.kind() == ShowKind.USER_FUNCTIONS) {
            SchemaObjects.shown(statement, JavaFunction.KIND, session).forEach(function -> rows.add(row(function)));
        }
        return Result.rows(StatementType.SHOW, COLUMNS, rows);
    }

    /** Built-in functions are in no schema: a scope that names one leaves them out. */
    private static boolean listsBuiltin(Show statement) {
        return statement.kind() == ShowKind.BUILTIN_FUNCTIONS
                || statement.kind() == ShowKind.FUNCTIONS && (isWholeAccount(statement.scope()));
    }

    private static boolean isWholeAccount(@Nullable ShowScope scope) {
        return scope == null || scope.kind() == ScopeKind.ACCOUNT;
    }

    @Override
    public Result describe(Show statement, SessionContext session) {
        return Result.rows(StatementType.SHOW, COLUMNS, List.of());
    }

    /** Operators are rows of the registry, too, but no functions. */
    private static List<List<@Nullable String>> builtin(Show statement) {
        Map<String, List<FunctionRow>> functions =
                new TreeMap<>(FunctionRegistry.standard().all());
        functions.keySet().removeIf(name -> !name.matches("\\w+"));
        return ShowFilter.filter(statement, List.copyOf(functions.entrySet()), Map.Entry::getKey).stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<@Nullable String> row(String name, List<FunctionRow> forms) {
        int least = forms.stream().mapToInt(FunctionRow::required).min().orElse(0);
        int most = forms.stream()
                .mapToInt(form -> Objects.requireNonNullElse(form.most(), Integer.MAX_VALUE))
                .max()
                .orElse(0);
        Role role = forms.get(0).role();
        return Result.row(
                null,
                name,
                null,
                "Y",
                role == Role.AGGREGATE || role == Role.ORDERED_AGGREGATE ? "Y" : "N",
                null,
                String.valueOf(least),
                String.valueOf(most),
                null,
                null,
                null,
                "N",
                "N",
                null,
                null,
                null,
                "N",
                "SQL",
                "N",
                "N");
    }

    private static List<@Nullable String> row(JavaFunction function) {
        String arguments = String.valueOf(function.parameters().size());
        return Result.row(
                WireText.timestampLtz(function.createdOn()),
                function.name().name(),
                Identifiers.quoteIfNeeded(function.name().schema()),
                "N",
                "N",
                "N",
                arguments,
                arguments,
                function.name().name() + Signatures.list(function.types()) + " RETURN " + returns(function),
                function.comment().isEmpty() ? "user-defined function" : function.comment(),
                Identifiers.quoteIfNeeded(function.name().database()),
                function.isTable() ? "Y" : "N",
                "N",
                function.secure() ? "Y" : "N",
                null,
                null,
                "N",
                "JAVA",
                "N",
                "N");
    }

    private static String returns(JavaFunction function) {
        return function.isTable()
                ? "TABLE "
                        + function.columns().stream()
                                .map(column -> column.name() + " " + Signatures.plain(column.type()))
                                .collect(Collectors.joining(", ", "(", ")"))
                : Signatures.plain(function.returns());
    }
}
