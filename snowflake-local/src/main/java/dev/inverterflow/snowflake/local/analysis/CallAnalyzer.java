package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.tree.SortKey;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.Aggregate;
import dev.inverterflow.snowflake.local.analysis.tree.TypedWindow;
import dev.inverterflow.snowflake.local.ast.Call.FunctionCall;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Literal.StringLiteral;
import dev.inverterflow.snowflake.local.ast.OrderItem;
import dev.inverterflow.snowflake.local.ast.OrderItem.Direction;
import dev.inverterflow.snowflake.local.ast.OrderItem.NullOrder;
import dev.inverterflow.snowflake.local.ast.Reference.ColumnReference;
import dev.inverterflow.snowflake.local.ast.Reference.Star;
import dev.inverterflow.snowflake.local.ast.Window;
import dev.inverterflow.snowflake.local.ast.Window.Bound;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.function.FunctionRow.Role;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls of functions. */
final class CallAnalyzer {
    /** Functions that take {@code *} as all columns. */
    private static final Set<String> OF_WHOLE_ROWS =
            Set.of("APPROX_COUNT_DISTINCT", "COUNT", "HASH", "HASH_AGG", "HLL");

    private final ExpressionAnalyzer expressions;
    private final Overloads overloads;

    CallAnalyzer(ExpressionAnalyzer expressions) {
        this.expressions = expressions;
        this.overloads = new Overloads(expressions.environment().shared().functions);
    }

    TypedExpression analyze(FunctionCall call) {
        var name = call.name().last().name();
        if (call.name().size() > 1) {
            // SNOWFLAKE.ALERT.SCHEDULED_TIME() and its like are the system's.
            return new SpecialCalls(expressions, this)
                    .system(call.name().toString(), call)
                    .or(() -> new UserCalls(expressions, this).find(call))
                    .orElseThrow(() -> Errors.unknownUserFunction(call.name().toString()));
        }
        return new SpecialCalls(expressions, this).find(name, call).orElseGet(() -> registered(name, call));
    }

    /** {@code GET(v, 0)}, {@code GET(v, 'name')} or {@code v[key]}: the type of the key decides. */
    TypedExpression get(TypedExpression value, TypedExpression key, Expression written) {
        var name = key.type().is(TypeKind.TEXT) || key.type().is(TypeKind.VARIANT) ? "GET_FIELD" : "GET";
        return call(name, List.of(value, key), written);
    }

    /** How many rows come before this one, in no particular order. */
    TypedExpression rowNumber(Expression written) {
        var chosen = overloads.choose("ROW_NUMBER", "ROW_NUMBER", List.of(), written);
        var number = new Aggregate(
                chosen.row(),
                List.of(),
                false,
                List.of(),
                null,
                new TypedWindow(List.of(), List.of(), null),
                chosen.type(),
                false);
        return operator("-", List.of(number, Literals.number("1")), written);
    }

    private TypedExpression registered(String name, FunctionCall call) {
        var arguments = arguments(name, call);
        return overloads.role(name, call) == Role.SCALAR
                ? scalar(name, arguments, call)
                : aggregate(name, arguments, call);
    }

    private TypedExpression scalar(String name, List<TypedExpression> arguments, FunctionCall call) {
        if (call.distinct() || call.window() != null || !call.withinGroup().isEmpty()) {
            throw Errors.syntaxError(
                    call.position().line(), call.position().column(), call.distinct() ? "DISTINCT" : "OVER");
        }
        return call(name, arguments, call);
    }

    /** A scalar call of a function that is known to exist. */
    TypedExpression call(String name, List<TypedExpression> arguments, Expression written) {
        return overloads.call(name, name, arguments, written);
    }

    /** An operator; its name in messages is its sign. */
    TypedExpression operator(String name, List<TypedExpression> arguments, Expression written) {
        return overloads.call(name, name.equals("NEGATE") ? "-" : name, arguments, written);
    }

    /** The arguments of a call that takes none by name. */
    List<TypedExpression> values(FunctionCall call) {
        return expressions.analyzeAll(call.arguments().stream()
                .map(argument -> {
                    if (argument.name() != null) {
                        throw Errors.notSupported("named arguments of " + call.name());
                    }
                    return argument.value();
                })
                .toList());
    }

    /** Whether a star is among the arguments. */
    boolean hasStar(FunctionCall call) {
        return call.arguments().stream().anyMatch(argument -> argument.value() instanceof Star);
    }

    private List<TypedExpression> arguments(String name, FunctionCall call) {
        List<TypedExpression> result = new ArrayList<>();
        var given = NamedArguments.inPlace(name, call);
        for (int i = 0; i < given.size(); i++) {
            var written = given.get(i).value();
            if (written instanceof Star star) {
                result.addAll(star(name, star, call.distinct()));
            } else if (overloads.takesDatePart(name, i)) {
                result.add(Literals.text(datePart(written)));
            } else {
                result.add(expressions.analyze(written));
            }
        }
        return result;
    }

    private static String datePart(Expression written) {
        if (written instanceof StringLiteral literal) {
            return literal.value();
        }
        if (written instanceof ColumnReference column && column.parts().size() == 1) {
            return column.last().name();
        }
        throw AnalysisErrors.notConstant("A date part");
    }

    /** {@code COUNT(*)} counts all rows, with a qualifier those without a NULL (functions/count). */
    private List<TypedExpression> star(String name, Star star, boolean distinct) {
        if (name.equals("COUNT") && star.qualifier() == null) {
            if (distinct) {
                throw Errors.notSupported("COUNT(DISTINCT *)");
            }
            return List.of();
        }
        if (name.equals("OBJECT_CONSTRUCT") || name.equals("OBJECT_CONSTRUCT_KEEP_NULL")) {
            List<TypedExpression> pairs = new ArrayList<>();
            for (var column : new StarExpansion(expressions).expand(star)) {
                pairs.add(Literals.text(column.label()));
                pairs.add(column.expression());
            }
            return pairs;
        }
        if (OF_WHOLE_ROWS.contains(name)) {
            return new StarExpansion(expressions)
                    .expand(star).stream()
                            .map(StarExpansion.StarColumn::expression)
                            .toList();
        }
        throw Errors.notSupported(
                name + "(*)", star.position().line(), star.position().column());
    }

    private TypedExpression aggregate(String name, List<TypedExpression> own, FunctionCall call) {
        var role = overloads.role(name, call);
        var order = sortKeys(call.withinGroup());
        List<TypedExpression> arguments = new ArrayList<>(own);
        boolean orderIsValue = name.startsWith("PERCENTILE_");
        if (orderIsValue) {
            if (order.size() != 1) {
                throw AnalysisErrors.withinGroupRequired(name);
            }
            arguments.add(order.get(0).expression());
        }
        var window = window(name, role, call);
        var chosen = overloads.choose(name, name, arguments, call);
        AggregateRules.check(name, call, own, order, window);
        if (chosen.arguments().stream().anyMatch(TypedTrees::hasWindow)) {
            AggregateRules.checkNested(name);
            throw window == null
                    ? AnalysisErrors.windowNotAllowed(call.span().text())
                    : AnalysisErrors.nestedWindow(call.span().text());
        }
        if (window != null && call.distinct() && (!window.order().isEmpty() || window.frame() != null)) {
            throw AnalysisErrors.distinctInFrame();
        }
        if (window == null && chosen.arguments().stream().anyMatch(TypedTrees::hasAggregate)) {
            throw AnalysisErrors.nestedAggregate(call.span().text());
        }
        return new Aggregate(
                chosen.row(),
                chosen.arguments(),
                call.distinct(),
                order,
                call.nulls(),
                window,
                sliding(name, window) ? SlidingAverage.type(chosen) : chosen.type(),
                chosen.nullable());
    }

    private static boolean sliding(String name, @Nullable TypedWindow window) {
        return name.equals("AVG") && window != null && window.frame() != null;
    }

    private @Nullable TypedWindow window(String name, Role role, FunctionCall call) {
        var window = call.window();
        if (window == null) {
            if (role == Role.RANKING || role == Role.NAVIGATION) {
                throw AnalysisErrors.windowRequired(name);
            }
            return null;
        }
        boolean orderNeeded = (role == Role.RANKING || role == Role.NAVIGATION) && !name.equals("RATIO_TO_REPORT");
        if (orderNeeded && window.orderBy().isEmpty()) {
            throw AnalysisErrors.orderRequired(name);
        }
        var partition = expressions.analyzeAll(window.partitionBy());
        var typed = new TypedWindow(partition, sortKeys(window.orderBy()), frame(window));
        if (typed.partition().stream().anyMatch(TypedTrees::hasWindow)
                || typed.order().stream().map(SortKey::expression).anyMatch(TypedTrees::hasWindow)) {
            throw AnalysisErrors.nestedWindow(call.span().text());
        }
        ClauseRules.checkFrame(name, typed);
        return name.equals("RATIO_TO_REPORT") ? wholePartition(typed) : typed;
    }

    /** An order changes nothing, a frame cannot be given (functions/ratio_to_report, usage notes). */
    private static TypedWindow wholePartition(TypedWindow window) {
        if (window.frame() != null) {
            throw Errors.notSupported("a frame of RATIO_TO_REPORT");
        }
        return new TypedWindow(window.partition(), List.of(), null);
    }

    private TypedWindow.@Nullable TypedFrame frame(Window window) {
        var frame = window.frame();
        return frame == null
                ? null
                : new TypedWindow.TypedFrame(frame.unit(), bound(frame.start()), bound(frame.end()));
    }

    private TypedWindow.TypedBound bound(Bound bound) {
        var offset = bound.offset();
        return new TypedWindow.TypedBound(bound.kind(), offset == null ? null : expressions.analyze(offset));
    }

    private List<SortKey> sortKeys(List<OrderItem> items) {
        return items.stream()
                .map(item -> sortKey(item, expressions.analyze(item.expression())))
                .toList();
    }

    /** NULLs count as the largest values unless said otherwise. */
    static SortKey sortKey(OrderItem item, TypedExpression expression) {
        var nulls = item.nulls();
        if (nulls == null) {
            nulls = item.direction() == Direction.ASCENDING ? NullOrder.LAST : NullOrder.FIRST;
        }
        return new SortKey(expression, item.direction(), nulls);
    }
}
