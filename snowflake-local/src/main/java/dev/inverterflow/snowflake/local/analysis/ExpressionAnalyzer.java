package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.Bind;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.Branch;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.Choice;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.Conversion;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.Scalar;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.Value;
import dev.inverterflow.snowflake.local.ast.Call.FunctionCall;
import dev.inverterflow.snowflake.local.ast.Call.Lambda;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.ExpressionVisitor;
import dev.inverterflow.snowflake.local.ast.Literal;
import dev.inverterflow.snowflake.local.ast.Operation;
import dev.inverterflow.snowflake.local.ast.Operation.CastForm;
import dev.inverterflow.snowflake.local.ast.PathStep;
import dev.inverterflow.snowflake.local.ast.Predicate;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Query;
import dev.inverterflow.snowflake.local.ast.Reference;
import dev.inverterflow.snowflake.local.ast.TypeName;
import dev.inverterflow.snowflake.local.ast.UnaryOperator;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.function.Casts.Mode;
import dev.inverterflow.snowflake.local.function.TypeRules;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import dev.inverterflow.snowflake.local.type.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives expressions their types, in one scope. Long because the visitor has a method for every kind of expression; the work of most is elsewhere. */
final class ExpressionAnalyzer implements ExpressionVisitor<TypedExpression> {
    private final Environment environment;
    private final Scope scope;

    ExpressionAnalyzer(Environment environment, Scope scope) {
        this.environment = environment;
        this.scope = scope;
    }

    Environment environment() {
        return environment;
    }

    Scope scope() {
        return scope;
    }

    TypedExpression analyze(Expression expression) {
        return expression.accept(this);
    }

    List<TypedExpression> analyzeAll(List<Expression> expressions) {
        return expressions.stream().map(this::analyze).toList();
    }

    /** The expression as a condition of WHERE, ON, HAVING or QUALIFY. */
    TypedExpression condition(Expression expression) {
        return Coercion.condition(analyze(expression), expression);
    }

    CallAnalyzer calls() {
        return new CallAnalyzer(this);
    }

    QueryAnalyzer subqueries() {
        return new QueryAnalyzer(environment, scope);
    }

    static SnowflakeType typeOf(TypeName name) {
        return TypeNames.find(name.name(), name.parameters())
                .orElseThrow(() -> TypeNames.unknown(name.name(), name.toString()));
    }

    @Override
    public TypedExpression visitNumberLiteral(Literal.NumberLiteral literal) {
        return Literals.number(literal.text());
    }

    @Override
    public TypedExpression visitStringLiteral(Literal.StringLiteral literal) {
        return Literals.text(literal.value());
    }

    @Override
    public TypedExpression visitBooleanLiteral(Literal.BooleanLiteral literal) {
        return Literals.bool(literal.value());
    }

    @Override
    public TypedExpression visitNullLiteral(Literal.NullLiteral literal) {
        return Literals.nothing();
    }

    @Override
    public TypedExpression visitTypedLiteral(Literal.TypedLiteral literal) {
        var type = switch (literal.kind()) {
            case DATE -> SnowflakeType.DATE;
            case TIME -> SnowflakeType.TIME;
            case TIMESTAMP -> SnowflakeType.TIMESTAMP_NTZ;
            case BINARY -> SnowflakeType.BINARY;
        };
        return new Conversion(Literals.text(literal.value()), type, Mode.CAST, false);
    }

    @Override
    public TypedExpression visitIntervalLiteral(Literal.IntervalLiteral literal) {
        throw Errors.notSupported(
                "an INTERVAL that is not added to a date or time",
                literal.position().line(),
                literal.position().column());
    }

    @Override
    public TypedExpression visitColumnReference(Reference.ColumnReference reference) {
        return scope.find(reference.parts())
                .or(() -> nextValue(reference))
                .or(() -> quotedPosition(reference))
                .orElseThrow(() -> unknown(reference));
    }

    /** Snowpark quotes even {@code "$2"}, and means the second column. */
    private Optional<TypedExpression> quotedPosition(Reference.ColumnReference reference) {
        var name = reference.last().name();
        return reference.parts().size() == 1 && name.matches("\\$[1-9]\\d{0,3}")
                ? scope.positional(null, Integer.parseInt(name.substring(1)))
                : Optional.empty();
    }

    /** {@code sequence.NEXTVAL}. */
    private Optional<TypedExpression> nextValue(Reference.ColumnReference reference) {
        int last = reference.parts().size() - 1;
        if (last == 0 || !reference.last().isWord("NEXTVAL")) {
            return Optional.empty();
        }
        var name = new QualifiedName(reference.parts().subList(0, last), reference.span());
        return environment
                .catalog()
                .sequence(name)
                .map(sequence -> new TypedExpression.NextValue(sequence, SnowflakeType.INTEGER));
    }

    private static SnowflakeException unknown(Reference.ColumnReference reference) {
        var name = reference.parts().stream().map(Object::toString).collect(Collectors.joining("."));
        return Errors.invalidIdentifier(
                name, reference.position().line(), reference.position().column());
    }

    @Override
    public TypedExpression visitPositionalColumn(Reference.PositionalColumn reference) {
        return scope.positional(reference.qualifier(), reference.index())
                .orElseThrow(() -> Errors.invalidIdentifier(
                        "$" + reference.index(),
                        reference.position().line(),
                        reference.position().column()));
    }

    @Override
    public TypedExpression visitStar(Reference.Star star) {
        throw Errors.syntaxError(star.position().line(), star.position().column(), "*");
    }

    @Override
    public TypedExpression visitBind(Reference.Bind bind) {
        var types = environment.shared().binds;
        var type = bind.index() <= types.size() ? types.get(bind.index() - 1) : SnowflakeType.VARCHAR;
        return type.is(TypeKind.NULL) ? Literals.nothing() : new Bind(bind.index(), type);
    }

    @Override
    public TypedExpression visitSessionVariable(Reference.SessionVariable variable) {
        @Nullable Constant value = environment.shared().facts.variables().get(variable.name());
        if (value == null) {
            throw Errors.unknownSessionVariable(
                    variable.name(),
                    variable.position().line(),
                    variable.position().column());
        }
        return new Value(value);
    }

    @Override
    public TypedExpression visitDefaultValue(Reference.DefaultValue defaultValue) {
        throw Errors.syntaxError(
                defaultValue.position().line(), defaultValue.position().column(), "DEFAULT");
    }

    @Override
    public TypedExpression visitUnary(Operation.Unary unary) {
        var operand = analyze(unary.operand());
        if (unary.operator() == UnaryOperator.NOT) {
            return new TypedExpression.Negation(Coercion.bool(operand, "NOT", unary));
        }
        boolean minus = unary.operator() == UnaryOperator.MINUS;
        if (operand instanceof Value value
                && value.constant().text() != null
                && value.type().kind().isNumeric()) {
            return minus
                    ? new Value(
                            new Constant(value.type(), negated(value.constant().text())))
                    : operand;
        }
        return minus ? calls().operator("NEGATE", List.of(operand), unary) : operand;
    }

    private static String negated(String number) {
        return number.startsWith("-") ? number.substring(1) : "-" + number;
    }

    @Override
    public TypedExpression visitBinary(Operation.Binary binary) {
        return new OperatorAnalyzer(this).analyze(binary);
    }

    @Override
    public TypedExpression visitCast(Operation.Cast cast) {
        var operand = analyze(cast.operand());
        var type = typeOf(cast.type());
        var from = operand.type();
        if (from.collation() != null && type.is(TypeKind.TEXT)) {
            throw Errors.notSupported(
                    "a cast of a text with a collation to VARCHAR",
                    cast.position().line(),
                    cast.position().column());
        }
        if (cast.form() == CastForm.TRY_CAST) {
            boolean text = from.is(TypeKind.TEXT) || from.is(TypeKind.NULL);
            if (!text
                    || type.kind().isSemiStructured()
                    || type.is(TypeKind.BINARY)
                    || !TypeRules.castable(from, type)) {
                throw AnalysisErrors.cannotCast("TRY_CAST", from, type);
            }
            return new Conversion(operand, type, Mode.TRY, true);
        }
        if (!TypeRules.castable(from, type)) {
            throw AnalysisErrors.cannotCast("CAST", from, type);
        }
        return from.equals(type)
                ? operand
                : new Conversion(operand, type, Mode.CAST, Coercion.maybeNull(operand, type));
    }

    @Override
    public TypedExpression visitPathAccess(Operation.PathAccess access) {
        var value = analyze(access.value());
        var path = new StringBuilder();
        for (var step : access.steps()) {
            if (step instanceof PathStep.Field field) {
                path.append("[\"").append(field.name().replace("\"", "\"\"")).append("\"]");
            } else if (step instanceof PathStep.Element element) {
                path.append('[').append(element.index()).append(']');
            } else if (step instanceof PathStep.Computed computed) {
                value = computed(along(value, path, access), computed, access);
                path.setLength(0);
            }
        }
        return along(value, path, access);
    }

    private TypedExpression along(TypedExpression value, StringBuilder path, Operation.PathAccess access) {
        return path.isEmpty()
                ? value
                : calls().call("GET_PATH", List.of(value, Literals.text(path.toString())), access);
    }

    private TypedExpression computed(TypedExpression value, PathStep.Computed step, Operation.PathAccess access) {
        return calls().get(value, analyze(step.key()), access);
    }

    @Override
    public TypedExpression visitCase(Operation.Case caseExpression) {
        List<TypedExpression> conditions = new ArrayList<>();
        List<TypedExpression> results = new ArrayList<>();
        var operand = caseExpression.operand();
        for (var when : caseExpression.whens()) {
            conditions.add(
                    operand == null
                            ? condition(when.condition())
                            : new OperatorAnalyzer(this)
                                    .equal(analyze(operand), analyze(when.condition()), when.condition()));
            results.add(analyze(when.result()));
        }
        var otherwise = caseExpression.otherwise();
        if (otherwise != null) {
            results.add(analyze(otherwise));
        }
        var unified = unify(results, caseExpression);
        List<Branch> branches = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            branches.add(new Branch(conditions.get(i), unified.get(i)));
        }
        boolean nullable = otherwise == null || unified.stream().anyMatch(TypedExpression::nullable);
        return new Choice(
                branches,
                otherwise == null ? null : unified.get(unified.size() - 1),
                unified.get(0).type(),
                nullable);
    }

    /** The expressions brought to their common type. */
    List<TypedExpression> unify(List<TypedExpression> expressions, Expression written) {
        var type = TypeRules.common(
                        expressions.stream().map(TypedExpression::type).toList())
                .orElseThrow(() -> incompatible(expressions, written));
        return expressions.stream()
                .map(expression -> Coercion.to(expression, type))
                .toList();
    }

    private static SnowflakeException incompatible(List<TypedExpression> expressions, Expression written) {
        var types = expressions.stream().map(TypedExpression::type).distinct().toList();
        return AnalysisErrors.incompatibleTypes(types.get(0), types.get(types.size() - 1), written.position());
    }

    @Override
    public TypedExpression visitRowValue(Operation.RowValue row) {
        throw Errors.notSupported(
                "a row of values outside IN",
                row.position().line(),
                row.position().column());
    }

    @Override
    public TypedExpression visitArrayConstructor(Operation.ArrayConstructor array) {
        return calls().call("ARRAY_CONSTRUCT", analyzeAll(array.items()), array);
    }

    @Override
    public TypedExpression visitObjectConstructor(Operation.ObjectConstructor object) {
        List<TypedExpression> arguments = new ArrayList<>();
        for (var entry : object.entries()) {
            arguments.add(Literals.text(entry.key()));
            arguments.add(analyze(entry.value()));
        }
        return calls().call("OBJECT_CONSTRUCT_KEEP_NULL", arguments, object);
    }

    @Override
    public TypedExpression visitScalarSubquery(Operation.ScalarSubquery subquery) {
        var query = subqueries().query(subquery.query());
        if (query.columns().size() != 1) {
            throw AnalysisErrors.notOneColumn(query.columns().size());
        }
        return new Scalar(query);
    }

    @Override
    public TypedExpression visitLike(Predicate.Like like) {
        return new PredicateAnalyzer(this).like(like);
    }

    @Override
    public TypedExpression visitBetween(Predicate.Between between) {
        return new PredicateAnalyzer(this).between(between);
    }

    @Override
    public TypedExpression visitInList(Predicate.InList in) {
        return new PredicateAnalyzer(this).inList(in);
    }

    @Override
    public TypedExpression visitInQuery(Predicate.InQuery in) {
        return new PredicateAnalyzer(this).inQuery(in);
    }

    @Override
    public TypedExpression visitQuantifiedComparison(Predicate.QuantifiedComparison comparison) {
        return new PredicateAnalyzer(this).quantified(comparison);
    }

    @Override
    public TypedExpression visitIsNull(Predicate.IsNull isNull) {
        return PredicateAnalyzer.negatedIf(isNull.negated(), new TypedExpression.NullTest(analyze(isNull.value())));
    }

    @Override
    public TypedExpression visitIsBoolean(Predicate.IsBoolean isBoolean) {
        var value = Coercion.bool(analyze(isBoolean.value()), "IS", isBoolean);
        return PredicateAnalyzer.negatedIf(
                isBoolean.negated(), new TypedExpression.SameTest(value, Literals.bool(isBoolean.expected())));
    }

    @Override
    public TypedExpression visitIsDistinctFrom(Predicate.IsDistinctFrom isDistinctFrom) {
        return new PredicateAnalyzer(this).distinct(isDistinctFrom);
    }

    @Override
    public TypedExpression visitExists(Predicate.Exists exists) {
        Query query = exists.query();
        return new TypedExpression.Existence(subqueries().query(query));
    }

    @Override
    public TypedExpression visitFunctionCall(FunctionCall call) {
        return calls().analyze(call);
    }

    @Override
    public TypedExpression visitLambda(Lambda lambda) {
        throw Errors.notSupported(
                "a lambda function", lambda.position().line(), lambda.position().column());
    }
}
