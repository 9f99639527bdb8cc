package dev.inverterflow.snowflake.local.function.runtime;

import java.math.BigDecimal;
import java.util.Comparator;

/** How values inside arrays compare: numbers by value, whatever their type, everything else as text. */
final class JsonOrder {
    /** Numbers before texts before everything else. */
    static final Comparator<String> COMPARATOR = Comparator.comparingInt(JsonOrder::rank)
            .thenComparing((a, b) -> rank(a) == 0 ? number(a).compareTo(number(b)) : a.compareTo(b));

    private JsonOrder() {}

    static boolean equal(String a, String b) {
        return a.equals(b) || (rank(a) == 0 && rank(b) == 0 && COMPARATOR.compare(a, b) == 0);
    }

    private static int rank(String json) {
        var kind = JsonKind.of(json);
        return kind.isNumber() ? 0 : kind == JsonKind.VARCHAR ? 1 : 2;
    }

    private static BigDecimal number(String json) {
        return new BigDecimal(json);
    }
}
