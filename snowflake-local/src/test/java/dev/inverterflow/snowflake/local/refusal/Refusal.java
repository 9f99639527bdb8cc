package dev.inverterflow.snowflake.local.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a statement is refused: the number, the SQLSTATE and the whole message.
 *
 * @param code six digits, as Snowflake prints it
 * @param sqlState five characters
 * @param message the whole text; a line break is written as {@code \n}
 */
record Refusal(String code, String sqlState, String message) {

    /** From {@code 002003 42S02 SQL compilation error:\nObject …}. */
    static Refusal of(String text) {
        String[] parts = text.split(" ", 3);
        if (parts.length != 3 || parts[0].length() != 6 || parts[1].length() != 5) {
            throw new IllegalArgumentException("a refusal is written 'CODE SQLSTATE message', not: " + text);
        }
        return new Refusal(parts[0], parts[1], parts[2]);
    }

    static Refusal of(SQLException failure) {
        return new Refusal(
                String.format(Locale.ROOT, "%06d", failure.getErrorCode()),
                String.valueOf(failure.getSQLState()),
                String.valueOf(failure.getMessage()).replace("\n", "\\n"));
    }

    /** With the folder of the test's files as the suite's files write it. */
    Refusal generic(Path files) {
        return new Refusal(code, sqlState, message.replace(files.toString(), "${files}"));
    }

    /** Fails if the text is not one that Snowflake could have written: the engine's own words, or a fault of the server. */
    void assertSpeaksAsSnowflake(String sql) {
        assertThat(message).as(sql).isNotBlank();
        assertThat(withoutWordsOf(sql)).as(sql).doesNotContainPattern(EngineWords.PATTERN);
        assertThat(code).as("%s is a fault of the server: %s", sql, message).isNotIn("000603", "370001");
    }

    /** A message may quote the statement, whatever that says. */
    private String withoutWordsOf(String sql) {
        String rest = message;
        for (String word : sql.split("\\W+")) {
            if (!word.isEmpty()) {
                rest = rest.replaceAll("(?i)\\b" + Pattern.quote(word) + "\\b", "…");
            }
        }
        return rest;
    }

    @Override
    public String toString() {
        return code + " " + sqlState + " " + message;
    }
}
