package dev.inverterflow.snowflake.local.command.query;

import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery;
import dev.inverterflow.snowflake.local.analysis.tree.TypedRelation;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a query as a client is told them: those of a table in its FROM, taken as they are, with that table. */
final class ToldColumns {
    private final Map<Integer, Origin> tables = new HashMap<>();

    private ToldColumns() {}

    static List<ResultColumn> of(TypedQuery query) {
        return new ToldColumns().columns(query);
    }

    private List<ResultColumn> columns(TypedQuery query) {
        TypedQuery.Body body = query.body();
        if (body instanceof TypedQuery.Nested nested) {
            return columns(nested.query());
        }
        List<TypedExpression> items = List.of();
        if (body instanceof TypedQuery.Select select) {
            note(select.from());
            items = select.items();
        }
        List<ResultColumn> told = new ArrayList<>();
        for (int index = 0; index < body.columns().size(); index++) {
            var column = body.columns().get(index);
            told.add(new ResultColumn(
                    column.label(),
                    column.type(),
                    column.nullable(),
                    index < items.size() ? origin(items.get(index)) : null));
        }
        return told;
    }

    private void note(@Nullable TypedRelation relation) {
        if (relation instanceof TypedRelation.Stored stored
                && stored.source().origin().kind() == Origin.Kind.TABLE) {
            tables.put(stored.number(), stored.source().origin());
        } else if (relation instanceof TypedRelation.Joined joined) {
            note(joined.left());
            note(joined.right());
        } else if (relation instanceof TypedRelation.Sampled sampled) {
            note(sampled.input());
        }
    }

    private ResultColumn.@Nullable Origin origin(TypedExpression item) {
        Origin table = item instanceof TypedExpression.Column column ? tables.get(column.relation()) : null;
        return table == null ? null : new ResultColumn.Origin(table.database(), table.schema(), table.name());
    }
}
