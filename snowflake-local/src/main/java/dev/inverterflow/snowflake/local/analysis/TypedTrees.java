package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.tree.SortKey;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Questions about whole expressions. */
public final class TypedTrees {
    private TypedTrees() {}

    /** Whether an expression or a part of it, subqueries left out, answers yes. */
    static boolean any(TypedExpression expression, Predicate<TypedExpression> question) {
        if (question.test(expression)) {
            return true;
        }
        for (TypedExpression child : children(expression)) {
            if (any(child, question)) {
                return true;
            }
        }
        return false;
    }

    static boolean hasAggregate(TypedExpression expression) {
        return any(expression, TypedTrees::isAggregate);
    }

    static boolean hasWindow(TypedExpression expression) {
        return any(expression, TypedTrees::isWindow);
    }

    /** Whether a query is part of an expression. */
    public static boolean hasSubquery(TypedExpression expression) {
        return any(
                expression,
                one -> one instanceof TypedExpression.Scalar
                        || one instanceof TypedExpression.Existence
                        || one instanceof TypedExpression.InRows);
    }

    static boolean isAggregate(TypedExpression expression) {
        return expression instanceof TypedExpression.Aggregate aggregate && aggregate.window() == null;
    }

    static boolean isWindow(TypedExpression expression) {
        return expression instanceof TypedExpression.Aggregate aggregate && aggregate.window() != null;
    }

    /** The expressions that an expression is made of, subqueries left out. */
    public static List<TypedExpression> children(TypedExpression expression) {
        return expression.accept(new Children());
    }

    private static final class Children implements TypedExpression.Visitor<List<TypedExpression>> {
        @Override
        public List<TypedExpression> visitValue(TypedExpression.Value value) {
            return List.of();
        }

        @Override
        public List<TypedExpression> visitBind(TypedExpression.Bind bind) {
            return List.of();
        }

        @Override
        public List<TypedExpression> visitColumn(TypedExpression.Column column) {
            return List.of();
        }

        @Override
        public List<TypedExpression> visitConversion(TypedExpression.Conversion conversion) {
            return List.of(conversion.operand());
        }

        @Override
        public List<TypedExpression> visitCall(TypedExpression.Call call) {
            return call.arguments();
        }

        @Override
        public List<TypedExpression> visitAggregate(TypedExpression.Aggregate aggregate) {
            List<TypedExpression> parts = new ArrayList<>(aggregate.arguments());
            aggregate.order().stream().map(SortKey::expression).forEach(parts::add);
            var window = aggregate.window();
            if (window != null) {
                parts.addAll(window.partition());
                window.order().stream().map(SortKey::expression).forEach(parts::add);
            }
            return parts;
        }

        @Override
        public List<TypedExpression> visitNextValue(TypedExpression.NextValue next) {
            return List.of();
        }

        @Override
        public List<TypedExpression> visitSystemCall(TypedExpression.SystemCall call) {
            return call.arguments();
        }

        @Override
        public List<TypedExpression> visitComparison(TypedExpression.Comparison comparison) {
            return List.of(comparison.left(), comparison.right());
        }

        @Override
        public List<TypedExpression> visitJunction(TypedExpression.Junction junction) {
            return List.of(junction.left(), junction.right());
        }

        @Override
        public List<TypedExpression> visitNegation(TypedExpression.Negation negation) {
            return List.of(negation.operand());
        }

        @Override
        public List<TypedExpression> visitNullTest(TypedExpression.NullTest test) {
            return List.of(test.operand());
        }

        @Override
        public List<TypedExpression> visitSameTest(TypedExpression.SameTest test) {
            return List.of(test.left(), test.right());
        }

        @Override
        public List<TypedExpression> visitChoice(TypedExpression.Choice choice) {
            List<TypedExpression> parts = new ArrayList<>();
            choice.branches().forEach(branch -> {
                parts.add(branch.condition());
                parts.add(branch.result());
            });
            if (choice.otherwise() != null) {
                parts.add(choice.otherwise());
            }
            return parts;
        }

        @Override
        public List<TypedExpression> visitInItems(TypedExpression.InItems in) {
            return Stream.concat(in.value().stream(), in.items().stream().flatMap(List::stream))
                    .toList();
        }

        @Override
        public List<TypedExpression> visitInRows(TypedExpression.InRows in) {
            return in.value();
        }

        @Override
        public List<TypedExpression> visitExistence(TypedExpression.Existence existence) {
            return List.of();
        }

        @Override
        public List<TypedExpression> visitScalar(TypedExpression.Scalar scalar) {
            return List.of();
        }
    }
}
