package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.tree.TypedDml.Assignment;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery;
import dev.inverterflow.snowflake.local.ast.DmlStatement;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Reference.ColumnReference;
import dev.inverterflow.snowflake.local.ast.Reference.DefaultValue;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.function.TypeRules;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The columns that a statement writes: which values they get, converted to their types, and what they get by default. */
final class TargetColumns {
    private final Environment environment;
    private final TargetTable table;
    private final List<TargetTable.Column> written;

    /**
     * The columns in the order of the statement.
     *
     * @param names empty for all columns of the table in its order
     */
    TargetColumns(Environment environment, TargetTable table, List<Identifier> names) {
        this.environment = environment;
        this.table = table;
        this.written = names.isEmpty() ? table.columns() : named(table, names);
    }

    private static List<TargetTable.Column> named(TargetTable table, List<Identifier> names) {
        Set<String> seen = new HashSet<>();
        List<TargetTable.Column> columns = new ArrayList<>();
        for (var name : names) {
            if (!seen.add(name.name())) {
                throw AnalysisErrors.duplicateColumn(name.display());
            }
            columns.add(column(table, name));
        }
        return columns;
    }

    private static TargetTable.Column column(TargetTable table, Identifier name) {
        return table.column(name.name())
                .orElseThrow(() -> Errors.invalidIdentifier(
                        name.display(),
                        name.span().position().line(),
                        name.span().position().column()));
    }

    /** One value per column of the table, in its order, for a row as written. */
    List<TypedExpression> row(List<Expression> values, ExpressionAnalyzer expressions) {
        requireCount(values.size());
        return values(
                place -> values.get(place) instanceof DefaultValue ? null : expressions.analyze(values.get(place)));
    }

    /** Refuses another number of values than the statement writes columns. */
    void requireCount(int values) {
        if (values != written.size()) {
            throw AnalysisErrors.valueCount(written.size(), values);
        }
    }

    /** One value per column of the table, in its order, from those of the written columns; null is DEFAULT. */
    List<TypedExpression> values(IntFunction<@Nullable TypedExpression> value) {
        return all(place -> {
            var typed = value.apply(place);
            return typed == null ? byDefault(written.get(place)) : converted(typed, written.get(place));
        });
    }

    /** One value per column of the table, in its order, for the rows of a query. */
    List<TypedExpression> ofQuery(TypedQuery query, int relation) {
        requireCount(query.columns().size());
        return all(i -> {
            var column = query.columns().get(i);
            return converted(
                    new TypedExpression.Column(relation, i, column.label(), column.type(), column.nullable()),
                    written.get(i));
        });
    }

    private interface WrittenValue {
        TypedExpression at(int place);
    }

    private List<TypedExpression> all(WrittenValue value) {
        List<TypedExpression> values = new ArrayList<>();
        for (var column : table.columns()) {
            int place = written.indexOf(column);
            values.add(place < 0 ? byDefault(column) : value.at(place));
        }
        return values;
    }

    /** SET of an UPDATE of the target; a qualified column must be one of its. */
    List<Assignment> assignments(
            List<DmlStatement.Assignment> assignments, Scope.Item target, ExpressionAnalyzer expressions) {
        Set<String> seen = new HashSet<>();
        List<Assignment> typed = new ArrayList<>();
        for (var assignment : assignments) {
            requireOfTarget(assignment.column(), target, expressions.scope());
            var column = column(table, assignment.column().last());
            if (!seen.add(column.name())) {
                throw AnalysisErrors.duplicateColumn(column.name());
            }
            typed.add(new Assignment(
                    column,
                    assignment.value() instanceof DefaultValue
                            ? byDefault(column)
                            : converted(value(assignment, expressions), column)));
        }
        return typed;
    }

    /**
     * Every column of the table with the column of the same name of a source, which must have the same ones.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException if the source has more, fewer or others
     */
    static List<Assignment> byName(TargetTable table, List<Scope.Item> source) {
        Map<String, TypedExpression> values = new HashMap<>();
        for (var item : source) {
            for (int place = 0; place < item.columns().size(); place++) {
                var column = item.columns().get(place);
                if (column.reach() == Scope.Reach.LISTED && values.put(column.name(), item.column(place)) != null) {
                    throw AnalysisErrors.duplicateColumn(column.name());
                }
            }
        }
        if (values.size() != table.columns().size()) {
            throw AnalysisErrors.valueCount(table.columns().size(), values.size());
        }
        List<Assignment> assignments = new ArrayList<>();
        for (var column : table.columns()) {
            var value = values.get(column.name());
            if (value == null) {
                throw Errors.invalidIdentifier(column.name(), 1, 0);
            }
            assignments.add(new Assignment(column, converted(value, column)));
        }
        return assignments;
    }

    private static TypedExpression value(DmlStatement.Assignment assignment, ExpressionAnalyzer expressions) {
        var typed = expressions.analyze(assignment.value());
        ClauseRules.refuseAggregates(typed, assignment.value(), "set");
        return typed;
    }

    private static void requireOfTarget(ColumnReference column, Scope.Item target, Scope scope) {
        boolean ofTarget = column.parts().size() == 1
                || scope.find(column.parts())
                        .filter(found ->
                                found instanceof TypedExpression.Column one && one.relation() == target.number())
                        .isPresent();
        if (!ofTarget) {
            throw Errors.invalidIdentifier(
                    column.span().text().toUpperCase(Locale.ROOT),
                    column.position().line(),
                    column.position().column());
        }
    }

    private TypedExpression byDefault(TargetTable.Column column) {
        if (column.sequence() != null) {
            return new TypedExpression.NextValue(column.sequence(), column.type());
        }
        var expression = column.defaultValue();
        return expression == null
                ? converted(Literals.nothing(), column)
                : converted(new ExpressionAnalyzer(environment, Scope.empty()).analyze(expression), column);
    }

    /** A value for a column; it is converted if Snowflake does so without being asked. */
    static TypedExpression converted(TypedExpression value, TargetTable.Column column) {
        if (!TypeRules.coercible(value.type(), column.type()) && !hexadecimal(value, column)) {
            throw AnalysisErrors.columnType(column.type(), value.type(), column.name());
        }
        return Coercion.to(value, column.type());
    }

    /** Drivers bind binaries as texts, and their tests insert them so; elsewhere a text becomes no binary by itself. */
    private static boolean hexadecimal(TypedExpression value, TargetTable.Column column) {
        return value.type().is(TypeKind.TEXT) && column.type().is(TypeKind.BINARY);
    }
}
