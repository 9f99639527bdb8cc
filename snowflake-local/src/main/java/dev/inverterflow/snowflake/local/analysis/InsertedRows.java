package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Reference.DefaultValue;
import dev.inverterflow.snowflake.local.function.TypeRules;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of INSERT … VALUES: which expressions may stand there, and how the type of a column's first value guides the
 * others (docs.snowflake.com/en/sql-reference/sql/insert, "Usage notes" and "Multi-row insert using explicitly-specified
 * values").
 */
final class InsertedRows {
    private final TargetColumns columns;
    private final ExpressionAnalyzer expressions;

    InsertedRows(TargetColumns columns, ExpressionAnalyzer expressions) {
        this.columns = columns;
        this.expressions = expressions;
    }

    /** One value per column of the table, in its order, for each row as written. */
    List<List<TypedExpression>> all(List<List<Expression>> written) {
        written.forEach(row -> columns.requireCount(row.size()));
        var typed = written.stream().map(this::analyzed).toList();
        var guides = guides(typed);
        List<List<TypedExpression>> rows = new ArrayList<>();
        for (var row : typed) {
            rows.add(columns.values(place -> guided(row.get(place), guides.get(place))));
        }
        return rows;
    }

    /** The values of a row; empty for DEFAULT. */
    private List<Optional<TypedExpression>> analyzed(List<Expression> row) {
        return row.stream().map(this::analyzed).toList();
    }

    private Optional<TypedExpression> analyzed(Expression written) {
        if (written instanceof DefaultValue) {
            return Optional.empty();
        }
        var typed = expressions.analyze(written);
        boolean refused = typed.type().kind().isSemiStructured()
                || TypedTrees.hasAggregate(typed)
                || TypedTrees.hasWindow(typed)
                || TypedTrees.hasSubquery(typed);
        if (refused) {
            throw AnalysisErrors.notInValues(written.span().text());
        }
        return Optional.of(typed);
    }

    /** The type that texts of a column become first, since the column's first value is no text; empty if they stay. */
    private static List<Optional<SnowflakeType>> guides(List<List<Optional<TypedExpression>>> rows) {
        List<Optional<SnowflakeType>> guides = new ArrayList<>();
        for (int place = 0; place < rows.get(0).size(); place++) {
            guides.add(guide(rows, place));
        }
        return guides;
    }

    private static Optional<SnowflakeType> guide(List<List<Optional<TypedExpression>>> rows, int place) {
        List<SnowflakeType> types = new ArrayList<>();
        for (var row : rows) {
            row.get(place)
                    .map(TypedExpression::type)
                    .filter(type -> !type.is(TypeKind.NULL))
                    .ifPresent(types::add);
        }
        boolean guided = types.size() > 1 && !types.get(0).is(TypeKind.TEXT);
        return guided && types.stream().anyMatch(type -> type.is(TypeKind.TEXT))
                ? TypeRules.common(types)
                : Optional.empty();
    }

    private static @Nullable TypedExpression guided(Optional<TypedExpression> value, Optional<SnowflakeType> guide) {
        if (value.isEmpty()) {
            return null;
        }
        boolean text = value.get().type().is(TypeKind.TEXT);
        return text && guide.isPresent() ? Coercion.to(value.get(), guide.get()) : value.get();
    }
}
