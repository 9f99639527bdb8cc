package dev.inverterflow.snowflake.local.ast;

/** One method per kind of expression, so that none can be forgotten. */
public interface ExpressionVisitor<R> {
    R visitNumberLiteral(Literal.NumberLiteral literal);

    R visitStringLiteral(Literal.StringLiteral literal);

    R visitBooleanLiteral(Literal.BooleanLiteral literal);

    R visitNullLiteral(Literal.NullLiteral literal);

    R visitTypedLiteral(Literal.TypedLiteral literal);

    R visitIntervalLiteral(Literal.IntervalLiteral literal);

    R visitColumnReference(Reference.ColumnReference reference);

    R visitPositionalColumn(Reference.PositionalColumn reference);

    R visitStar(Reference.Star star);

    R visitBind(Reference.Bind bind);

    R visitSessionVariable(Reference.SessionVariable variable);

    R visitDefaultValue(Reference.DefaultValue defaultValue);

    R visitUnary(Operation.Unary unary);

    R visitBinary(Operation.Binary binary);

    R visitCast(Operation.Cast cast);

    R visitPathAccess(Operation.PathAccess access);

    R visitCase(Operation.Case caseExpression);

    R visitRowValue(Operation.RowValue row);

    R visitArrayConstructor(Operation.ArrayConstructor array);

    R visitObjectConstructor(Operation.ObjectConstructor object);

    R visitScalarSubquery(Operation.ScalarSubquery subquery);

    R visitLike(Predicate.Like like);

    R visitBetween(Predicate.Between between);

    R visitInList(Predicate.InList in);

    R visitInQuery(Predicate.InQuery in);

    R visitQuantifiedComparison(Predicate.QuantifiedComparison comparison);

    R visitIsNull(Predicate.IsNull isNull);

    R visitIsBoolean(Predicate.IsBoolean isBoolean);

    R visitIsDistinctFrom(Predicate.IsDistinctFrom isDistinctFrom);

    R visitExists(Predicate.Exists exists);

    R visitFunctionCall(Call.FunctionCall call);

    R visitLambda(Call.Lambda lambda);
}
