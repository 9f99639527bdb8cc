package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Collations as a driver sees them. Statements and values are those of docs.snowflake.com/en/sql-reference/collation and
 * …/functions/collate; what is not there follows from the order of ICU.
 */
@Tag("driver")
class CollationTest {
    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = SERVER.connect();
        run("CREATE OR REPLACE TABLE words (w VARCHAR COLLATE 'en-ci', n INTEGER)");
        run("INSERT INTO words VALUES ('b', 1), ('A', 2), ('a', 3), ('B', 4), (NULL, 5), ('c', 6)");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'Abc' COLLATE 'en-ci' = 'abc'                                    | TRUE
            'Abc' COLLATE 'en-cs' = 'abc'                                    | FALSE
            'Abc' COLLATE 'en' = 'abc'                                       | FALSE
            'E' COLLATE 'fr-as' = 'É'                                        | FALSE
            'E' COLLATE 'fr' = 'É'                                           | FALSE
            'a' COLLATE 'en-ai-ci' = 'ą'                                     | TRUE
            'a' COLLATE 'pl-ai-ci' = 'ą'                                     | FALSE
            'a' COLLATE 'pl' = 'ą'                                           | FALSE
            'pinata' COLLATE 'en-ai-ci' = 'piñata'                           | TRUE
            'pinata' COLLATE 'es-ai-ci' = 'piñata'                           | FALSE
            'A-B-C' COLLATE 'en-ps' = 'ABC'                                  | FALSE
            '  ABC ' COLLATE 'en-trim' = 'ABC'                               | TRUE
            '  ABC ' COLLATE 'en-ltrim' = 'ABC'                              | FALSE
            '  ABC ' COLLATE 'en-rtrim' = 'ABC'                              | FALSE
            '  ABC ' COLLATE 'en' = 'ABC'                                    | FALSE
            'ı' = 'i'                                                        | FALSE
            COLLATE('ı', 'lower') = COLLATE('i', 'lower')                    | FALSE
            COLLATE('ı', 'upper') = COLLATE('i', 'upper')                    | TRUE
            '\\u0001' = '' COLLATE 'en-ci'                                   | TRUE
            '\\u0001' = '' COLLATE 'upper'                                   | FALSE
            '\\u03b9\\u0308\\u0301' = '\\u0390' COLLATE 'en-ci'              | TRUE
            '\\u03b9\\u0308\\u0301' = '\\u0390' COLLATE 'upper'              | TRUE
            '\\u03b9\\u0308\\u0301' = '\\u0390' COLLATE 'lower'              | FALSE
            '+' < '-' COLLATE 'en-ci'                                        | FALSE
            '+' < '-' COLLATE 'upper'                                        | TRUE
            'a\\u0001b' < 'ab' COLLATE 'en-ci'                               | FALSE
            'a\\u0001b' < 'ab' COLLATE 'upper'                               | TRUE
            'abc' < '❄' COLLATE 'en-ci'                                      | FALSE
            'abc' < '❄' COLLATE 'upper'                                      | TRUE
            'a' COLLATE 'EN-CI' = 'A'                                        | TRUE
            'a' COLLATE 'bin' = 'A'                                          | FALSE
            'B' BETWEEN 'a' COLLATE 'en' AND 'c'                             | TRUE
            'a' COLLATE 'en-ci' IS NOT DISTINCT FROM 'A'                     | TRUE
            EQUAL_NULL('a' COLLATE 'en-ci', 'A')                             | TRUE
            NULLIF('a' COLLATE 'en-ci', 'A') IS NULL                         | TRUE
            CASE 'a' COLLATE 'en-ci' WHEN 'A' THEN TRUE ELSE FALSE END       | TRUE
            DECODE('a' COLLATE 'en-ci', 'A', TRUE, FALSE)                    | TRUE
            SUBSTR('xa' COLLATE 'en-ci', 2) = 'A'                            | TRUE
            CONCAT('a' COLLATE 'en-ci', 'b') = 'AB'                          | TRUE
            CONTAINS('abc' COLLATE 'utf8', 'B')                              | FALSE
            STARTSWITH('abc' COLLATE 'bin', 'a')                             | TRUE
            LPAD('a' COLLATE 'en-ci', 2, 'b' COLLATE 'de') = 'BA'            | TRUE
            CASE COLLATE('m', 'upper') WHEN 'M' THEN TRUE ELSE FALSE END     | TRUE
            CASE 'm' WHEN COLLATE('M', 'lower') THEN TRUE ELSE FALSE END     | TRUE
            'm' BETWEEN COLLATE('A', 'lower') AND COLLATE('Z', 'lower')      | TRUE
            COLLATE('m', 'upper') BETWEEN 'A' AND 'Z'                        | TRUE
            GREATEST('a' COLLATE 'en', 'B', 'A') = 'B'                       | TRUE
            LEAST('B' COLLATE 'en', 'a', 'c') = 'a'                          | TRUE
            GREATEST('a' COLLATE 'en', NULL) IS NULL                         | TRUE
            COLLATION(NULLIF('a', 'b' COLLATE 'en')) IS NULL                 | TRUE
            COLLATION(NULLIF('a' COLLATE 'en', 'b')) = 'en'                  | TRUE
            COLLATION(GREATEST('a', 'b' COLLATE 'en')) = 'en'                | TRUE
            COALESCE(NULL, 'a' COLLATE 'en-ci') = 'A'                        | TRUE
            """)
    void textsCompareByTheirCollation(String condition, String value) throws SQLException {
        assertThat(rows("SELECT " + condition)).containsExactly(value);
    }

    /** "Differences in comparisons of widths, spaces, and scripts". */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ('a'), ('A'), ('ａ'), ('Ａ')                             | 4|1|2|2
            (' '), ('\\u00A0'), ('\\u1680'), ('\\u2002'), ('\\u2003') | 5|1|5|5
            ('1'), ('¹'), ('₁'), ('①'), ('੧'), ('௧')                 | 6|1|6|6
            """)
    void widthsSpacesAndScriptsCountForNothingInIcuOnly(String values, int rows, int icu, int upper, int lower)
            throws SQLException {
        assertThat(rows(
                        "SELECT COUNT(*), COUNT(DISTINCT column1 COLLATE 'en-ci'), COUNT(DISTINCT column1 COLLATE 'upper'), "
                                + "COUNT(DISTINCT column1 COLLATE 'lower') FROM VALUES " + values))
                .containsExactly(rows + "|" + icu + "|" + upper + "|" + lower);
    }

    @Test
    void maxFollowsTheCollationOfAColumn() throws SQLException {
        run("CREATE OR REPLACE TABLE demo (no_explicit_collation VARCHAR, en_ci VARCHAR COLLATE 'en-ci', "
                + "en VARCHAR COLLATE 'en', utf_8 VARCHAR collate 'utf8')");
        run("INSERT INTO demo (no_explicit_collation) VALUES ('-'), ('+')");
        run("UPDATE demo SET en_ci = no_explicit_collation, en = no_explicit_collation, utf_8 = no_explicit_collation");
        assertThat(rows("SELECT MAX(no_explicit_collation), MAX(en_ci), MAX(en), MAX(utf_8) FROM demo"))
                .containsExactly("-|+|+|-");
        assertThat(rows("SELECT MIN(en_ci), MAX(en_ci) OVER () FROM demo GROUP BY en_ci ORDER BY 1 LIMIT 1"))
                .containsExactly("-|+");
    }

    @Test
    void orderFollowsTheCollation() throws SQLException {
        run("CREATE OR REPLACE TABLE collation_demo (spanish_phrase VARCHAR COLLATE 'es')");
        run("INSERT INTO collation_demo VALUES ('piñata'), ('piña colada'), ('Pinatubo (Mount)'), ('pint'), ('Pinta')");
        assertThat(rows("SELECT spanish_phrase FROM collation_demo ORDER BY spanish_phrase"))
                .containsExactly("Pinatubo (Mount)", "pint", "Pinta", "piña colada", "piñata");
        assertThat(rows("SELECT spanish_phrase FROM collation_demo ORDER BY COLLATE(spanish_phrase, 'utf8')"))
                .containsExactly("Pinatubo (Mount)", "Pinta", "pint", "piña colada", "piñata");
        // docs.snowflake.com/en/sql-reference/functions/listagg
        assertThat(rows("SELECT LISTAGG(spanish_phrase, '|') WITHIN GROUP (ORDER BY COLLATE(spanish_phrase, 'es')) "
                        + "FROM collation_demo WHERE spanish_phrase <> 'piñata'"))
                .containsExactly("Pinatubo (Mount)|pint|Pinta|piña colada");
        assertThat(rows("SELECT LISTAGG(spanish_phrase, '|') WITHIN GROUP (ORDER BY COLLATE(spanish_phrase, 'utf8')) "
                        + "FROM collation_demo WHERE spanish_phrase <> 'piñata'"))
                .containsExactly("Pinatubo (Mount)|Pinta|pint|piña colada");
        assertThat(rows("SELECT DISTINCT spanish_phrase AS p FROM collation_demo ORDER BY p DESC LIMIT 2"))
                .containsExactly("piñata", "piña colada");
        assertThat(rows("SELECT spanish_phrase FROM collation_demo UNION ALL SELECT 'pio' ORDER BY 1 DESC LIMIT 3"))
                .containsExactly("pio", "piñata", "piña colada");
        assertThat(rows("SELECT column1 FROM VALUES ('ö'), ('z'), ('o') ORDER BY column1 COLLATE 'sv_SE'"))
                .containsExactly("o", "z", "ö");
        assertThat(rows("SELECT column1 FROM VALUES ('ö'), ('z'), ('o') ORDER BY column1 COLLATE 'de_DE'"))
                .containsExactly("o", "ö", "z");
    }

    @Test
    void groupsAndDistinctRowsFollowTheCollation() throws SQLException {
        assertThat(rows("SELECT LOWER(w COLLATE ''), SUM(n), COUNT(*) FROM words GROUP BY w ORDER BY w"))
                .containsExactly("a|5|2", "b|5|2", "c|6|1", "null|5|1");
        assertThat(rows("SELECT COUNT(*) FROM (SELECT w FROM words GROUP BY ALL HAVING w >= 'B')"))
                .containsExactly("2");
        assertThat(rows("SELECT COUNT(*) FROM (SELECT DISTINCT w FROM words)")).containsExactly("4");
        assertThat(rows("SELECT COUNT(*) FROM (SELECT w FROM words UNION SELECT 'C')"))
                .containsExactly("4");
        assertThat(rows("SELECT n, COUNT(*) OVER (PARTITION BY w), RANK() OVER (ORDER BY w), "
                        + "SUM(n) OVER (PARTITION BY w) FROM words ORDER BY n"))
                .containsExactly("1|2|3|5", "2|2|1|5", "3|2|1|5", "4|2|3|5", "5|1|6|5", "6|1|5|6");
        assertThat(rows("SELECT RANK() OVER (ORDER BY w DESC), SUM(SUM(n)) OVER () FROM words WHERE w IS NOT NULL "
                        + "GROUP BY w ORDER BY 1"))
                .containsExactly("1|16", "2|16", "3|16");
    }

    @Test
    void joinsAndSubqueriesFollowTheCollation() throws SQLException {
        run("CREATE OR REPLACE TABLE other (w VARCHAR, t VARCHAR)");
        run("INSERT INTO other VALUES ('B', 'second'), ('x', 'none')");
        assertThat(rows("SELECT words.n, t FROM words JOIN other ON words.w = other.w ORDER BY 1"))
                .containsExactly("1|second", "4|second");
        assertThat(rows("SELECT n, t FROM words JOIN other USING (w) ORDER BY 1"))
                .containsExactly("1|second", "4|second");
        assertThat(rows("SELECT n FROM words WHERE EXISTS (SELECT 1 FROM other WHERE other.w = words.w) ORDER BY 1"))
                .containsExactly("1", "4");
        assertThat(rows("SELECT n FROM words WHERE w >= (SELECT w FROM other WHERE w = 'B') ORDER BY n"))
                .containsExactly("1", "4", "6");
        run(
                "MERGE INTO other USING words ON other.w = words.w AND words.n = 4 WHEN MATCHED THEN UPDATE SET t = 'merged'");
        assertThat(rows("SELECT t FROM other WHERE w = 'B'")).containsExactly("merged");
        run("DELETE FROM words WHERE w = 'A'");
        assertThat(rows("SELECT COUNT(*) FROM words")).containsExactly("4");
    }

    @Test
    void theStrongerCollationCountsAndDifferentOnesOfOneStrengthAreRefused() throws SQLException {
        run(
                "CREATE OR REPLACE TABLE precedence (col1 VARCHAR, col2_fr VARCHAR COLLATE 'fr', col3_de VARCHAR COLLATE 'de', "
                        + "s2 STRING COLLATE 'utf8', s1 STRING COLLATE '')");
        run("INSERT INTO precedence VALUES ('a', 'a', 'a', 'a', 'a')");
        for (var condition : List.of(
                "col1 = col2_fr",
                "col1 COLLATE 'en' = col2_fr",
                "col2_fr COLLATE '' = col3_de",
                "s1 = 'a'",
                "s1 = s2",
                "s1 = col2_fr")) {
            assertThat(rows("SELECT COUNT(*) FROM precedence WHERE " + condition))
                    .as(condition)
                    .containsExactly("1");
        }
        assertThat(rows("SELECT COLLATION(COALESCE(col1, col2_fr)), COLLATION(col2_fr || col3_de COLLATE 'en') "
                        + "FROM precedence"))
                .containsExactly("fr|en");
        refused("SELECT 1 FROM precedence WHERE s2 = col2_fr", "Incompatible collations: 'fr' and 'utf8'");
        refused("SELECT 1 FROM precedence WHERE col2_fr = col3_de", "Incompatible collations: 'de' and 'fr'");
        refused(
                "SELECT 1 FROM precedence WHERE col2_fr COLLATE 'en' = col3_de COLLATE 'de'",
                "Incompatible collations: 'de' and 'en'");
        refused("SELECT 'abc' COLLATE 'bin' = 'abc' COLLATE 'utf8'", "Incompatible collations: 'bin' and 'utf8'");
        refused("SELECT DECODE('a', col2_fr, 1, col3_de, 2) FROM precedence", "Incompatible collations: 'de' and 'fr'");
        refused("SELECT CONTAINS('a' COLLATE 'bin', 'a' COLLATE 'utf8')", "Incompatible collations: 'bin' and 'utf8'");
        refused("SELECT 1 FROM precedence a JOIN precedence b ON a.col2_fr = b.col3_de", "Incompatible collations");
        refused("SELECT col2_fr FROM precedence UNION SELECT col3_de FROM precedence", "Incompatible collations");
    }

    private void refused(String sql, String message) {
        assertThatThrownBy(() -> rows(sql))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(2322))
                .hasMessageContaining(message);
    }

    @Test
    void aCollationIsToldByCollationDescribeAndTheDefinition() throws SQLException {
        run("CREATE OR REPLACE TABLE collation_demo2 (c1 VARCHAR COLLATE 'fr', c2 VARCHAR COLLATE '')");
        run("INSERT INTO collation_demo2 (c1, c2) VALUES ('a', 'a'), ('b', 'b')");
        assertThat(rows("SELECT DISTINCT COLLATION(c1), COLLATION(c2) FROM collation_demo2"))
                .containsExactly("fr|null");
        assertThat(rows("SELECT COLLATION(COLLATE(c1, 'es-ci')), COLLATE(c1, 'es-ci') FROM collation_demo2 ORDER BY 2"))
                .containsExactly("es-ci|a", "es-ci|b");
        assertThat(rows("DESC TABLE collation_demo2"))
                .element(0)
                .asString()
                .startsWith("C1|VARCHAR(16777216) COLLATE 'fr'|COLUMN");
        assertThat(rows("DESC TABLE collation_demo2")).element(1).asString().startsWith("C2|VARCHAR(16777216)|COLUMN");
        assertThat(rows("SELECT column_name, collation_name FROM information_schema.columns "
                        + "WHERE table_name = 'COLLATION_DEMO2' ORDER BY 1"))
                .containsExactly("C1|fr", "C2|null");
        assertThat(rows("SELECT GET_DDL('TABLE', 'collation_demo2')"))
                .element(0)
                .asString()
                .contains("C1 VARCHAR(16777216) COLLATE 'fr'");
    }

    @Test
    void tablesAndViewsInheritTheCollationOfTheirQuery() throws SQLException {
        run("CREATE OR REPLACE TABLE t2 AS SELECT w COLLATE 'fr' AS col1, w FROM words");
        assertThat(rows("SELECT DISTINCT COLLATION(col1), COLLATION(w) FROM t2"))
                .containsExactly("fr|en-ci");
        run("CREATE OR REPLACE VIEW v2 AS SELECT w FROM words");
        assertThat(rows("SELECT COUNT(*) FROM v2 WHERE w = 'A'")).containsExactly("2");
        assertThat(rows("SELECT DISTINCT COLLATION(w), COLLATION(CONCAT(w, 'x')) FROM v2"))
                .containsExactly("en-ci|en-ci");
        run("CREATE OR REPLACE TABLE t3 LIKE words");
        assertThat(rows("SELECT COLLATION(w) FROM (SELECT w FROM words LIMIT 1)"))
                .containsExactly("en-ci");
        run("ALTER TABLE t3 ADD COLUMN x VARCHAR(10) COLLATE 'de'");
        run("ALTER TABLE t3 ALTER COLUMN x SET DATA TYPE VARCHAR(20)");
        assertThat(rows("DESC TABLE t3")).element(2).asString().startsWith("X|VARCHAR(20) COLLATE 'de'");
    }

    /** What Snowflake refuses, what its documentation leaves open, and what the engine's ICU cannot do. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT UPPER(w) FROM words | function UPPER of a text with a collation",
                "SELECT w LIKE 'a%' FROM words | function LIKE of a text with a collation",
                "SELECT CONTAINS(w, 'a') FROM words | function CONTAINS of a text with a collation",
                "SELECT REGEXP_LIKE(w, 'a') FROM words | function REGEXP_LIKE of a text with a collation",
                "SELECT 'a' COLLATE 'utf8' LIKE 'a' | function LIKE of a text with a collation",
                "SELECT LAG(w) OVER (ORDER BY n) FROM words | function LAG of a text with a collation",
                "SELECT LISTAGG(DISTINCT w) FROM words | LISTAGG of distinct texts with a collation",
                "SELECT LISTAGG(n, ',' COLLATE 'en') FROM words | a delimiter of LISTAGG with a collation",
                "SET v = (SELECT MAX(w) FROM words) | a session variable of a text with a collation",
                "SELECT w IN ('a', 'b') FROM words | IN with a text that has a collation",
                "SELECT 'a' IN ('b' COLLATE 'utf8', 'c') | IN with a text that has a collation",
                "SELECT w IN (SELECT 'a') FROM words | a comparison with the rows of a subquery with a text that has a",
                "SELECT 'a' = ANY (SELECT w FROM words) | a comparison with the rows of a subquery with a text that",
                "SELECT s.value FROM words, LATERAL SPLIT_TO_TABLE(w, 'a') s | function SPLIT_TO_TABLE of a text with a collation",
                "SELECT w::VARCHAR FROM words | a cast of a text with a collation to VARCHAR",
                "SELECT CAST('a' AS VARCHAR COLLATE 'en') | COLLATE behind a type that is no column's",
                "SELECT w FROM words INTERSECT SELECT 'a' | INTERSECT of texts with a collation",
                "SELECT w, COUNT(*) FROM words GROUP BY ROLLUP (w) | ROLLUP with texts that have a collation",
                "SELECT COUNT(DISTINCT w, n) FROM words | COUNT of distinct texts with a collation",
                "SELECT 'a' COLLATE 'en-pi' = 'b' | a collation with the specifier 'pi': 'en-pi'",
                "SELECT 'a' COLLATE 'en-fu' = 'b' | a collation with the specifier 'fu': 'en-fu'",
                "SELECT 'a' COLLATE 'fr-ai' = 'b' | a collation with 'ai' but without 'ci': 'fr-ai'",
                "SELECT 'a' COLLATE 'ci' = 'b' | a collation without a locale: 'ci'",
                "SELECT 'a' COLLATE 'da-fl' = 'b' | a collation with the specifier 'fl': 'da-fl'",
                "SELECT 'a' COLLATE 'xx' = 'b' | a collation of the locale 'xx': 'xx'",
                "SELECT 'a' COLLATE 'en_FR' = 'b' | a collation of the locale 'en_fr': 'en_FR'",
                "SELECT 'a' COLLATE 'en-nocase' = 'b' | a collation with the specifier 'nocase': 'en-nocase'",
                "SELECT 'a' COLLATE 'en-ci-cs' = 'b' | a collation with several specifiers of one kind: 'en-ci-cs'",
                "SELECT 'a' COLLATE 'utf8-ci' = 'b' | a collation of the locale 'utf8': 'utf8-ci'",
                "CREATE TABLE bad (n NUMBER COLLATE 'en') | COLLATE of a column of type NUMBER(38,0)",
                "CREATE TABLE bad (n VARCHAR COLLATE 'klingon') | a collation of the locale 'klingon': 'klingon'"
            })
    void theRestIsRefusedByName(String statement) {
        var parts = statement.split(" \\| ", -1);
        assertThatThrownBy(() -> rows(parts[0])).hasMessageContaining("not supported by snowflake-local: " + parts[1]);
    }

    @Test
    void aCollationIsNotKeptInsideAVariant() throws SQLException {
        assertThat(rows("SELECT DISTINCT TO_VARIANT('a' COLLATE 'en-ci') = TO_VARIANT('A'), "
                        + "ARRAY_CONSTRUCT('a' COLLATE 'en-ci')[0]::VARCHAR = 'A'"))
                .containsExactly("FALSE|FALSE");
    }

    @Test
    void columnsWithACollationTakeBatchesFilesAndChangesLikeOthers() throws SQLException {
        run("CREATE OR REPLACE TABLE filled (w VARCHAR(20) COLLATE 'en-ci' DEFAULT 'Other', n INTEGER)");
        try (var insert = connection.prepareStatement("INSERT INTO filled VALUES (?, ?)")) {
            for (int i = 0; i < 3; i++) {
                insert.setString(1, i == 0 ? "a" : "A");
                insert.setInt(2, i);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        run("INSERT INTO filled (n) VALUES (9)");
        run("CREATE OR REPLACE STREAM filled_stream ON TABLE filled");
        run("UPDATE filled SET w = w || '!' WHERE w = 'OTHER'");
        run("COPY INTO @~/filled FROM (SELECT w, n FROM filled) FILE_FORMAT = (TYPE = CSV) OVERWRITE = TRUE");
        run("COPY INTO filled FROM @~/filled FILE_FORMAT = (TYPE = CSV)");
        assertThat(rows("SELECT MIN(n), COUNT(*) FROM filled GROUP BY w ORDER BY w"))
                .containsExactly("0|6", "9|2");
        assertThat(rows("SELECT COUNT(*) FROM filled_stream WHERE w = 'OTHER!' AND METADATA$ACTION = 'INSERT'"))
                .containsExactly("2");
        try (var select = connection.prepareStatement("SELECT COUNT(*) FROM filled WHERE w = ?")) {
            select.setString(1, "A");
            try (ResultSet row = select.executeQuery()) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(6);
            }
        }
        assertThat(rows("SELECT ARRAY_AGG(n) WITHIN GROUP (ORDER BY w DESC, n)[0]::INTEGER FROM filled"))
                .containsExactly("9");
        assertThat(rows("SELECT w, \"0\", \"1\" FROM (SELECT w, n FROM filled WHERE n < 2) "
                        + "PIVOT (COUNT(n) FOR n IN (0, 1)) ORDER BY 1"))
                .singleElement()
                .asString()
                .endsWith("|2|2");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Each row's columns, joined by bars. */
    private List<String> rows(String sql) throws SQLException {
        return LocalServer.rows(connection, sql, "|");
    }
}
