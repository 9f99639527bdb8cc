package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.ast.Call;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.ExpressionVisitor;
import dev.inverterflow.snowflake.local.ast.Literal;
import dev.inverterflow.snowflake.local.ast.Operation;
import dev.inverterflow.snowflake.local.ast.OrderItem;
import dev.inverterflow.snowflake.local.ast.PathStep;
import dev.inverterflow.snowflake.local.ast.Predicate;
import dev.inverterflow.snowflake.local.ast.Reference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts that written expressions are made of. */
final class ExpressionTrees {
    private ExpressionTrees() {}

    /** Whether the expression itself is made of a query. */
    static boolean hasQuery(Expression expression) {
        return expression instanceof Operation.ScalarSubquery
                || expression instanceof Predicate.Exists
                || expression instanceof Predicate.InQuery
                || expression instanceof Predicate.QuantifiedComparison;
    }

    /** The expressions directly inside; those of a subquery and of a window are left out. */
    static List<Expression> children(Expression expression) {
        return expression.accept(new Children());
    }

    private static List<Expression> present(@Nullable Expression... expressions) {
        List<Expression> present = new ArrayList<>();
        for (var expression : expressions) {
            if (expression != null) {
                present.add(expression);
            }
        }
        return present;
    }

    private static final class Children implements ExpressionVisitor<List<Expression>> {
        @Override
        public List<Expression> visitNumberLiteral(Literal.NumberLiteral literal) {
            return List.of();
        }

        @Override
        public List<Expression> visitStringLiteral(Literal.StringLiteral literal) {
            return List.of();
        }

        @Override
        public List<Expression> visitBooleanLiteral(Literal.BooleanLiteral literal) {
            return List.of();
        }

        @Override
        public List<Expression> visitNullLiteral(Literal.NullLiteral literal) {
            return List.of();
        }

        @Override
        public List<Expression> visitTypedLiteral(Literal.TypedLiteral literal) {
            return List.of();
        }

        @Override
        public List<Expression> visitIntervalLiteral(Literal.IntervalLiteral literal) {
            return List.of();
        }

        @Override
        public List<Expression> visitColumnReference(Reference.ColumnReference reference) {
            return List.of();
        }

        @Override
        public List<Expression> visitPositionalColumn(Reference.PositionalColumn reference) {
            return List.of();
        }

        @Override
        public List<Expression> visitStar(Reference.Star star) {
            return List.of();
        }

        @Override
        public List<Expression> visitBind(Reference.Bind bind) {
            return List.of();
        }

        @Override
        public List<Expression> visitSessionVariable(Reference.SessionVariable variable) {
            return List.of();
        }

        @Override
        public List<Expression> visitDefaultValue(Reference.DefaultValue defaultValue) {
            return List.of();
        }

        @Override
        public List<Expression> visitUnary(Operation.Unary unary) {
            return List.of(unary.operand());
        }

        @Override
        public List<Expression> visitBinary(Operation.Binary binary) {
            return List.of(binary.left(), binary.right());
        }

        @Override
        public List<Expression> visitCast(Operation.Cast cast) {
            return List.of(cast.operand());
        }

        @Override
        public List<Expression> visitPathAccess(Operation.PathAccess access) {
            List<Expression> parts = present(access.value());
            for (var step : access.steps()) {
                if (step instanceof PathStep.Computed computed) {
                    parts.add(computed.key());
                }
            }
            return parts;
        }

        @Override
        public List<Expression> visitCase(Operation.Case caseExpression) {
            List<Expression> parts = present(caseExpression.operand(), caseExpression.otherwise());
            caseExpression.whens().forEach(when -> {
                parts.add(when.condition());
                parts.add(when.result());
            });
            return parts;
        }

        @Override
        public List<Expression> visitRowValue(Operation.RowValue row) {
            return row.items();
        }

        @Override
        public List<Expression> visitArrayConstructor(Operation.ArrayConstructor array) {
            return array.items();
        }

        @Override
        public List<Expression> visitObjectConstructor(Operation.ObjectConstructor object) {
            return object.entries().stream().map(Operation.ObjectEntry::value).toList();
        }

        @Override
        public List<Expression> visitScalarSubquery(Operation.ScalarSubquery subquery) {
            return List.of();
        }

        @Override
        public List<Expression> visitLike(Predicate.Like like) {
            List<Expression> parts = present(like.value(), like.escape());
            parts.addAll(like.patterns());
            return parts;
        }

        @Override
        public List<Expression> visitBetween(Predicate.Between between) {
            return List.of(between.value(), between.low(), between.high());
        }

        @Override
        public List<Expression> visitInList(Predicate.InList in) {
            List<Expression> parts = present(in.value());
            parts.addAll(in.items());
            return parts;
        }

        @Override
        public List<Expression> visitInQuery(Predicate.InQuery in) {
            return List.of(in.value());
        }

        @Override
        public List<Expression> visitQuantifiedComparison(Predicate.QuantifiedComparison comparison) {
            return List.of(comparison.value());
        }

        @Override
        public List<Expression> visitIsNull(Predicate.IsNull isNull) {
            return List.of(isNull.value());
        }

        @Override
        public List<Expression> visitIsBoolean(Predicate.IsBoolean isBoolean) {
            return List.of(isBoolean.value());
        }

        @Override
        public List<Expression> visitIsDistinctFrom(Predicate.IsDistinctFrom isDistinctFrom) {
            return List.of(isDistinctFrom.left(), isDistinctFrom.right());
        }

        @Override
        public List<Expression> visitExists(Predicate.Exists exists) {
            return List.of();
        }

        @Override
        public List<Expression> visitFunctionCall(Call.FunctionCall call) {
            List<Expression> parts = new ArrayList<>();
            call.arguments().forEach(argument -> parts.add(argument.value()));
            call.withinGroup().stream().map(OrderItem::expression).forEach(parts::add);
            return parts;
        }

        @Override
        public List<Expression> visitLambda(Call.Lambda lambda) {
            return List.of(lambda.body());
        }
    }
}
