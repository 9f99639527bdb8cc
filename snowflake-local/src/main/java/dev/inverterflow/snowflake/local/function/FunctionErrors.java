package dev.inverterflow.snowflake.local.function;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;
import java.util.stream.Collectors;

/** Errors about arguments that only their function can judge. */
final class FunctionErrors {
    private FunctionErrors() {}

    static SnowflakeException unknownDatePart(String name) {
        return new SnowflakeException(
                1007, "22023", "SQL compilation error:\n'" + name + "' is not a valid date/time component.");
    }

    static SnowflakeException invalidDatePart(String part, String function) {
        return new SnowflakeException(
                1007,
                "22023",
                "SQL compilation error:\n'" + part + "' is not a valid date/time component for function " + function
                        + ".");
    }

    static SnowflakeException invalidBinaryFormat(String format) {
        return new SnowflakeException(
                1008, "22023", "SQL compilation error:\ninvalid value [" + format + "] for parameter 'format'");
    }

    static SnowflakeException invalidValue(String value, String parameter) {
        return new SnowflakeException(
                1008,
                "22023",
                "SQL compilation error:\ninvalid value [" + value + "] for parameter '" + parameter + "'");
    }

    static SnowflakeException invalidArgumentTypes(String function, List<SnowflakeType> types) {
        return new SnowflakeException(
                1044,
                "42P13",
                "SQL compilation error:\nInvalid argument types for function '" + function + "': ("
                        + types.stream().map(SnowflakeType::displayName).collect(Collectors.joining(", ")) + ")");
    }

    static SnowflakeException notConstant(String what) {
        return new SnowflakeException(1015, "22023", "SQL compilation error:\n" + what + " must be constant.");
    }

    static SnowflakeException cannotConvert(SnowflakeType from, SnowflakeType to) {
        return new SnowflakeException(
                1065,
                "22023",
                "SQL compilation error:\nFunction CAST cannot be used with arguments of types " + from + " and " + to);
    }
}
