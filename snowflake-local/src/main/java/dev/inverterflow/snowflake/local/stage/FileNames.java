package dev.inverterflow.snowflake.local.stage;

import dev.inverterflow.snowflake.local.error.Errors;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A PATTERN over names of files: a regular expression that the whole name matches. */
record FileNames(Pattern pattern) implements Predicate<String> {

    private static final Pattern ALL = Pattern.compile(".*", Pattern.DOTALL);

    /** Null is every name. */
    static FileNames matching(@Nullable String pattern) {
        try {
            return new FileNames(pattern == null ? ALL : Pattern.compile(pattern));
        } catch (PatternSyntaxException wrong) {
            throw Errors.invalidValue(String.valueOf(pattern), "PATTERN");
        }
    }

    @Override
    public boolean test(String name) {
        return pattern.matcher(name).matches();
    }
}
