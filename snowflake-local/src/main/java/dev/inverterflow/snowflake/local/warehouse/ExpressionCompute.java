package dev.inverterflow.snowflake.local.warehouse;

import dev.inverterflow.snowflake.local.ast.Call;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.ExpressionVisitor;
import dev.inverterflow.snowflake.local.ast.Literal;
import dev.inverterflow.snowflake.local.ast.Operation;
import dev.inverterflow.snowflake.local.ast.Predicate;
import dev.inverterflow.snowflake.local.ast.Reference;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an expression computes with: that of the subqueries in it, and a warehouse for the user's functions. */
final class ExpressionCompute implements ExpressionVisitor<Compute> {
    private final QueryCompute queries;
    private final KnownNames names;

    ExpressionCompute(QueryCompute queries, KnownNames names) {
        this.queries = queries;
        this.names = names;
    }

    /** Of expressions that may be absent. */
    Compute ofAny(@Nullable Expression... expressions) {
        Compute most = Compute.NONE;
        for (Expression expression : expressions) {
            if (expression != null) {
                most = most.with(expression.accept(this));
            }
        }
        return most;
    }

    Compute ofAll(Collection<? extends Expression> expressions) {
        return of(expressions.stream());
    }

    private Compute of(Stream<? extends Expression> expressions) {
        return expressions.map(expression -> expression.accept(this)).reduce(Compute.NONE, Compute::with);
    }

    @Override
    public Compute visitNumberLiteral(Literal.NumberLiteral literal) {
        return Compute.NONE;
    }

    @Override
    public Compute visitStringLiteral(Literal.StringLiteral literal) {
        return Compute.NONE;
    }

    @Override
    public Compute visitBooleanLiteral(Literal.BooleanLiteral literal) {
        return Compute.NONE;
    }

    @Override
    public Compute visitNullLiteral(Literal.NullLiteral literal) {
        return Compute.NONE;
    }

    @Override
    public Compute visitTypedLiteral(Literal.TypedLiteral literal) {
        return Compute.NONE;
    }

    @Override
    public Compute visitIntervalLiteral(Literal.IntervalLiteral literal) {
        return Compute.NONE;
    }

    @Override
    public Compute visitColumnReference(Reference.ColumnReference reference) {
        return Compute.NONE;
    }

    @Override
    public Compute visitPositionalColumn(Reference.PositionalColumn reference) {
        return Compute.NONE;
    }

    @Override
    public Compute visitStar(Reference.Star star) {
        return Compute.NONE;
    }

    @Override
    public Compute visitBind(Reference.Bind bind) {
        return Compute.NONE;
    }

    @Override
    public Compute visitSessionVariable(Reference.SessionVariable variable) {
        return Compute.NONE;
    }

    @Override
    public Compute visitDefaultValue(Reference.DefaultValue defaultValue) {
        return Compute.NONE;
    }

    @Override
    public Compute visitUnary(Operation.Unary unary) {
        return unary.operand().accept(this);
    }

    @Override
    public Compute visitBinary(Operation.Binary binary) {
        return ofAny(binary.left(), binary.right());
    }

    @Override
    public Compute visitCast(Operation.Cast cast) {
        return cast.operand().accept(this);
    }

    @Override
    public Compute visitPathAccess(Operation.PathAccess access) {
        return access.value().accept(this);
    }

    @Override
    public Compute visitCase(Operation.Case caseExpression) {
        return ofAny(caseExpression.operand(), caseExpression.otherwise())
                .with(of(caseExpression.whens().stream().flatMap(when -> Stream.of(when.condition(), when.result()))));
    }

    @Override
    public Compute visitRowValue(Operation.RowValue row) {
        return ofAll(row.items());
    }

    @Override
    public Compute visitArrayConstructor(Operation.ArrayConstructor array) {
        return ofAll(array.items());
    }

    @Override
    public Compute visitObjectConstructor(Operation.ObjectConstructor object) {
        return of(object.entries().stream().map(Operation.ObjectEntry::value));
    }

    @Override
    public Compute visitScalarSubquery(Operation.ScalarSubquery subquery) {
        return queries.of(subquery.query());
    }

    @Override
    public Compute visitLike(Predicate.Like like) {
        return ofAny(like.value(), like.escape()).with(ofAll(like.patterns()));
    }

    @Override
    public Compute visitBetween(Predicate.Between between) {
        return ofAny(between.value(), between.low(), between.high());
    }

    @Override
    public Compute visitInList(Predicate.InList in) {
        return ofAny(in.value()).with(ofAll(in.items()));
    }

    @Override
    public Compute visitInQuery(Predicate.InQuery in) {
        return ofAny(in.value()).with(queries.of(in.query()));
    }

    @Override
    public Compute visitQuantifiedComparison(Predicate.QuantifiedComparison comparison) {
        return ofAny(comparison.value()).with(queries.of(comparison.query()));
    }

    @Override
    public Compute visitIsNull(Predicate.IsNull isNull) {
        return isNull.value().accept(this);
    }

    @Override
    public Compute visitIsBoolean(Predicate.IsBoolean isBoolean) {
        return isBoolean.value().accept(this);
    }

    @Override
    public Compute visitIsDistinctFrom(Predicate.IsDistinctFrom isDistinctFrom) {
        return ofAny(isDistinctFrom.left(), isDistinctFrom.right());
    }

    @Override
    public Compute visitExists(Predicate.Exists exists) {
        return queries.of(exists.query());
    }

    @Override
    public Compute visitFunctionCall(Call.FunctionCall call) {
        Compute arguments = of(call.arguments().stream().map(Call.Argument::value));
        return arguments == Compute.WAREHOUSE || names.isHandler(call.name()) ? Compute.WAREHOUSE : arguments;
    }

    @Override
    public Compute visitLambda(Call.Lambda lambda) {
        return lambda.body().accept(this);
    }
}
