package dev.inverterflow.snowflake.local.function;

import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which type converts to which, and what two types have in common.
 *
 * <p>Source: docs.snowflake.com/en/sql-reference/data-type-conversion, table "Data types that can be cast".
 */
public final class TypeRules {
    /** What text becomes where a number is needed and no other number says more: NUMBER(18,5). */
    public static final SnowflakeType NUMBER_FROM_TEXT = SnowflakeType.number(18, 5);

    private static final Set<TypeKind> TIMESTAMPS =
            EnumSet.of(TypeKind.TIMESTAMP_NTZ, TypeKind.TIMESTAMP_LTZ, TypeKind.TIMESTAMP_TZ);

    private static final Map<TypeKind, Set<TypeKind>> COERCIBLE = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    TypeKind.FIXED, with(TIMESTAMPS, TypeKind.BOOLEAN, TypeKind.REAL, TypeKind.TEXT, TypeKind.VARIANT)),
            Map.entry(TypeKind.REAL, EnumSet.of(TypeKind.BOOLEAN, TypeKind.FIXED, TypeKind.TEXT, TypeKind.VARIANT)),
            Map.entry(
                    TypeKind.TEXT,
                    with(
                            TIMESTAMPS,
                            TypeKind.BOOLEAN,
                            TypeKind.DATE,
                            TypeKind.REAL,
                            TypeKind.FIXED,
                            TypeKind.TIME,
                            TypeKind.TEXT)),
            Map.entry(TypeKind.BOOLEAN, EnumSet.of(TypeKind.TEXT, TypeKind.VARIANT)),
            Map.entry(TypeKind.DATE, with(TIMESTAMPS, TypeKind.TEXT)),
            Map.entry(TypeKind.TIME, EnumSet.of(TypeKind.TEXT)),
            Map.entry(TypeKind.TIMESTAMP_NTZ, with(TIMESTAMPS, TypeKind.DATE, TypeKind.TIME, TypeKind.TEXT)),
            Map.entry(TypeKind.TIMESTAMP_LTZ, with(TIMESTAMPS, TypeKind.DATE, TypeKind.TIME, TypeKind.TEXT)),
            Map.entry(TypeKind.TIMESTAMP_TZ, with(TIMESTAMPS, TypeKind.DATE, TypeKind.TIME, TypeKind.TEXT)),
            Map.entry(TypeKind.BINARY, EnumSet.noneOf(TypeKind.class)),
            Map.entry(TypeKind.VARIANT, without(TypeKind.BINARY)),
            Map.entry(TypeKind.ARRAY, EnumSet.of(TypeKind.VARIANT)),
            Map.entry(TypeKind.OBJECT, EnumSet.of(TypeKind.VARIANT)),
            Map.entry(TypeKind.NULL, EnumSet.allOf(TypeKind.class))));

    private static final Map<TypeKind, Set<TypeKind>> CASTABLE_ONLY = new EnumMap<>(Map.ofEntries(
            Map.entry(TypeKind.ARRAY, EnumSet.of(TypeKind.TEXT)),
            Map.entry(TypeKind.OBJECT, EnumSet.of(TypeKind.TEXT, TypeKind.ARRAY)),
            Map.entry(TypeKind.BINARY, EnumSet.of(TypeKind.TEXT, TypeKind.VARIANT)),
            Map.entry(TypeKind.BOOLEAN, EnumSet.of(TypeKind.FIXED)),
            Map.entry(TypeKind.DATE, EnumSet.of(TypeKind.VARIANT)),
            Map.entry(TypeKind.TIME, EnumSet.of(TypeKind.VARIANT)),
            Map.entry(TypeKind.TIMESTAMP_NTZ, EnumSet.of(TypeKind.VARIANT)),
            Map.entry(TypeKind.TIMESTAMP_LTZ, EnumSet.of(TypeKind.VARIANT)),
            Map.entry(TypeKind.TIMESTAMP_TZ, EnumSet.of(TypeKind.VARIANT)),
            Map.entry(TypeKind.TEXT, EnumSet.of(TypeKind.VARIANT, TypeKind.BINARY))));

    private TypeRules() {}

    private static Set<TypeKind> with(Set<TypeKind> kinds, TypeKind... more) {
        var all = EnumSet.copyOf(kinds);
        all.addAll(List.of(more));
        return all;
    }

    private static Set<TypeKind> without(TypeKind kind) {
        return EnumSet.complementOf(EnumSet.of(kind));
    }

    /** Whether Snowflake converts by itself. */
    public static boolean coercible(SnowflakeType from, SnowflakeType to) {
        return from.is(to.kind())
                || COERCIBLE.getOrDefault(from.kind(), Set.of()).contains(to.kind());
    }

    /** Whether an explicit cast is possible. */
    public static boolean castable(SnowflakeType from, SnowflakeType to) {
        return coercible(from, to)
                || CASTABLE_ONLY.getOrDefault(from.kind(), Set.of()).contains(to.kind());
    }

    /**
     * The type that values of several types are brought to, as in CASE, UNION or COALESCE.
     *
     * @return empty if they have none in common
     */
    public static Optional<SnowflakeType> common(List<SnowflakeType> types) {
        var result = SnowflakeType.NULL;
        for (var type : types) {
            var common = common(result, type);
            if (common.isEmpty()) {
                return Optional.empty();
            }
            result = common.get();
        }
        return Optional.of(result);
    }

    private static Optional<SnowflakeType> common(SnowflakeType a, SnowflakeType b) {
        if (a.is(TypeKind.NULL)) {
            return Optional.of(b);
        }
        if (b.is(TypeKind.NULL) || a.equals(b)) {
            return Optional.of(a);
        }
        if (a.is(b.kind())) {
            return Optional.of(widest(a, b));
        }
        return differing(a, b).or(() -> differing(b, a));
    }

    private static SnowflakeType widest(SnowflakeType a, SnowflakeType b) {
        return switch (a.kind()) {
            case FIXED -> {
                int scale = Math.max(a.scale(), b.scale());
                int leading = Math.max(a.precision() - a.scale(), b.precision() - b.scale());
                yield number(leading, scale);
            }
            case TEXT ->
                (a.length() >= b.length() ? a : b)
                        .withCollation(a.withCollationBeside(b).collation());
            case BINARY -> a.length() >= b.length() ? a : b;
            default -> a.scale() >= b.scale() ? a : b;
        };
    }

    /** A NUMBER with digits before and behind the point, cut at 38 digits in all. */
    public static SnowflakeType number(int leading, int scale) {
        int precision = Math.max(1, Math.min(SnowflakeType.MAX_PRECISION, leading + scale));
        return SnowflakeType.number(precision, Math.min(scale, precision));
    }

    /** What the second type is converted to beside the first; only what may be converted without being asked. */
    private static Optional<SnowflakeType> differing(SnowflakeType from, SnowflakeType to) {
        boolean widens = switch (to.kind()) {
            case VARIANT -> coercible(from, to) || from.is(TypeKind.TEXT);
            case REAL -> from.is(TypeKind.FIXED) || from.is(TypeKind.TEXT);
            case FIXED -> from.is(TypeKind.TEXT);
            case TIMESTAMP_TZ ->
                from.is(TypeKind.DATE) || from.is(TypeKind.TEXT) || from.kind().isTimestamp();
            case TIMESTAMP_LTZ -> from.is(TypeKind.DATE) || from.is(TypeKind.TEXT) || from.is(TypeKind.TIMESTAMP_NTZ);
            case TIMESTAMP_NTZ -> from.is(TypeKind.DATE) || from.is(TypeKind.TEXT);
            case DATE, TIME, BOOLEAN -> from.is(TypeKind.TEXT);
            default -> false;
        };
        if (!widens) {
            return Optional.empty();
        }
        return Optional.of(to.is(TypeKind.FIXED) ? beside(to) : to);
    }

    private static SnowflakeType beside(SnowflakeType number) {
        return widest(number, NUMBER_FROM_TEXT);
    }
}
