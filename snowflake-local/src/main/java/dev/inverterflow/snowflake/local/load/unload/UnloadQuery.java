package dev.inverterflow.snowflake.local.load.unload;

import dev.inverterflow.snowflake.local.analysis.tree.ResultColumn;
import dev.inverterflow.snowflake.local.ast.Call.Argument;
import dev.inverterflow.snowflake.local.ast.Call.FunctionCall;
import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoLocation;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Literal.StringLiteral;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Query;
import dev.inverterflow.snowflake.local.ast.QueryBody.Select;
import dev.inverterflow.snowflake.local.ast.Reference.PositionalColumn;
import dev.inverterflow.snowflake.local.ast.Relation.SubqueryRelation;
import dev.inverterflow.snowflake.local.ast.SelectItem;
import dev.inverterflow.snowflake.local.ast.Span;
import dev.inverterflow.snowflake.local.ast.TableAlias;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statement's query with each column turned into the text that goes into the file, and the partition behind them. */
final class UnloadQuery {
    private static final String ALIAS = "UNLOADED";

    private final CopyIntoLocation statement;
    private final List<ResultColumn> columns;
    private final UnloadFormat format;

    UnloadQuery(CopyIntoLocation statement, List<ResultColumn> columns, UnloadFormat format) {
        this.statement = statement;
        this.columns = columns;
        this.format = format;
    }

    /** What it gives beside the partition. */
    List<ResultColumn> columns() {
        return columns;
    }

    /** The names of the columns, as a header has them. */
    List<String> labels() {
        return columns.stream().map(ResultColumn::label).toList();
    }

    Query query() {
        Span span = statement.query().span();
        List<SelectItem> items = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            items.add(item(text(index, span), index, span));
        }
        if (statement.partitionBy() != null) {
            items.add(item(call("TO_VARCHAR", statement.partitionBy(), null, span), columns.size(), span));
        }
        var alias = new TableAlias(Identifier.of(ALIAS), List.of());
        var from = new SubqueryRelation(statement.query(), false, alias, span);
        var select = new Select(false, null, items, from, null, null, null, null, span);
        return new Query(List.of(), select, List.of(), null, span);
    }

    private Expression text(int index, Span span) {
        var type = columns.get(index).type();
        Expression value = new PositionalColumn(null, index + 1, span);
        return switch (type.kind()) {
            case TEXT, NULL -> value;
            case VARIANT, OBJECT, ARRAY -> call("TO_JSON", value, null, span);
            case FIXED, REAL, BOOLEAN -> call("TO_VARCHAR", value, null, span);
            case DATE, TIME, TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ, BINARY ->
                call("TO_VARCHAR", value, format.pattern(type.kind()), span);
        };
    }

    private static SelectItem item(Expression expression, int index, Span span) {
        return new SelectItem(expression, Identifier.of("C" + index), span);
    }

    private static FunctionCall call(String name, Expression value, @Nullable String pattern, Span span) {
        List<Argument> arguments = new ArrayList<>();
        arguments.add(new Argument(null, value));
        if (pattern != null) {
            arguments.add(new Argument(null, new StringLiteral(pattern, span)));
        }
        return new FunctionCall(QualifiedName.of(Identifier.of(name)), arguments, false, List.of(), null, null, span);
    }
}
