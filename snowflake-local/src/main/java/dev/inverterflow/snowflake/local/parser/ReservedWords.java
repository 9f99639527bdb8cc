package dev.inverterflow.snowflake.local.parser;

import java.util.Set;

/**
 * Words that cannot be names without quotes.
 *
 * <p>Source: docs.snowflake.com/en/sql-reference/reserved-keywords.
 */
final class ReservedWords {
    /** No name of any kind. */
    static final Set<String> EVERYWHERE = words("""
            ALL ALTER AND ANY AS BETWEEN BY CHECK COLUMN CONNECT CREATE CURRENT DELETE DISTINCT DROP ELSE EXISTS
            FOLLOWING FOR FROM GRANT GROUP HAVING ILIKE IN INCREMENT INSERT INTERSECT INTO IS LIKE MINUS NOT NULL
            OF ON OR ORDER QUALIFY REGEXP REVOKE RLIKE ROW ROWS SAMPLE SELECT SET SOME START TABLE TABLESAMPLE
            THEN TO TRIGGER UNION UNIQUE UPDATE VALUES WHENEVER WHERE WINDOW WITH""");

    /** No table and no alias in FROM. */
    static final Set<String> IN_FROM = words("CROSS FULL INNER JOIN LATERAL LEFT NATURAL RIGHT USING");

    /** No column in an expression. */
    static final Set<String> IN_EXPRESSION = words("CASE CAST FALSE TRUE TRY_CAST WHEN");

    /** No column of a table; in an expression they are calls without parentheses. */
    static final Set<String> CONTEXT_FUNCTIONS =
            words("CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER LOCALTIME LOCALTIMESTAMP");

    /**
     * Words that may be names, but not an alias without AS, since they begin the next clause there. Not on
     * Snowflake's list: what its grammar does with them follows from {@code SELECT 1 LIMIT 1} and its like.
     */
    static final Set<String> NO_BARE_ALIAS = words("ASOF EXCEPT FETCH LIMIT MATCH_CONDITION OFFSET PIVOT UNPIVOT");

    /** Reserved words that are names of functions, too. */
    static final Set<String> FUNCTIONS = words("INSERT RLIKE");

    private ReservedWords() {}

    private static Set<String> words(String words) {
        return Set.of(words.split("\\s+"));
    }
}
