package dev.inverterflow.snowflake.local.analysis.tree;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.ast.BinaryOperator;
import dev.inverterflow.snowflake.local.ast.Call.NullTreatment;
import dev.inverterflow.snowflake.local.function.Casts;
import dev.inverterflow.snowflake.local.function.FunctionRow;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression whose names and types are known. */
public sealed interface TypedExpression {
    SnowflakeType type();

    /** Whether it may be NULL, as far as Snowflake tells its clients. */
    boolean nullable();

    /** Calls the method of its kind. */
    <R> R accept(Visitor<R> visitor);

    /** A value known before anything runs. */
    record Value(Constant constant) implements TypedExpression {
        @Override
        public SnowflakeType type() {
            return constant.type();
        }

        @Override
        public boolean nullable() {
            return constant.text() == null;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitValue(this);
        }
    }

    /** A value that comes with the request, 1-based. */
    record Bind(int index, SnowflakeType type) implements TypedExpression {
        @Override
        public boolean nullable() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBind(this);
        }
    }

    /**
     * A column of a relation of the statement.
     *
     * @param relation the number of the relation
     * @param column its place in the relation, 0-based
     */
    record Column(int relation, int column, String name, SnowflakeType type, boolean nullable)
            implements TypedExpression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitColumn(this);
        }
    }

    /** A conversion, asked for or implied. */
    record Conversion(TypedExpression operand, SnowflakeType type, Casts.Mode mode, boolean nullable)
            implements TypedExpression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitConversion(this);
        }
    }

    /** A scalar function or operator of the registry. */
    record Call(FunctionRow row, List<TypedExpression> arguments, SnowflakeType type, boolean nullable)
            implements TypedExpression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitCall(this);
        }
    }

    /**
     * An aggregate or window function.
     *
     * @param order what stands after WITHIN GROUP
     * @param nulls what was said about NULLs of a window function; null if nothing
     * @param window null for an aggregate over a group
     */
    record Aggregate(
            FunctionRow row,
            List<TypedExpression> arguments,
            boolean distinct,
            List<SortKey> order,
            @Nullable NullTreatment nulls,
            @Nullable TypedWindow window,
            SnowflakeType type,
            boolean nullable)
            implements TypedExpression {
        public Aggregate {
            arguments = List.copyOf(arguments);
            order = List.copyOf(order);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitAggregate(this);
        }
    }

    /** The next value of a DuckDB sequence, for AUTOINCREMENT columns. */
    record NextValue(String sequence, SnowflakeType type) implements TypedExpression {
        @Override
        public boolean nullable() {
            return false;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNextValue(this);
        }
    }

    /** A function of whoever owns the objects it asks about. */
    record SystemCall(String name, List<TypedExpression> arguments, SnowflakeType type) implements TypedExpression {
        public SystemCall {
            arguments = List.copyOf(arguments);
        }

        @Override
        public boolean nullable() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSystemCall(this);
        }
    }

    /** A comparison of two values of one type. */
    record Comparison(BinaryOperator operator, TypedExpression left, TypedExpression right) implements TypedExpression {
        @Override
        public SnowflakeType type() {
            return SnowflakeType.BOOLEAN;
        }

        @Override
        public boolean nullable() {
            return left.nullable() || right.nullable();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitComparison(this);
        }
    }

    /** AND or OR. */
    record Junction(BinaryOperator operator, TypedExpression left, TypedExpression right) implements TypedExpression {
        @Override
        public SnowflakeType type() {
            return SnowflakeType.BOOLEAN;
        }

        @Override
        public boolean nullable() {
            return left.nullable() || right.nullable();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitJunction(this);
        }
    }

    /** NOT. */
    record Negation(TypedExpression operand) implements TypedExpression {
        @Override
        public SnowflakeType type() {
            return SnowflakeType.BOOLEAN;
        }

        @Override
        public boolean nullable() {
            return operand.nullable();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNegation(this);
        }
    }

    /** IS NULL. */
    record NullTest(TypedExpression operand) implements TypedExpression {
        @Override
        public SnowflakeType type() {
            return SnowflakeType.BOOLEAN;
        }

        @Override
        public boolean nullable() {
            return false;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNullTest(this);
        }
    }

    /** IS NOT DISTINCT FROM. */
    record SameTest(TypedExpression left, TypedExpression right) implements TypedExpression {
        @Override
        public SnowflakeType type() {
            return SnowflakeType.BOOLEAN;
        }

        @Override
        public boolean nullable() {
            return false;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSameTest(this);
        }
    }

    /** CASE WHEN … THEN … ELSE … END, in the searched form. */
    record Choice(List<Branch> branches, @Nullable TypedExpression otherwise, SnowflakeType type, boolean nullable)
            implements TypedExpression {
        public Choice {
            branches = List.copyOf(branches);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitChoice(this);
        }
    }

    /** A branch of a {@link Choice}. */
    record Branch(TypedExpression condition, TypedExpression result) {}

    /** {@code value IN (items)}; several values are compared as a row. */
    record InItems(List<TypedExpression> value, List<List<TypedExpression>> items) implements TypedExpression {
        public InItems {
            value = List.copyOf(value);
            items = items.stream().map(List::copyOf).toList();
        }

        @Override
        public SnowflakeType type() {
            return SnowflakeType.BOOLEAN;
        }

        @Override
        public boolean nullable() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitInItems(this);
        }
    }

    /** {@code value op ANY (query)} or ALL; IN is {@code = ANY}. */
    record InRows(List<TypedExpression> value, BinaryOperator operator, Quantifier quantifier, TypedQuery query)
            implements TypedExpression {
        public InRows {
            value = List.copyOf(value);
        }

        @Override
        public SnowflakeType type() {
            return SnowflakeType.BOOLEAN;
        }

        @Override
        public boolean nullable() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitInRows(this);
        }
    }

    /** How many rows of a subquery a comparison must hold for. */
    enum Quantifier {
        ANY,
        ALL
    }

    /** EXISTS. */
    record Existence(TypedQuery query) implements TypedExpression {
        @Override
        public SnowflakeType type() {
            return SnowflakeType.BOOLEAN;
        }

        @Override
        public boolean nullable() {
            return false;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitExistence(this);
        }
    }

    /** A subquery of one column and at most one row. */
    record Scalar(TypedQuery query) implements TypedExpression {
        @Override
        public SnowflakeType type() {
            return query.columns().get(0).type();
        }

        @Override
        public boolean nullable() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitScalar(this);
        }
    }

    /** One method per kind. */
    interface Visitor<R> {
        R visitValue(Value value);

        R visitBind(Bind bind);

        R visitColumn(Column column);

        R visitConversion(Conversion conversion);

        R visitCall(Call call);

        R visitAggregate(Aggregate aggregate);

        R visitNextValue(NextValue next);

        R visitSystemCall(SystemCall call);

        R visitComparison(Comparison comparison);

        R visitJunction(Junction junction);

        R visitNegation(Negation negation);

        R visitNullTest(NullTest test);

        R visitSameTest(SameTest test);

        R visitChoice(Choice choice);

        R visitInItems(InItems in);

        R visitInRows(InRows in);

        R visitExistence(Existence existence);

        R visitScalar(Scalar scalar);
    }
}
