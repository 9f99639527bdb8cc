package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.ast.Relation.SampleMethod;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The numbers that SAMPLE takes: docs.snowflake.com/en/sql-reference/constructs/sample. */
final class SampleRules {
    private static final BigDecimal MOST_PERCENT = new BigDecimal(100);
    private static final BigDecimal MOST_ROWS = new BigDecimal(1_000_000);
    private static final BigDecimal MOST_SEED = new BigDecimal(Integer.MAX_VALUE);

    private SampleRules() {}

    /**
     * Refuses what is out of range.
     *
     * @param amount a number, percents or rows
     * @param seed a number; null if none is given
     */
    static void check(SampleMethod method, String amount, @Nullable String seed) {
        if (method == SampleMethod.ROWS) {
            require(amount, MOST_ROWS, "A sample is of 0 to 1000000 rows");
        } else {
            require(amount, MOST_PERCENT, "A sample is of 0 to 100 percent");
        }
        if (seed != null) {
            require(seed, MOST_SEED, "A seed is a number from 0 to 2147483647");
        }
    }

    private static void require(String number, BigDecimal most, String rule) {
        BigDecimal value = new BigDecimal(number);
        if (value.signum() < 0 || value.compareTo(most) > 0) {
            throw AnalysisErrors.invalidArgument(rule);
        }
    }
}
