package dev.inverterflow.snowflake.local.function;

import dev.inverterflow.snowflake.local.type.CollationRules;
import dev.inverterflow.snowflake.local.type.SnowflakeType;

/**
 * What texts with a collation compare by: an expression whose plain order and equality are those of the collation. It is
 * ICU's sort key, of which case-insensitive collations take the first two levels
 * (docs.snowflake.com/en/sql-reference/collation, "Character weights"): levels end at a byte 01, which is in none of them.
 */
public final class CollationKey {
    private static final String LEVEL = "(?:(?:0[02-9A-F]|[1-9A-F][0-9A-F])*01)";

    private CollationKey() {}

    /** Whether values of the type compare by anything but themselves. */
    public static boolean needed(SnowflakeType type) {
        var collation = type.collation();
        return collation != null && !collation.rules().isBinary();
    }

    /** The key of an expression of a type; itself if the type has no collation. */
    public static String of(String sql, SnowflakeType type) {
        var collation = type.collation();
        return collation == null ? sql : of(sql, collation.rules());
    }

    private static String of(String sql, CollationRules rules) {
        var text = folded(trimmed(sql, rules), rules);
        if (rules.locale() == null) {
            return text;
        }
        var key = "icu_sort_key(" + text + ", " + Sql.literal(rules.locale()) + ")";
        return rules.levels() == 3 ? key : "regexp_extract(" + key + ", '^" + LEVEL + "{" + rules.levels() + "}')";
    }

    private static String trimmed(String sql, CollationRules rules) {
        return switch (rules.trimming()) {
            case NONE -> sql;
            case BOTH -> "trim(" + sql + ", ' ')";
            case LEFT -> "ltrim(" + sql + ", ' ')";
            case RIGHT -> "rtrim(" + sql + ", ' ')";
        };
    }

    private static String folded(String sql, CollationRules rules) {
        return switch (rules.folding()) {
            case NONE -> sql;
            case UPPER -> "sf_full_upper(" + sql + ")";
            case LOWER -> "sf_full_lower(" + sql + ")";
        };
    }
}
