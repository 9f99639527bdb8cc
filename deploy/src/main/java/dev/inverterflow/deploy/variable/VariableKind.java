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
            "a plain identifier: letters, digits, _ and $, beginning with a letter or _, at most 255 characters") {
        @Override
        public boolean accepts(String value) {
            return super.accepts(value) && !value.contains("$$") && !ReservedWords.contains(value);
        }

        @Override
        public String description() {
            return super.description() + ", and no reserved word of SQL";
        }
    },
    IAM_ROLE_ARN(
            "arn:aws(-[a-z]+)*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]{1,512}",
            "the ARN of an IAM role, as in arn:aws:iam::123456789012:role/name"),
    ARN(
            "arn:aws(-[a-z]+)*:[a-z0-9-]+:[a-z0-9-]*:([0-9]{12})?:[A-Za-z0-9_+=,.@/:-]{1,1024}",
            "an AWS ARN, as in arn:aws:sns:eu-central-1:123456789012:topic"),
    /** The alphabet of sts:ExternalId (docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html). */
    EXTERNAL_ID("[A-Za-z0-9_+=,.@:/-]{2,1224}", "2 to 1224 letters, digits and _+=,.@:/-"),
    NUMBER("-?[0-9]{1,18}(\\.[0-9]{1,18})?", "a number, as in 300 or 0.5"),
    INTEGER("-?[0-9]{1,18}", "a whole number, as in 300"),
    /** As priced in PRICE_LIST. */
    EDITION(
            "(?i)STANDARD|ENTERPRISE|BUSINESS_CRITICAL|VPS",
            "an edition of Snowflake: STANDARD, ENTERPRISE, BUSINESS_CRITICAL or VPS"),
    VERSION("latest|[0-9]{1,4}(\\.[0-9]{1,4}){1,3}", "a version such as 1.16.0, or latest"),
    S3_URL(
            "s3(gov|china)?://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/([A-Za-z0-9!_.*()=-]+/)*",
            "an S3 URL that ends in /, as in s3://bucket/prefix/ (without it the stage would match sibling prefixes)"),
    /** Stands inside single quotes in the scripts. */
    TEXT(
            "(?!.*\\$\\$)[^'\"\\\\;&\\p{Cntrl}]{0,1024}",
            "text of one line without quotes, backslash, semicolon, & and $$, at most 1024 characters"),
    /** The body of a PEM file on one line. */
    PUBLIC_KEY("[A-Za-z0-9+/]{100,4000}={0,2}", "a public key: what stands between the PEM lines, on one line"),
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

    boolean isNumeric() {
        return this == NUMBER || this == INTEGER;
    }
}
