package dev.inverterflow.snowflake.local.command;

import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.TypeName;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.WireText;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import dev.inverterflow.snowflake.local.type.TypeNames;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the listings of SHOW and DESCRIBE have in common. */
public final class Shown {

    private static final int MILLIS = 3;
    private static final SnowflakeType TIME = SnowflakeType.timestamp(TypeKind.TIMESTAMP_LTZ, MILLIS);

    private Shown() {}

    /** A column of type TIMESTAMP_LTZ(3), for {@code created_on} and its like. */
    public static ResultColumn time(String name) {
        return ResultColumn.of(name, TIME);
    }

    /** A value for {@link #time}. */
    public static String time(Instant instant) {
        return WireText.timestampLtz(instant, MILLIS);
    }

    /** {@code Y} or {@code N}. */
    public static String yesNo(boolean value) {
        return value ? "Y" : "N";
    }

    /** Those whose name fits LIKE, STARTS WITH and LIMIT of a SHOW, in their order. */
    public static <T> List<T> filter(Show show, List<T> all, Function<T, String> name) {
        Predicate<String> like = like(show.like());
        Stream<T> shown = all.stream().filter(one -> like.test(name.apply(one)));
        String prefix = show.startsWith();
        if (prefix != null) {
            shown = shown.filter(one -> name.apply(one).startsWith(prefix));
        }
        String after = show.from();
        if (after != null) {
            shown = shown.filter(one -> name.apply(one).compareTo(after) > 0);
        }
        Integer limit = show.limit();
        return (limit == null ? shown : shown.limit(limit)).toList();
    }

    /** A LIKE pattern, matched without regard to case; null fits everything. */
    public static Predicate<String> like(@Nullable String pattern) {
        if (pattern == null) {
            return name -> true;
        }
        StringBuilder expression = new StringBuilder();
        boolean escaped = false;
        for (int index = 0; index < pattern.length(); index++) {
            char character = pattern.charAt(index);
            if (character == '\\' && !escaped) {
                escaped = true;
                continue;
            }
            expression.append(escaped ? quoted(character) : wildcard(character));
            escaped = false;
        }
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
        return Pattern.compile(expression.toString(), flags).asMatchPredicate();
    }

    /**
     * The type a name in DDL means.
     *
     * @throws SnowflakeException 002040 if there is no such type
     */
    public static SnowflakeType type(TypeName name) {
        return TypeNames.find(name.name(), name.parameters())
                .orElseThrow(() -> new SnowflakeException(
                        2040, "42601", "SQL compilation error:\nUnsupported data type '" + name + "'."));
    }

    private static String wildcard(char character) {
        return switch (character) {
            case '%' -> ".*";
            case '_' -> ".";
            default -> quoted(character);
        };
    }

    private static String quoted(char character) {
        return Pattern.quote(String.valueOf(character));
    }
}
