package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.Comparison;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.Junction;
import dev.inverterflow.snowflake.local.ast.BinaryOperator;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Literal.IntervalLiteral;
import dev.inverterflow.snowflake.local.ast.Operation.Binary;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.function.DatePart;
import java.util.List;
import java.util.regex.Pattern;

/** Operators between two values. */
final class OperatorAnalyzer {
    private static final Pattern INTERVAL_PART = Pattern.compile("\\s*([+-]?\\d+)\\s*([A-Za-z]*)\\s*,?");

    private final ExpressionAnalyzer expressions;

    OperatorAnalyzer(ExpressionAnalyzer expressions) {
        this.expressions = expressions;
    }

    TypedExpression analyze(Binary binary) {
        var operator = binary.operator();
        if (binary.right() instanceof IntervalLiteral interval) {
            return shifted(binary, interval);
        }
        var left = expressions.analyze(binary.left());
        var right = expressions.analyze(binary.right());
        if (operator == BinaryOperator.AND || operator == BinaryOperator.OR) {
            return new Junction(
                    operator,
                    Coercion.bool(left, operator.sql(), binary.left()),
                    Coercion.bool(right, operator.sql(), binary.right()));
        }
        if (operator.isComparison()) {
            return compare(operator, left, right, binary);
        }
        return expressions.calls().operator(operator.sql(), List.of(left, right), binary);
    }

    TypedExpression equal(TypedExpression left, TypedExpression right, Expression written) {
        return compare(BinaryOperator.EQUAL, left, right, written);
    }

    TypedExpression compare(BinaryOperator operator, TypedExpression left, TypedExpression right, Expression written) {
        var type = Coercion.comparable(List.of(left.type(), right.type()))
                .orElseThrow(() -> AnalysisErrors.incompatibleTypes(left.type(), right.type(), written.position()));
        var converted = Coercion.to(left, type);
        if (operator != BinaryOperator.EQUAL && operator != BinaryOperator.NOT_EQUAL) {
            Coercion.requireOrder(converted, written.position());
        }
        return new Comparison(operator, converted, Coercion.to(right, type));
    }

    /** {@code x + INTERVAL '1 day, 2 hours'} is a chain of DATEADD; a number without unit counts seconds. */
    private TypedExpression shifted(Binary binary, IntervalLiteral interval) {
        boolean minus = binary.operator() == BinaryOperator.SUBTRACT;
        if (!minus && binary.operator() != BinaryOperator.ADD) {
            throw invalid(interval);
        }
        var result = expressions.analyze(binary.left());
        var matcher = INTERVAL_PART.matcher(interval.value());
        int end = 0;
        while (end < interval.value().length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw invalid(interval);
            }
            end = matcher.end();
            var unit = unit(matcher.group(2));
            if (DatePart.find(unit).isEmpty()) {
                throw invalid(interval);
            }
            var number = Literals.number(matcher.group(1).replace("+", ""));
            var amount = minus ? expressions.calls().operator("NEGATE", List.of(number), binary) : number;
            result = expressions.calls().call("DATEADD", List.of(Literals.text(unit), amount, result), binary);
        }
        return result;
    }

    /** WEEKS is a word of intervals only (docs.snowflake.com/en/sql-reference/data-types-datetime, "Interval constants"). */
    private static String unit(String written) {
        if (written.isEmpty()) {
            return "SECOND";
        }
        return written.equalsIgnoreCase("WEEKS") ? "WEEK" : written;
    }

    private static RuntimeException invalid(IntervalLiteral interval) {
        return Errors.syntaxError(
                interval.position().line(),
                interval.position().column(),
                interval.span().text());
    }
}
