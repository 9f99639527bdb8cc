package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The regular expression of {@code PATTERN = '…'}, which must match the whole path it is given. */
public final class FilePattern {
    private static final FilePattern ANY = new FilePattern(Pattern.compile("(?s).*"));

    private final Pattern pattern;

    private FilePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    public static FilePattern of(@Nullable String expression) {
        if (expression == null) {
            return ANY;
        }
        try {
            return new FilePattern(Pattern.compile(expression));
        } catch (PatternSyntaxException malformed) {
            throw new SnowflakeException(
                    100048, "2201B", "Invalid regular expression: '" + expression + "', " + malformed.getDescription());
        }
    }

    public boolean matches(String path) {
        return pattern.matcher(path).matches();
    }
}
