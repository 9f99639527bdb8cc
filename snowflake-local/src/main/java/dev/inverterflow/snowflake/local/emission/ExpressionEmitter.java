package dev.inverterflow.snowflake.local.emission;

import static java.util.stream.Collectors.joining;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.analysis.SystemFunctions;
import dev.inverterflow.snowflake.local.analysis.tree.SortKey;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.Quantifier;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery;
import dev.inverterflow.snowflake.local.ast.Call.NullTreatment;
import dev.inverterflow.snowflake.local.ast.OrderItem.Direction;
import dev.inverterflow.snowflake.local.ast.OrderItem.NullOrder;
import dev.inverterflow.snowflake.local.function.Argument;
import dev.inverterflow.snowflake.local.function.CallText;
import dev.inverterflow.snowflake.local.function.Casts;
import dev.inverterflow.snowflake.local.function.CollationKey;
import dev.inverterflow.snowflake.local.function.FunctionRow.Role;
import dev.inverterflow.snowflake.local.function.Sql;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes expressions. What it writes has exactly the DuckDB type of the expression's Snowflake type. */
final class ExpressionEmitter implements TypedExpression.Visitor<String> {
    private final Emission emission;
    private final Addresses addresses;
    private final FieldReads reads;
    /** Keys of GROUP BY that the rows are grouped by the collation of. */
    private final Set<TypedExpression> groupKeys;
    /** All keys of GROUP BY: where one is a part of an expression, it is written as it is there. */
    private final List<TypedExpression> wholeKeys;

    ExpressionEmitter(Emission emission, Addresses addresses) {
        this(emission, addresses, FieldReads.none());
    }

    /** An emitter for the items of a SELECT. */
    ExpressionEmitter(Emission emission, Addresses addresses, FieldReads reads) {
        this(emission, addresses, reads, Set.of(), List.of());
    }

    private ExpressionEmitter(
            Emission emission,
            Addresses addresses,
            FieldReads reads,
            Set<TypedExpression> groupKeys,
            List<TypedExpression> wholeKeys) {
        this.emission = emission;
        this.addresses = addresses;
        this.reads = reads;
        this.groupKeys = groupKeys;
        this.wholeKeys = wholeKeys;
    }

    /** The emitter for a SELECT that is grouped by these keys. */
    ExpressionEmitter beside(List<TypedExpression> keys) {
        return new ExpressionEmitter(emission, addresses, reads, groupKeys, keys);
    }

    /** The emitter for what stands beside keys of GROUP BY with a collation: of equal ones it takes any. */
    ExpressionEmitter grouped(Set<TypedExpression> keys) {
        return new ExpressionEmitter(emission, addresses, reads, keys, wholeKeys);
    }

    /** What all emitters of a statement share. */
    record Emission(Casts casts, SystemFunctions systemFunctions, ConstantValues constants) {}

    /** Values of constant arguments of system functions. */
    interface ConstantValues {
        Constant of(TypedExpression expression);
    }

    String emit(TypedExpression expression) {
        return groupKeys.contains(expression)
                ? "any_value(" + grouped(Set.of()).emit(expression) + ")"
                : expression.accept(this);
    }

    /** What an expression is ordered and told apart by. */
    String ordering(TypedExpression expression) {
        return CollationKey.of(emit(expression), expression.type());
    }

    /** What expressions are told apart by. */
    String orderings(List<TypedExpression> expressions) {
        return expressions.stream().map(this::key).collect(joining(", "));
    }

    String emitAll(List<TypedExpression> expressions) {
        return expressions.stream().map(this::emit).collect(joining(", "));
    }

    @Override
    public String visitValue(TypedExpression.Value value) {
        return ConstantText.of(value.constant());
    }

    @Override
    public String visitBind(TypedExpression.Bind bind) {
        var parameter = "$" + bind.index();
        return bind.type().is(TypeKind.TIMESTAMP_TZ) ? timestampTz(parameter) : Sql.cast(parameter, bind.type());
    }

    /** The parameter is text: microseconds since the epoch and the offset in minutes. */
    private static String timestampTz(String parameter) {
        var text = "CAST(" + parameter + " AS VARCHAR)";
        return "sf_tz(make_timestamp(CAST(split_part(" + text + ", ' ', 1) AS BIGINT)), CAST(split_part(" + text
                + ", ' ', 2) AS INTEGER))";
    }

    @Override
    public String visitColumn(TypedExpression.Column column) {
        return addresses.column(column.relation(), column.column());
    }

    @Override
    public String visitConversion(TypedExpression.Conversion conversion) {
        return read(conversion)
                .or(() -> Optional.ofNullable(ConstantText.converted(conversion)))
                .orElseGet(() -> Sql.bounded(emission.casts()
                        .convert(
                                emit(conversion.operand()),
                                conversion.operand().type(),
                                conversion.type(),
                                conversion.mode())));
    }

    /** What was read below the rows. */
    private Optional<String> read(TypedExpression expression) {
        return PathColumns.find(expression, addresses.paths(), addresses).or(() -> reads.common(expression, addresses));
    }

    @Override
    public String visitCall(TypedExpression.Call call) {
        var compared = new CollatedText(this).call(call);
        if (compared.isPresent()) {
            return compared.get();
        }
        return read(call).orElseGet(() -> called(call));
    }

    private String called(TypedExpression.Call call) {
        var special = new Concatenation(this, wholeKeys).call(call).or(() -> new FusedCalls(this).call(call));
        return special.map(Sql::bounded).orElseGet(() -> {
            var text = new CallText(arguments(call.arguments(), ""), call.type(), emission.casts(), "", "");
            return Sql.bounded(typed(call.row().emission().emit(text), call.type()));
        });
    }

    private List<Argument> arguments(List<TypedExpression> expressions, String beforeFirst) {
        List<Argument> arguments = new ArrayList<>();
        for (var expression : expressions) {
            var prefix = arguments.isEmpty() ? beforeFirst : "";
            arguments.add(
                    new Argument(prefix + emit(expression), expression.type(), ConstantText.constant(expression)));
        }
        return arguments;
    }

    /** Functions of DuckDB give their own number types. */
    private static String typed(String sql, SnowflakeType type) {
        return type.is(TypeKind.FIXED) ? Sql.cast(sql, type) : sql;
    }

    @Override
    public String visitAggregate(TypedExpression.Aggregate aggregate) {
        var keys = aggregate.order().stream().filter(key -> !isConstant(key)).toList();
        var inside = aggregate.window() == null ? grouped(Set.of()) : this;
        var order = ordered(aggregate) && !keys.isEmpty() ? " ORDER BY " + inside.order(keys) : "";
        if (aggregate.nulls() == NullTreatment.IGNORE) {
            order = " IGNORE NULLS";
        }
        var window = aggregate.window();
        var over = window == null ? "" : " OVER (" + new WindowText(this).of(window, aggregate.row()) + ")";
        var compared = new CollatedText(inside).aggregate(aggregate);
        if (compared.isPresent()) {
            return typed(compared.get() + over, aggregate.type());
        }
        var text = new CallText(
                inside.arguments(aggregate.arguments(), aggregate.distinct() ? CallText.DISTINCT : ""),
                aggregate.type(),
                emission.casts(),
                order,
                over);
        return typed(aggregate.row().emission().emit(text), aggregate.type());
    }

    /** It orders nothing, and DuckDB takes none that is no position. */
    private static boolean isConstant(SortKey key) {
        return key.expression() instanceof TypedExpression.Value;
    }

    /** DuckDB takes percentiles in ascending order by itself. */
    private static boolean ordered(TypedExpression.Aggregate aggregate) {
        if (aggregate.row().role() != Role.ORDERED_AGGREGATE
                || aggregate.order().isEmpty()) {
            return false;
        }
        return !aggregate.row().name().startsWith("PERCENTILE_")
                || aggregate.order().get(0).direction() == Direction.DESCENDING;
    }

    String order(List<SortKey> keys) {
        return keys.stream().map(key -> key(key.expression()) + direction(key)).collect(joining(", "));
    }

    /** DuckDB orders by no literal number that is no position. */
    private String key(TypedExpression expression) {
        var sql = OrderText.of(emit(expression), expression.type());
        return expression.type().is(TypeKind.REAL) && Character.isDigit(sql.charAt(0))
                ? Sql.cast(sql, expression.type())
                : sql;
    }

    static String direction(SortKey key) {
        return (key.direction() == Direction.ASCENDING ? " ASC" : " DESC")
                + (key.nulls() == NullOrder.FIRST ? " NULLS FIRST" : " NULLS LAST");
    }

    @Override
    public String visitNextValue(TypedExpression.NextValue next) {
        return Sql.cast("nextval(" + Sql.literal(next.sequence()) + ")", next.type());
    }

    @Override
    public String visitSystemCall(TypedExpression.SystemCall call) {
        var arguments = call.arguments().stream().map(emission.constants()::of).toList();
        return ConstantText.of(emission.systemFunctions().call(call.name(), arguments));
    }

    @Override
    public String visitComparison(TypedExpression.Comparison comparison) {
        return "(" + comparable(comparison.left()) + " " + comparison.operator().sql() + " "
                + comparable(comparison.right()) + ")";
    }

    /** Of a TIMESTAMP_TZ only the instant counts. */
    private String comparable(TypedExpression expression) {
        return expression.type().is(TypeKind.TIMESTAMP_TZ) ? emit(expression) + ".utc" : ordering(expression);
    }

    @Override
    public String visitJunction(TypedExpression.Junction junction) {
        return "(" + emit(junction.left()) + " " + junction.operator().sql() + " " + emit(junction.right()) + ")";
    }

    @Override
    public String visitNegation(TypedExpression.Negation negation) {
        return "(NOT " + emit(negation.operand()) + ")";
    }

    @Override
    public String visitNullTest(TypedExpression.NullTest test) {
        return "(" + emit(test.operand()) + " IS NULL)";
    }

    @Override
    public String visitSameTest(TypedExpression.SameTest test) {
        return "(" + comparable(test.left()) + " IS NOT DISTINCT FROM " + comparable(test.right()) + ")";
    }

    @Override
    public String visitChoice(TypedExpression.Choice choice) {
        var text = new StringBuilder("CASE");
        for (var branch : choice.branches()) {
            text.append(" WHEN ").append(emit(branch.condition()));
            text.append(" THEN ").append(emit(branch.result()));
        }
        var otherwise = choice.otherwise();
        if (otherwise != null) {
            text.append(" ELSE ").append(emit(otherwise));
        }
        return text.append(" END").toString();
    }

    @Override
    public String visitInItems(TypedExpression.InItems in) {
        return "(" + row(in.value()) + " IN ("
                + in.items().stream().map(this::row).collect(joining(", ")) + "))";
    }

    private String row(List<TypedExpression> values) {
        var list = values.stream().map(this::comparable).collect(joining(", "));
        return values.size() == 1 ? list : "(" + list + ")";
    }

    @Override
    public String visitInRows(TypedExpression.InRows in) {
        return "(" + row(in.value()) + " " + in.operator().sql() + " "
                + (in.quantifier() == Quantifier.ANY ? "ANY" : "ALL") + " (" + query(in.query()) + "))";
    }

    @Override
    public String visitExistence(TypedExpression.Existence existence) {
        return "EXISTS (" + query(existence.query()) + ")";
    }

    @Override
    public String visitScalar(TypedExpression.Scalar scalar) {
        return "(" + query(scalar.query()) + ")";
    }

    private String query(TypedQuery query) {
        return new QueryEmitter(emission, addresses).query(query);
    }
}
