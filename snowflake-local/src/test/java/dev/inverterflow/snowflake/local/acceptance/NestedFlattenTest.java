package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * FLATTENs that are read with their documents give what they give one by one. Reading VALUE itself makes a query the
 * second kind, so each query runs once as it is and once with all VALUEs beside its items; over documents of the usual
 * shape and of others, some of which DuckDB's own reader would change.
 */
@Tag("driver")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NestedFlattenTest {
    private static final int DOCUMENTS = 400;
    private static final List<String> SCALARS = List.of(
            "1",
            "-0.5",
            "1e40",
            "1.5e-9",
            "12345678901234567890123",
            "0.12345678901234567890",
            "true",
            "false",
            "null",
            "null",
            "\"\"",
            "\"x\"",
            "\"12\"",
            "\"a\\\\\"b\\\\n\"",
            "\"\\\\u0001\\\\u00e9\"",
            "\"null\"",
            "\"undefined\"",
            "{}",
            "[]",
            "[1,null]",
            "{\"x\":1}");

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private Connection connection;

    @BeforeAll
    void fill() throws SQLException {
        connection = SERVER.connect();
        LocalServer.execute(
                connection, "CREATE TABLE R (ID INT, D VARIANT, A ARRAY)", "CREATE TABLE N (ID INT, NAME VARCHAR)");
        LocalServer.execute(
                connection, "INSERT INTO N SELECT SEQ4(), 'n' || SEQ4() FROM TABLE(GENERATOR(ROWCOUNT => 50))");
        var random = new Random(20261129);
        List<String> rows = new ArrayList<>();
        for (int id = 0; id < DOCUMENTS; id++) {
            boolean odd = id % 3 != 0;
            rows.add("SELECT " + id + ", PARSE_JSON('" + document(random, odd).replace("'", "''") + "'), PARSE_JSON('"
                    + list(random, odd, 3).replace("'", "''") + "')::ARRAY");
        }
        LocalServer.execute(
                connection,
                "INSERT INTO R " + String.join(" UNION ALL ", rows),
                "INSERT INTO R SELECT 1000, NULL, NULL UNION ALL SELECT 1001, PARSE_JSON('null'), NULL"
                        + " UNION ALL SELECT 1002, 7::VARIANT, ARRAY_CONSTRUCT(OBJECT_CONSTRUCT('t', '2026-11-29'::DATE), NULL)"
                        + " UNION ALL SELECT 1003, OBJECT_CONSTRUCT('c', ARRAY_CONSTRUCT(NULL, OBJECT_CONSTRUCT('n', '2026-11-29'::DATE::VARIANT, 's', ARRAY_CONSTRUCT(NULL, 1))))::VARIANT, NULL");
    }

    private static String document(Random random, boolean odd) {
        if (odd && random.nextInt(12) == 0) {
            return random.nextBoolean() ? scalar(random) : list(random, true, 2);
        }
        List<String> members = new ArrayList<>();
        add(members, random, odd, "d", () -> object(random, odd, "i", "f"));
        add(members, random, odd, "c", () -> list(random, odd, 2));
        add(members, random, odd, "e", () -> list(random, odd, 1));
        if (odd && random.nextInt(3) == 0) {
            members.add("\"C\":[{\"s\":[1]}]");
        }
        return "{" + String.join(",", members) + "}";
    }

    private interface Text {
        String get();
    }

    private static void add(List<String> members, Random random, boolean odd, String key, Text usual) {
        if (!odd || random.nextInt(8) > 0) {
            members.add('"' + key + "\":" + (odd && random.nextInt(8) == 0 ? scalar(random) : usual.get()));
        }
    }

    private static String object(Random random, boolean odd, String... keys) {
        List<String> members = new ArrayList<>();
        for (var key : keys) {
            add(members, random, odd, key, () -> odd ? scalar(random) : String.valueOf(random.nextInt(100) / 4.0));
        }
        return "{" + String.join(",", members) + "}";
    }

    /** An array, sometimes an object in its place, of objects with arrays in them. */
    private static String list(Random random, boolean odd, int depth) {
        boolean object = odd && random.nextInt(6) == 0;
        List<String> elements = new ArrayList<>();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            var element = odd && random.nextInt(6) == 0 ? scalar(random) : element(random, odd, depth);
            elements.add(object ? "\"k" + i + "\":" + element : element);
        }
        return (object ? "{" : "[") + String.join(",", elements) + (object ? "}" : "]");
    }

    private static String element(Random random, boolean odd, int depth) {
        List<String> members = new ArrayList<>();
        for (var key : List.of("n", "t", "v")) {
            add(members, random, odd, key, () -> odd ? scalar(random) : String.valueOf(random.nextInt(100) / 4.0));
        }
        if (depth > 0) {
            add(members, random, odd, "s", () -> list(random, odd, depth - 1));
        }
        add(members, random, odd, "w", () -> "[" + random.nextInt(9) + "," + (odd ? scalar(random) : "2") + "]");
        return "{" + String.join(",", members) + "}";
    }

    private static String scalar(Random random) {
        return SCALARS.get(random.nextInt(SCALARS.size()));
    }

    @AfterAll
    void disconnect() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            r.D:d.i::VARCHAR, r.D:d.f::VARCHAR, c.VALUE:n::VARCHAR, s.VALUE:t::VARCHAR, s.VALUE:v::VARCHAR | r, LATERAL FLATTEN(INPUT => r.D:c) c, LATERAL FLATTEN(INPUT => c.VALUE:s) s
            r.D:d.i, TYPEOF(c.VALUE:n), c.VALUE:n, s.VALUE:t, TYPEOF(s.VALUE:v), s.VALUE:v IS NULL | r, LATERAL FLATTEN(INPUT => r.D:c) c, LATERAL FLATTEN(INPUT => c.VALUE:s) s
            c.INDEX, s.INDEX, TRY_TO_DOUBLE(s.VALUE:t::VARCHAR) | r, LATERAL FLATTEN(INPUT => r.D:c) c, LATERAL FLATTEN(INPUT => c.VALUE:s) s
            c.INDEX, c.VALUE:n::VARCHAR, s.INDEX, s.VALUE:t::VARCHAR | r, LATERAL FLATTEN(INPUT => r.D:c, MODE => 'ARRAY') c, LATERAL FLATTEN(INPUT => c.VALUE:s, MODE => 'ARRAY') s
            COUNT(*), COUNT(s.VALUE:t) | r, LATERAL FLATTEN(INPUT => r.D:c) c, LATERAL FLATTEN(INPUT => c.VALUE:s) s
            c.VALUE:n::VARCHAR, w.INDEX, w.VALUE::VARCHAR | r, LATERAL FLATTEN(INPUT => r.D:c) c, LATERAL FLATTEN(INPUT => c.VALUE:w) w
            a.VALUE:n, a.VALUE:t::VARCHAR, a.INDEX | r, LATERAL FLATTEN(INPUT => r.A) a
            a.VALUE:n::VARCHAR, s.VALUE:n::VARCHAR, z.VALUE:v::VARCHAR, z.INDEX | r, LATERAL FLATTEN(INPUT => r.A) a, LATERAL FLATTEN(INPUT => a.VALUE:s) s, LATERAL FLATTEN(INPUT => s.VALUE:s) z
            a.VALUE:n::VARCHAR, z.VALUE:n | r, LATERAL FLATTEN(INPUT => r.D) a, LATERAL FLATTEN(INPUT => a.VALUE) z
            c.VALUE:n::VARCHAR, e.VALUE:t::VARCHAR, r.D:d.f | r, LATERAL FLATTEN(INPUT => r.D:c) c, LATERAL FLATTEN(INPUT => r.D:e) e
            s.VALUE:t::VARCHAR, w.VALUE::VARCHAR, c.INDEX | r, LATERAL FLATTEN(INPUT => r.D:c) c, LATERAL FLATTEN(INPUT => c.VALUE:s) s, LATERAL FLATTEN(INPUT => c.VALUE:w) w
            c.VALUE:n::VARCHAR, s.VALUE:t::VARCHAR, s.INDEX | r, LATERAL FLATTEN(INPUT => r.D:c) c, LATERAL FLATTEN(INPUT => c.VALUE:s, OUTER => TRUE) s
            c.VALUE:n::VARCHAR, s.VALUE:t::VARCHAR | r, LATERAL FLATTEN(INPUT => r.D:c) c LEFT JOIN LATERAL FLATTEN(INPUT => c.VALUE:s) s
            c.VALUE:s, s.VALUE:t::VARCHAR | r, LATERAL FLATTEN(INPUT => r.D:c) c, LATERAL FLATTEN(INPUT => c.VALUE:s) s
            r.D:d, r.D:d.i::VARCHAR, c.VALUE:n::VARCHAR | r, LATERAL FLATTEN(INPUT => r.D:c) c
            c.VALUE:w[0]::VARCHAR, c.VALUE:n::VARCHAR | r, LATERAL FLATTEN(INPUT => r.D:c) c
            s.VALUE:t::VARCHAR, s.VALUE:T::VARCHAR | r, LATERAL FLATTEN(INPUT => r.D:c) c, LATERAL FLATTEN(INPUT => c.VALUE:s) s
            s.VALUE:t::VARCHAR, r.D:C[0].s[0]::VARCHAR | r, LATERAL FLATTEN(INPUT => r.D:c) c, LATERAL FLATTEN(INPUT => c.VALUE:s) s
            s.VALUE:t::VARCHAR, r.D:d.i::VARCHAR | r, LATERAL FLATTEN(INPUT => r.D:c) c, LATERAL FLATTEN(INPUT => c.VALUE:s) s WHERE c.VALUE:n::VARCHAR <> 'x' AND s.VALUE:v IS NOT NULL AND r.D:d.f::VARCHAR > '1'
            s.VALUE:t::VARCHAR, n.NAME | r JOIN LATERAL FLATTEN(INPUT => r.D:c) c ON c.VALUE:n::VARCHAR <> 'x' CROSS JOIN LATERAL FLATTEN(INPUT => c.VALUE:s) s LEFT JOIN n ON n.ID = r.ID AND s.VALUE:v::VARCHAR <> '1'
            n.NAME, s.VALUE:t::VARCHAR | n LEFT JOIN r ON n.ID = r.ID * 2 CROSS JOIN LATERAL FLATTEN(INPUT => r.D:c) c, LATERAL FLATTEN(INPUT => c.VALUE:s) s
            c.VALUE:n::VARCHAR, (SELECT MAX(n.NAME) FROM n WHERE n.NAME > c.VALUE:t::VARCHAR) | r, LATERAL FLATTEN(INPUT => r.D:c) c
            c.VALUE:n::VARCHAR, (SELECT COUNT(*) FROM TABLE(FLATTEN(INPUT => c.VALUE:s)) z WHERE z.VALUE:t::VARCHAR > '0') | r, LATERAL FLATTEN(INPUT => r.D:c) c
            c.VALUE:n::VARCHAR, RANK() OVER (PARTITION BY r.ID, c.VALUE:n::VARCHAR ORDER BY s.VALUE:t::VARCHAR) | r, LATERAL FLATTEN(INPUT => r.D:c) c, LATERAL FLATTEN(INPUT => c.VALUE:s) s QUALIFY RANK() OVER (PARTITION BY r.ID ORDER BY c.VALUE:n::VARCHAR, s.VALUE:t::VARCHAR) < 3
            """)
    void readsTheSameAsOneByOne(String items, String from) throws SQLException {
        boolean aggregated = items.startsWith("COUNT");
        var each = (aggregated ? "" : "r.ID, ") + items;
        List<String> values = new ArrayList<>();
        for (var alias : List.of("c", "s", "z", "w", "a", "e")) {
            if (from.contains(") " + alias) && !from.contains("TABLE")) {
                values.add((aggregated ? "COUNT(" + alias + ".VALUE)" : alias + ".VALUE"));
            }
        }
        var oneByOne = rows("SELECT " + each + ", " + String.join(", ", values) + " FROM " + from, values.size());

        var together = assertThat(rows("SELECT " + each + " FROM " + from, 0)).isNotEmpty();
        if (from.contains("QUALIFY") || from.contains("JOIN n") || items.contains("FROM n")) {
            together.containsExactlyInAnyOrderElementsOf(oneByOne);
        } else {
            together.isEqualTo(oneByOne);
        }
    }

    @Test
    void whatIsReadWithItsDocumentIsNotWhereValueIsAskedFor() throws SQLException {
        var from = " FROM r, LATERAL FLATTEN(INPUT => r.D:c) c, LATERAL FLATTEN(INPUT => c.VALUE:s) s";

        assertThat(rows("EXPLAIN LOCAL SELECT s.VALUE:t::VARCHAR" + from, 0).toString())
                .contains("sf_shaped")
                .doesNotContain("sf_flatten");
        assertThat(rows("EXPLAIN LOCAL SELECT c.VALUE, s.VALUE, s.VALUE:t::VARCHAR" + from, 0)
                        .toString())
                .contains("sf_flatten")
                .doesNotContain("sf_shaped");
    }

    @Test
    void valuesThatDoNotConvertAreRefusedLikeOneByOne() throws SQLException {
        LocalServer.execute(
                connection,
                "CREATE OR REPLACE TABLE B (D VARIANT)",
                "INSERT INTO B SELECT PARSE_JSON('{\"c\":[{\"n\":\"1.5\"},{\"n\":\"x\"}]}')");

        assertThat(rows("SELECT TRY_CAST(c.VALUE:n::VARCHAR AS FLOAT) FROM b, LATERAL FLATTEN(INPUT => b.D:c) c", 0))
                .containsExactly("1.5", "null");
        assertThatThrownBy(() -> rows("SELECT c.VALUE:n::FLOAT FROM b, LATERAL FLATTEN(INPUT => b.D:c) c", 0))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("x");
    }

    @Test
    void jsonNullBecomesNullOfEveryType() throws SQLException {
        LocalServer.execute(
                connection,
                "CREATE OR REPLACE TABLE B (D VARIANT)",
                "INSERT INTO B SELECT PARSE_JSON('{\"c\":[{\"n\":null},{}]}')");
        var types = List.of(
                "VARCHAR", "VARCHAR(3)", "NUMBER(5,2)", "FLOAT", "BOOLEAN", "DATE", "TIMESTAMP_NTZ", "ARRAY", "OBJECT");
        for (var type : types) {
            var items = "SELECT c.VALUE:n::" + type + ", c.VALUE:n::" + type + " IS NULL";
            var from = " FROM b, LATERAL FLATTEN(INPUT => b.D:c) c";
            assertThat(rows(items + from, 0))
                    .as(type)
                    .containsExactly("null|TRUE", "null|TRUE")
                    .isEqualTo(rows(items + ", c.VALUE" + from, 1));
        }
    }

    /** The rows without some columns at their end, in the order they come in. */
    private List<String> rows(String query, int without) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount() - without; i++) {
                    cells.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", cells));
            }
            return rows;
        }
    }
}
