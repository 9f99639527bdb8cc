package dev.inverterflow.snowflake.local.function;

import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Division of whole numbers by a constant in DuckDB's own integers, exactly and without a detour through text: what
 * reports do for every row. Anything else is left to the functions that work on text.
 */
final class WholeNumbers {
    private static final int MAX_DIGITS = SnowflakeType.MAX_PRECISION;
    private static final int BIGINT_DIGITS = 18;
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");

    private WholeNumbers() {}

    /**
     * The quotient rounded half away from zero. It is cut after one digit more than the result has, and that digit alone
     * decides the rounding, which is left to DuckDB's cast.
     */
    static Optional<String> quotient(CallText call) {
        int digits = call.result().scale() + 1;
        // Digits of the cut quotient, and those of the factor that puts its point in place.
        boolean fits = call.type(0).precision() + digits + digits + 1 <= MAX_DIGITS;
        return divisor(call).filter(any -> fits).map(divisor -> {
            String cut = "CAST(" + call.sql(0) + " AS HUGEINT) * " + BigInteger.TEN.pow(digits) + "::HUGEINT // "
                    + divisor + "::HUGEINT";
            String point = "0." + "0".repeat(digits - 1) + "1";
            return Sql.cast(
                    "CAST(" + cut + " AS DECIMAL(" + (call.type(0).precision() + digits) + ",0)) * CAST('" + point
                            + "' AS DECIMAL(" + (digits + 1) + "," + digits + "))",
                    call.result());
        });
    }

    /** The remainder, with the sign of the left side as in Snowflake. */
    static Optional<String> remainder(CallText call) {
        String integer = call.type(0).precision() <= BIGINT_DIGITS ? "BIGINT" : "HUGEINT";
        return divisor(call)
                .map(divisor -> "(CAST(" + call.sql(0) + " AS " + integer + ") % " + divisor + "::" + integer + ")");
    }

    /** The divisor, if both are whole numbers and it is a constant other than zero. */
    private static Optional<BigInteger> divisor(CallText call) {
        boolean whole = call.arguments().stream()
                .allMatch(argument ->
                        argument.type().is(TypeKind.FIXED) && argument.type().scale() == 0);
        return whole
                ? Optional.ofNullable(call.arguments().get(1).constant())
                        .filter(text -> WHOLE.matcher(text).matches())
                        .map(BigInteger::new)
                        .filter(value -> value.signum() != 0)
                : Optional.empty();
    }
}
