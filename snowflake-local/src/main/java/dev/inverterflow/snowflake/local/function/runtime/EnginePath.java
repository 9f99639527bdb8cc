package dev.inverterflow.snowflake.local.function.runtime;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A path of GET_PATH in the language of DuckDB's json_extract. */
public final class EnginePath {
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_ -]*");

    private EnginePath() {}

    /**
     * The path for DuckDB.
     *
     * @param path a path in the language of GET_PATH
     * @return null for a name or an index that DuckDB may read otherwise, and for a path without a step
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException if the text is no path
     */
    public static @Nullable String of(String path) {
        var steps = JsonPath.parse(path);
        var result = new StringBuilder("$");
        for (var step : steps) {
            if (step instanceof JsonPath.Field field
                    && PLAIN_NAME.matcher(field.name()).matches()) {
                result.append(".\"").append(field.name()).append('"');
            } else if (step instanceof JsonPath.Element element && element.index() >= 0) {
                result.append('[').append(element.index()).append(']');
            } else {
                return null;
            }
        }
        return steps.isEmpty() ? null : result.toString();
    }

    /**
     * The names of a path of members only, none for an empty path.
     *
     * @return null for a path with a name or an index that DuckDB may read otherwise
     */
    public static @Nullable List<String> members(String path) {
        List<String> names = new ArrayList<>();
        try {
            for (var step : JsonPath.parse(path)) {
                if (!(step instanceof JsonPath.Field field)
                        || !PLAIN_NAME.matcher(field.name()).matches()) {
                    return null;
                }
                names.add(field.name());
            }
        } catch (SnowflakeException e) {
            return null; // said when it is followed
        }
        return names;
    }
}
