package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.tree.SortKey;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedWindow;
import dev.inverterflow.snowflake.local.ast.Call.FunctionCall;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the pages of single aggregates say that they do not take (docs.snowflake.com/en/sql-reference/functions/…). */
final class AggregateRules {
    /** They need all rows at once, each as often as it is there: no DISTINCT, and a window as in {@link #UNORDERED}. */
    private static final Set<String> OF_ALL_ROWS = Set.of(
            "CORR",
            "COVAR_POP",
            "COVAR_SAMP",
            "MEDIAN",
            "MODE",
            "PERCENTILE_CONT",
            "PERCENTILE_DISC",
            "REGR_AVGX",
            "REGR_AVGY",
            "REGR_COUNT",
            "REGR_INTERCEPT",
            "REGR_R2",
            "REGR_SLOPE",
            "REGR_SXX",
            "REGR_SXY",
            "REGR_SYY");

    /** Over a window without an order and without a frame only. */
    private static final Set<String> UNORDERED = Stream.concat(
                    OF_ALL_ROWS.stream(),
                    Stream.of(
                            "ANY_VALUE",
                            "APPROX_COUNT_DISTINCT",
                            "APPROX_PERCENTILE",
                            "BITANDAGG",
                            "BITAND_AGG",
                            "BITORAGG",
                            "BITOR_AGG",
                            "BITXORAGG",
                            "BITXOR_AGG",
                            "BIT_ANDAGG",
                            "BIT_AND_AGG",
                            "BIT_ORAGG",
                            "BIT_OR_AGG",
                            "BIT_XORAGG",
                            "BIT_XOR_AGG",
                            "BOOLAND_AGG",
                            "BOOLOR_AGG",
                            "BOOLXOR_AGG",
                            "HASH_AGG",
                            "HLL",
                            "KURTOSIS",
                            "LISTAGG",
                            "OBJECTAGG",
                            "OBJECT_AGG"))
            .collect(Collectors.toUnmodifiableSet());

    /** Over a window with an order, but without a frame. */
    private static final Set<String> UNFRAMED = Set.of("ARRAY_UNIQUE_AGG", "CUME_DIST", "LAG", "LEAD", "NTILE");

    private static final Set<String> GATHERING = Set.of("ARRAY_AGG", "ARRAYAGG", "LISTAGG");

    private static final Set<String> SEVERAL = Set.of("MAX_BY", "MIN_BY");

    private static final BigDecimal MOST = BigDecimal.valueOf(1000);

    private AggregateRules() {}

    /**
     * Fails if the call is not as the function's page has it.
     *
     * @param arguments as given, before they are converted
     */
    static void check(
            String name,
            FunctionCall call,
            List<TypedExpression> arguments,
            List<SortKey> order,
            @Nullable TypedWindow window) {
        if (UNORDERED.contains(name) && window != null && (!window.order().isEmpty() || window.frame() != null)) {
            throw Errors.notSupported("ORDER BY in the window of " + name);
        }
        if (UNFRAMED.contains(name) && window != null && window.frame() != null) {
            throw Errors.notSupported("a frame of " + name);
        }
        if (call.distinct() && OF_ALL_ROWS.contains(name)) {
            throw Errors.notSupported("DISTINCT in " + name);
        }
        if (call.distinct() && GATHERING.contains(name)) {
            checkOrder(call, arguments, order);
        }
        if (name.equals("MODE")) {
            refuseContainer(call, arguments.get(0));
        }
        if (name.equals("LISTAGG") && arguments.size() == 2) {
            checkDelimiter(arguments.get(1));
        }
        if (name.equals("NTILE") && Coercion.constantText(arguments.get(0)) == null) {
            throw AnalysisErrors.notConstant("The number of buckets");
        }
        if (name.equals("NTH_VALUE") && arguments.size() == 2) {
            checkPlace(arguments.get(1));
        }
        if (SEVERAL.contains(name) && arguments.size() == 3) {
            checkMost(name, arguments.get(2));
        }
    }

    /** Snowflake takes LAG and LEAD over the same window in CONDITIONAL_TRUE_EVENT, which the engine does not. */
    static void checkNested(String name) {
        if (name.equals("CONDITIONAL_TRUE_EVENT")) {
            throw Errors.notSupported("a window function in " + name);
        }
    }

    /** Distinct values are ordered by themselves only (array_agg and listagg, usage notes). */
    private static void checkOrder(FunctionCall call, List<TypedExpression> arguments, List<SortKey> order) {
        for (int i = 0; i < order.size(); i++) {
            if (!order.get(i).expression().equals(arguments.get(0))) {
                var written = call.withinGroup().get(i).expression().span().text();
                throw AnalysisErrors.notInSelectList(written.toUpperCase(Locale.ROOT));
            }
        }
    }

    private static void refuseContainer(FunctionCall call, TypedExpression value) {
        if (value.type().is(TypeKind.ARRAY) || value.type().is(TypeKind.OBJECT)) {
            throw Errors.invalidArgumentTypes(
                    "MODE",
                    value.type().displayName(),
                    call.position().line(),
                    call.position().column());
        }
    }

    private static void checkDelimiter(TypedExpression delimiter) {
        if (Coercion.constantText(delimiter) == null && !delimiter.type().is(TypeKind.NULL)) {
            throw AnalysisErrors.notConstant("The delimiter of LISTAGG");
        }
    }

    /** 1 to 1,000, which only a constant is known to be. */
    private static void checkPlace(TypedExpression place) {
        var text = Coercion.constantText(place);
        if (text != null && !isPlace(text)) {
            throw AnalysisErrors.invalidArgument("NTH_VALUE takes the place of a row from 1 to " + MOST);
        }
    }

    private static void checkMost(String name, TypedExpression most) {
        var text = Coercion.constantText(most);
        if (text == null || !isPlace(text)) {
            throw AnalysisErrors.invalidArgument(name + " takes a constant number of values from 1 to " + MOST);
        }
    }

    private static boolean isPlace(String text) {
        try {
            var number = new BigDecimal(text);
            return number.signum() > 0 && number.compareTo(MOST) <= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
