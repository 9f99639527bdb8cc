package dev.inverterflow.snowflake.local.engine;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be told from the text of emitted SQL about doing it again. */
final class JournaledSql {

    private static final Pattern CHANGES =
            Pattern.compile("\\s*(INSERT|UPDATE|DELETE|MERGE|CREATE|DROP|ALTER|TRUNCATE)\\b.*", Pattern.DOTALL);

    private static final Pattern DEFINES = Pattern.compile("\\s*(CREATE|DROP|ALTER)\\b.*", Pattern.DOTALL);

    /** Functions whose values differ from one call to the next, and rows that are there only while a COPY reads them. */
    private static final Pattern UNREPEATABLE = Pattern.compile(
            "\\b(?:nextval|uuid|gen_random_uuid|random|setseed|sf_rand\\w*|sf_uniform\\w*|sf_uuid\\w*|snowflake_local_staged_rows)\\s*\\(");

    private static final List<String> UNREPEATABLE_PARTS =
            List.of("nextval", "uuid", "rand", "seed", "uniform", "staged_rows");

    private static final Pattern INSERT =
            Pattern.compile("\\s*INSERT INTO ((?:\"(?:[^\"]|\"\")*\"|[^\"\\s(])+).*", Pattern.DOTALL);

    private JournaledSql() {}

    static boolean changes(String sql) {
        return CHANGES.matcher(sql).matches();
    }

    /** Whether it makes, changes or drops an object, which no rollback of Snowflake undoes. */
    static boolean defines(String sql) {
        return DEFINES.matcher(sql).matches();
    }

    static boolean isRepeatable(String sql) {
        // The parts of those names tell quickly that a long text has none.
        return UNREPEATABLE_PARTS.stream().noneMatch(sql::contains)
                || !UNREPEATABLE.matcher(sql).find();
    }

    /** An INSERT whose rows would not come out the same twice. */
    static boolean insertsUnrepeatable(String sql) {
        return isInsert(sql) && !isRepeatable(sql);
    }

    private static boolean isInsert(String sql) {
        return INSERT.matcher(sql).matches() && !sql.toUpperCase(Locale.ROOT).contains(" RETURNING ");
    }

    /** The INSERT in a form that answers the rows it has inserted, as texts that the engine reads back without loss. */
    static String answeringRows(String insert) {
        return insert + " RETURNING CAST(COLUMNS(*) AS VARCHAR)";
    }

    /** An INSERT of one such row. */
    static String insertOfTexts(String insert, int columns) {
        Matcher matcher = INSERT.matcher(insert);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no INSERT");
        }
        return "INSERT INTO " + matcher.group(1) + " VALUES (" + "?, ".repeat(columns - 1) + "?)";
    }
}
