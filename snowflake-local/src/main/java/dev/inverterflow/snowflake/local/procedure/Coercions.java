package dev.inverterflow.snowflake.local.procedure;

import static dev.inverterflow.snowflake.local.type.TypeKind.ARRAY;
import static dev.inverterflow.snowflake.local.type.TypeKind.BOOLEAN;
import static dev.inverterflow.snowflake.local.type.TypeKind.DATE;
import static dev.inverterflow.snowflake.local.type.TypeKind.FIXED;
import static dev.inverterflow.snowflake.local.type.TypeKind.NULL;
import static dev.inverterflow.snowflake.local.type.TypeKind.OBJECT;
import static dev.inverterflow.snowflake.local.type.TypeKind.REAL;
import static dev.inverterflow.snowflake.local.type.TypeKind.TEXT;
import static dev.inverterflow.snowflake.local.type.TypeKind.TIME;
import static dev.inverterflow.snowflake.local.type.TypeKind.TIMESTAMP_LTZ;
import static dev.inverterflow.snowflake.local.type.TypeKind.TIMESTAMP_NTZ;
import static dev.inverterflow.snowflake.local.type.TypeKind.TIMESTAMP_TZ;
import static dev.inverterflow.snowflake.local.type.TypeKind.VARIANT;

import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which types an argument may have for a parameter of another type, the column "coercible" of
 * docs.snowflake.com/en/sql-reference/data-type-conversion.
 */
final class Coercions {

    private static final int SAME = 0;
    private static final int SAME_FAMILY = 1;
    private static final int OTHER = 2;

    private static final Map<TypeKind, Set<TypeKind>> TARGETS = new EnumMap<>(Map.ofEntries(
            Map.entry(TEXT, EnumSet.of(FIXED, REAL, BOOLEAN, DATE, TIME, TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ)),
            Map.entry(FIXED, EnumSet.of(REAL, TEXT, BOOLEAN, VARIANT)),
            Map.entry(REAL, EnumSet.of(FIXED, TEXT, BOOLEAN, VARIANT)),
            Map.entry(BOOLEAN, EnumSet.of(TEXT, FIXED, VARIANT)),
            Map.entry(DATE, EnumSet.of(TEXT, TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ)),
            Map.entry(TIME, EnumSet.of(TEXT)),
            Map.entry(TIMESTAMP_NTZ, EnumSet.of(TEXT, DATE, TIME, TIMESTAMP_LTZ, TIMESTAMP_TZ)),
            Map.entry(TIMESTAMP_LTZ, EnumSet.of(TEXT, DATE, TIME, TIMESTAMP_NTZ, TIMESTAMP_TZ)),
            Map.entry(TIMESTAMP_TZ, EnumSet.of(TEXT, DATE, TIME, TIMESTAMP_NTZ, TIMESTAMP_LTZ)),
            Map.entry(OBJECT, EnumSet.of(VARIANT)),
            Map.entry(ARRAY, EnumSet.of(VARIANT)),
            Map.entry(VARIANT, EnumSet.complementOf(EnumSet.of(NULL, VARIANT)))));

    private Coercions() {}

    /** How far an argument's type is from the parameter's: 0 for the same; empty if it cannot be passed. */
    static OptionalInt distance(TypeKind argument, TypeKind parameter) {
        if (argument == parameter || argument == NULL) {
            return OptionalInt.of(SAME);
        }
        if (!TARGETS.getOrDefault(argument, Set.of()).contains(parameter)) {
            return OptionalInt.empty();
        }
        boolean sameFamily =
                argument.isNumeric() && parameter.isNumeric() || argument.isTimestamp() && parameter.isTimestamp();
        return OptionalInt.of(sameFamily ? SAME_FAMILY : OTHER);
    }
}
