package dev.inverterflow.snowflake.local.type;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How texts compare, where it is not by their UTF-8 bytes (docs.snowflake.com/en/sql-reference/collation).
 *
 * @param specification as written: {@code en-ci}, {@code fr_CA-trim}; never empty
 * @param level who named it, which decides where two meet
 */
public record Collation(String specification, Level level) {
    /** What names a collation, the weaker first. */
    public enum Level {
        COLUMN,
        FUNCTION
    }

    /** Whether both mean the same collation; case does not count in specifications. */
    private boolean same(Collation other) {
        return specification.equalsIgnoreCase(other.specification);
    }

    /** The same collation as a column has it that is made of a value with it. */
    public Collation ofColumn() {
        return new Collation(specification, Level.COLUMN);
    }

    /** The rules that the specification stands for. */
    public CollationRules rules() {
        return CollationRules.of(specification);
    }

    /**
     * The collation of an operation on two texts; null stands for a text without one.
     *
     * @throws SnowflakeException 002322 if both have different ones and neither is stronger
     */
    static @Nullable Collation combined(@Nullable Collation a, @Nullable Collation b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        if (a.level != b.level) {
            return a.level.compareTo(b.level) > 0 ? a : b;
        }
        if (!a.same(b)) {
            var names = Stream.of(a, b).map(Collation::specification).sorted().toList();
            throw new SnowflakeException(
                    2322,
                    "42846",
                    "SQL compilation error: Incompatible collations: '" + names.get(0) + "' and '" + names.get(1)
                            + "'");
        }
        return a;
    }
}
