package dev.inverterflow.snowflake.local.emission;

import static java.util.stream.Collectors.joining;

import dev.inverterflow.snowflake.local.analysis.tree.ResultColumn;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.function.CollationKey;
import dev.inverterflow.snowflake.local.function.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what compares texts that have a collation, and MIN and MAX of whatever is not in order by itself. */
final class CollatedText {
    private final ExpressionEmitter expressions;

    CollatedText(ExpressionEmitter expressions) {
        this.expressions = expressions;
    }

    /** A function that compares its arguments; empty for others, and without a collation. */
    Optional<String> call(TypedExpression.Call call) {
        var arguments = call.arguments();
        if (!needed(arguments)) {
            return Optional.empty();
        }
        return switch (call.row().name()) {
            case "EQUAL_NULL" ->
                Optional.of("(" + expressions.ordering(arguments.get(0)) + " IS NOT DISTINCT FROM "
                        + expressions.ordering(arguments.get(1)) + ")");
            case "NULLIF" ->
                Optional.of("CASE WHEN " + expressions.ordering(arguments.get(0)) + " = "
                        + expressions.ordering(arguments.get(1)) + " THEN NULL ELSE "
                        + expressions.emit(arguments.get(0)) + " END");
            case "GREATEST" -> Optional.of(extreme(arguments, "DESC"));
            case "LEAST" -> Optional.of(extreme(arguments, "ASC"));
            default -> Optional.empty();
        };
    }

    /** The first of the arguments in an order; NULL if one is. Its place tells equal ones apart. */
    private String extreme(List<TypedExpression> arguments, String direction) {
        List<String> entries = new ArrayList<>();
        for (int place = 0; place < arguments.size(); place++) {
            int rank = direction.equals("DESC") ? -place : place;
            entries.add("{'key': " + expressions.ordering(arguments.get(place)) + ", 'rank': " + rank + ", 'value': "
                    + expressions.emit(arguments.get(place)) + "}");
        }
        var noneNull = arguments.stream()
                .map(argument -> expressions.emit(argument) + " IS NOT NULL")
                .collect(joining(" AND "));
        return "CASE WHEN " + noneNull + " THEN list_sort([" + String.join(", ", entries) + "], '" + direction
                + "')[1].\"value\" END";
    }

    /**
     * An aggregate that compares values which are not in order by themselves, without what follows OVER; empty for others.
     */
    Optional<String> aggregate(TypedExpression.Aggregate aggregate) {
        var arguments = aggregate.arguments();
        var name = aggregate.row().name();
        if (name.equals("MIN") || name.equals("MAX")) {
            return extreme(name.equals("MIN") ? "arg_min" : "arg_max", arguments.get(0));
        }
        if (!needed(arguments) || !aggregate.distinct()) {
            return Optional.empty();
        }
        if (!name.equals("COUNT") || arguments.size() > 1) {
            throw Errors.notSupported(name + " of distinct texts with a collation");
        }
        return Optional.of("count(DISTINCT " + expressions.ordering(arguments.get(0)) + ")");
    }

    private Optional<String> extreme(String function, TypedExpression value) {
        var sql = expressions.emit(value);
        return OrderText.isNeeded(value.type())
                ? Optional.of(function + "(" + sql + ", " + OrderText.of(sql, value.type()) + ")")
                : Optional.empty();
    }

    private static boolean needed(List<TypedExpression> arguments) {
        return arguments.stream().anyMatch(argument -> CollationKey.needed(argument.type()));
    }

    /** Whether rows of these columns are told apart by a collation. */
    static boolean isIn(List<ResultColumn> columns) {
        return columns.stream().anyMatch(column -> CollationKey.needed(column.type()));
    }

    /** What the columns of the query {@code n} compare by. */
    static String orderings(List<ResultColumn> columns) {
        return columns.stream().map(CollatedText::ordering).collect(joining(", "));
    }

    /** What a column of the query {@code n} compares by. */
    static String ordering(ResultColumn column) {
        return CollationKey.of("\"n\"." + Sql.name(column.duckName()), column.type());
    }
}
