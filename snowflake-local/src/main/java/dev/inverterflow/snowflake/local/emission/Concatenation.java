package dev.inverterflow.snowflake.local.emission;

import static java.util.stream.Collectors.joining;

import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.function.Sql;
import dev.inverterflow.snowflake.local.function.runtime.TextBounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes {@code ||} and CONCAT, all of a row of them at once. Where one of the operands is a function that makes texts longer, a
 * result beyond the longest text is refused before it is made. Columns and other values are joined as they are: to look at
 * their lengths would cost each statement a tenth of its time, and what becomes a result or is stored is looked at there.
 */
final class Concatenation {
    private static final Set<String> NAMES = Set.of("||", "CONCAT");
    private static final long LONGEST = TextBounds.LONGEST;
    /** Operands of more text than this are not written twice. */
    private static final int MOST_REPEATED = 300;

    private final ExpressionEmitter expressions;
    private final List<TypedExpression> groupKeys;

    /** @param groupKeys what the rows are grouped by, which has to be written as it is in GROUP BY */
    Concatenation(ExpressionEmitter expressions, List<TypedExpression> groupKeys) {
        this.expressions = expressions;
        this.groupKeys = groupKeys;
    }

    /** The call; empty for other functions. */
    Optional<String> call(TypedExpression.Call call) {
        if (!NAMES.contains(call.row().name())) {
            return Optional.empty();
        }
        List<Operand> operands = new ArrayList<>();
        call.arguments().forEach(argument -> add(argument, operands));
        return Optional.of(written(operands));
    }

    /** @param exact whether it is as long as its bound says */
    private record Operand(String sql, long bound, boolean exact, boolean repeatable, boolean grows) {
        boolean isLong() {
            return bound > TextBound.SHORT;
        }
    }

    private void add(TypedExpression expression, List<Operand> operands) {
        if (expression instanceof TypedExpression.Call call
                && NAMES.contains(call.row().name())
                && !groupKeys.contains(call)) {
            call.arguments().forEach(argument -> add(argument, operands));
            return;
        }
        var sql = expressions.emit(expression);
        operands.add(new Operand(
                sql,
                TextBound.of(expression),
                expression instanceof TypedExpression.Value,
                expression instanceof TypedExpression.Column || isRepeatable(sql),
                TextBound.grows(expression)));
    }

    /** Short, and no function of Java or subquery, which the engine would compute twice. */
    private static boolean isRepeatable(String sql) {
        return sql.length() <= MOST_REPEATED && !sql.contains("sf_") && !sql.contains("SELECT");
    }

    private static String written(List<Operand> operands) {
        var plain = operands.stream().map(Operand::sql).collect(joining(" || ", "(", ")"));
        long longest = operands.stream().mapToLong(Operand::bound).sum();
        var open = operands.stream().filter(Operand::isLong).toList();
        if (longest <= LONGEST || open.stream().noneMatch(Operand::grows)) {
            return plain;
        }
        return open.stream().allMatch(Operand::repeatable) ? compared(plain, operands, open) : once(operands);
    }

    private static String compared(String plain, List<Operand> operands, List<Operand> open) {
        var others = operands.stream().filter(operand -> !operand.isLong()).toList();
        long rest = others.stream().mapToLong(Operand::bound).sum();
        var lengths =
                open.stream().map(operand -> "strlen(" + operand.sql() + ")").collect(joining(" + "));
        var exactly = others.stream().allMatch(Operand::exact) ? "" : " AND strlen(" + plain + ") > " + LONGEST;
        return "CASE WHEN " + lengths + " > " + (LONGEST - rest) + exactly + " THEN "
                + TextBounds.raise(open.get(0).sql()) + " ELSE " + plain + " END";
    }

    private static String once(List<Operand> operands) {
        Map<String, String> named = new TreeMap<>();
        List<String> names = new ArrayList<>();
        for (var operand : operands) {
            var name = "a" + named.size();
            named.put(name, operand.sql());
            names.add("x." + name);
        }
        var lengths = names.stream().map(name -> "strlen(" + name + ")").collect(joining(" + "));
        var text = String.join(" || ", names);
        return Sql.once(
                named,
                "CASE WHEN " + lengths + " > " + LONGEST + " THEN " + TextBounds.raise("x.a0") + " ELSE " + text
                        + " END");
    }
}
