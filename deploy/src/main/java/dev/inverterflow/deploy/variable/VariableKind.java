package dev.inverterflow.deploy.variable;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a variable's value may look like. Values are rendered into SQL text as they are (SnowSQL does the same), so each
 * kind admits only text that cannot leave its place: no quote, no blank, no semicolon where none belongs.
 */
public enum VariableKind {
    /** An unquoted Snowflake identifier (docs.snowflake.com/en/sql-reference/identifiers-syntax). */
    IDENTIFIER(
            "[A-Za-z_][A-Za-z0-9_$]{0,254}",
            "a plain identifier: letters, digits, _ and $, beginning with a letter or _, at most 255 characters"),
    ARN(
            "arn:aws(-[a-z]+)*:[a-z0-9-]+:[a-z0-9-]*:([0-9]{12})?:[A-Za-z0-9_+=,.@/:-]{1,1024}",
            "an AWS ARN, as in arn:aws:iam::123456789012:role/name"),
    NUMBER("-?[0-9]{1,18}(\\.[0-9]{1,18})?", "a number, as in 300 or 0.5"),
    S3_URL(
            "s3(gov|china)?://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/([A-Za-z0-9!_.*()=-]+/)*",
            "an S3 URL that ends in /, as in s3://bucket/prefix/ (without it the stage would match sibling prefixes)"),
    /** Stands inside single quotes in the scripts. */
    TEXT(
            "(?!.*\\$\\$)[^'\"\\\\;&\\p{Cntrl}]{0,1024}",
            "text of one line without quotes, backslash, semicolon, & and $$, at most 1024 characters"),
    FILE_NAME("[A-Za-z0-9][A-Za-z0-9._-]{0,254}", "a file name: letters, digits, dot, _ and -");

    private final Pattern pattern;
    private final String description;

    VariableKind(String pattern, String description) {
        this.pattern = Pattern.compile(pattern);
        this.description = description;
    }

    /** Finds a kind by the name that {@code variables.json} uses: lower case, as in {@code s3_url}. */
    public static Optional<VariableKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.label().equals(name)).findFirst();
    }

    static String labels() {
        return Arrays.stream(values()).map(VariableKind::label).collect(Collectors.joining(", "));
    }

    public boolean accepts(String value) {
        return pattern.matcher(value).matches();
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String description() {
        return description;
    }
}
