package dev.inverterflow.snowflake.local.emission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Source of the examples: docs.snowflake.com/en/sql-reference/functions/flatten. */
class FlattenTest {
    private SqlOnDuckDb db;

    @BeforeEach
    void open() {
        db = new SqlOnDuckDb().table("T", "ID NUMBER(38,0)", "V VARIANT");
    }

    @AfterEach
    void close() {
        db.close();
    }

    /** The shape of a reconciliation: what is there, and beside it what is missing between, once and once the other way. */
    @Test
    void aRangePerRowStandsBesideOtherRowsOfAUnion() {
        String union = """
                WITH there AS (SELECT SEQ4() * 2 AS id FROM TABLE(GENERATOR(ROWCOUNT => 5))),
                steps AS (SELECT id, LEAD(id) OVER (ORDER BY id) AS next FROM there),
                gaps AS (SELECT id, CASE WHEN next IS NOT NULL THEN ROUND(next - id) - 1 ELSE CEIL((11 - id) / 1) - 1 END AS n FROM steps),
                absent AS (%s),
                every AS (SELECT id, TRUE AS there FROM there UNION ALL SELECT id, FALSE FROM absent WHERE id <= 10)
                SELECT id, there FROM every WHERE id >= %s ORDER BY id""";
        String flattened =
                "SELECT g.id + i.value::NUMBER AS id FROM gaps g, LATERAL FLATTEN(INPUT => ARRAY_GENERATE_RANGE(1, g.n + 1)) i";
        String counted = "SELECT g.id + i.n AS id FROM gaps g JOIN (SELECT ROW_NUMBER() OVER (ORDER BY SEQ4()) AS n"
                + " FROM TABLE(GENERATOR(ROWCOUNT => 20))) i ON i.n <= g.n";
        assertThat(db.rows(union.formatted(flattened, "0")))
                .hasSize(11)
                .isEqualTo(db.rows(union.formatted(counted, "0")));
        assertThat(db.rows(union.formatted(flattened + " WHERE g.n > 5", "0"))).hasSize(5);
        assertThat(db.rows(union.formatted(flattened, "99"))).isEmpty();
    }

    @Test
    void listsElementsInOrder() {
        assertThat(db.rows("SELECT * FROM TABLE(FLATTEN(INPUT => PARSE_JSON('[1, ,77]'::VARCHAR))) f"
                        .replace(" ,", " 2,")))
                .containsExactly("1|null|[0]|0|1|[1,2,77]", "1|null|[1]|1|2|[1,2,77]", "1|null|[2]|2|77|[1,2,77]");
    }

    @Test
    void pathGoesInFirst() {
        assertThat(
                        db.rows(
                                "SELECT key, path, index, value FROM TABLE(FLATTEN(INPUT => PARSE_JSON('{\"a\":1, \"b\":[77,88]}'), PATH => 'b')) f"))
                .containsExactly("null|b[0]|0|77", "null|b[1]|1|88");
    }

    @Test
    void outerKeepsWhatHasNothingToExpand() {
        assertThat(
                        db.rows(
                                "SELECT key, path, index, value FROM TABLE(FLATTEN(INPUT => PARSE_JSON('[]'), OUTER => TRUE)) f"))
                .containsExactly("null||null|null");
        assertThat(db.rows("SELECT value FROM TABLE(FLATTEN(INPUT => PARSE_JSON('[]'))) f"))
                .isEmpty();
    }

    @Test
    void recursiveGoesDownIntoEveryContainer() {
        assertThat(db.rows("""
                SELECT path, key, index, value, this
                FROM TABLE(FLATTEN(INPUT => PARSE_JSON('{"a":1, "b":[77,88], "c": {"d":"X"}}'), RECURSIVE => TRUE)) f"""))
                .containsExactly(
                        "a|a|null|1|{\"a\":1,\"b\":[77,88],\"c\":{\"d\":\"X\"}}",
                        "b|b|null|[77,88]|{\"a\":1,\"b\":[77,88],\"c\":{\"d\":\"X\"}}",
                        "b[0]|null|0|77|[77,88]",
                        "b[1]|null|1|88|[77,88]",
                        "c|c|null|{\"d\":\"X\"}|{\"a\":1,\"b\":[77,88],\"c\":{\"d\":\"X\"}}",
                        "c.d|d|null|\"X\"|{\"d\":\"X\"}");
    }

    @Test
    void modeLimitsWhatIsExpanded() {
        assertThat(db.rows("""
                SELECT path FROM TABLE(FLATTEN(
                  INPUT => PARSE_JSON('{"a":1, "b":[77,88], "c": {"d":"X"}}'), RECURSIVE => TRUE, MODE => 'OBJECT')) f""")).containsExactly("a", "b", "c", "c.d");
    }

    @Test
    void lateralFlattenSeesTheRowsBefore() {
        db.change(
                "INSERT INTO T SELECT 1, PARSE_JSON('{\"r\":[{\"x\":1.5},{\"x\":\"2\"}]}') UNION ALL SELECT 2, PARSE_JSON('{}')");
        assertThat(db.rows("SELECT id, f.index, f.value:x::FLOAT, f.seq FROM t, LATERAL FLATTEN(INPUT => t.v:r) f"))
                .containsExactly("1|0|1.5|1", "1|1|2.0|1");
        assertThat(db.rows("SELECT id, f.value:x::FLOAT FROM t LEFT JOIN LATERAL FLATTEN(v:r) f ORDER BY 1, 2"))
                .containsExactly("1|1.5", "1|2.0", "2|null");
    }

    @Test
    void flattensWithinFlattened() {
        db.change("INSERT INTO T SELECT 1, PARSE_JSON('[[1,2],[3]]')");
        assertThat(db.rows("SELECT g.value FROM t, LATERAL FLATTEN(v) f, TABLE(FLATTEN(INPUT => f.value)) g"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void conditionsOfJoinsFilterElements() {
        db.change("INSERT INTO T SELECT 1, PARSE_JSON('[1,2,3]')");
        assertThat(db.rows("SELECT f.value FROM t JOIN TABLE(FLATTEN(t.v)) f ON f.value > t.id"))
                .containsExactly("2", "3");
    }

    @Test
    void keepsTheOrderOfManyElements() {
        var numbers = IntStream.range(0, 5000).mapToObj(String::valueOf).toList();
        db.change("INSERT INTO T SELECT 1, PARSE_JSON('[" + String.join(",", numbers) + "]')");
        assertThat(db.rows("SELECT f.value FROM t, LATERAL FLATTEN(v) f")).isEqualTo(numbers);
    }

    @Test
    void keysAndStringsMayHoldAnything() {
        assertThat(
                        db.rows(
                                "SELECT key, path, value::VARCHAR FROM TABLE(FLATTEN(PARSE_JSON('{\"a b\":\"x,y\\\\\\\\\\\\u001e\", \"k\":\"\"}')))"))
                .containsExactly("a b|['a b']|x,y\\\u001e", "k|k|");
    }

    @Test
    void readsSeveralFieldsOfARecordLikeOneByOne() {
        db.change("""
                INSERT INTO T SELECT 1, PARSE_JSON('[{"a":1.5,"b":"x\\\\n","c":{"d":[7]}},{"a":"2","c":null},{"b":true},3,null]')""");
        assertThat(db.rows("""
                SELECT f.value:a::FLOAT, f.value:a::NUMBER(5,2), f.value:b::VARCHAR, f.value:c.d[0]::INT, TYPEOF(f.value:c), f.value:"a"
                FROM t, LATERAL FLATTEN(v) f"""))
                .containsExactly(
                        "1.5|1.50|x\n|7|OBJECT|1.5",
                        "2.0|2.00|null|null|NULL_VALUE|\"2\"",
                        "null|null|true|null|null|null",
                        "null|null|null|null|null|null",
                        "null|null|null|null|null|null");
        assertThat(db.rows("SELECT f.value:b::VARCHAR FROM t, LATERAL FLATTEN(v) f WHERE f.value:b IS NOT NULL"))
                .containsExactly("x\n", "true");
    }

    @Test
    void splitToTableGivesOneRowPerPart() {
        assertThat(db.rows("SELECT index, value FROM TABLE(SPLIT_TO_TABLE('a.b.z.d', '.')) ORDER BY 1"))
                .containsExactly("1|a", "2|b", "3|z", "4|d");
    }

    @Test
    void elementsThatTheEnginesReaderWouldChangeComeAsTheyAreStored() {
        db.change("""
                INSERT INTO T
                SELECT 1, PARSE_JSON('[{"a":0.1234567890123456789,"b":null},{"a":1e2},{"a":0.0000001}]')
                UNION ALL SELECT 2, PARSE_JSON('[{"a":0.25,"b":null},{"b":"x\\\\"y"},7,[null],{"a":{"c":[1,2.5]}}]')
                UNION ALL SELECT 3, ARRAY_CONSTRUCT(1, NULL, '2026-11-23'::DATE, 'undefined')::VARIANT""");

        assertThat(db.rows("""
                SELECT id, f.index, f.path, f.value, TYPEOF(f.value), TYPEOF(f.value:a), f.value:a::VARCHAR, TYPEOF(f.value:b), f.value:a.c[1]::FLOAT
                FROM t, LATERAL FLATTEN(INPUT => v) f"""))
                .containsExactly(
                        "1|0|[0]|{\"a\":0.1234567890123456789,\"b\":null}|OBJECT|DECIMAL|0.1234567890123456789|NULL_VALUE|null",
                        "1|1|[1]|{\"a\":1.0e+02}|OBJECT|DOUBLE|100|null|null",
                        "1|2|[2]|{\"a\":0.0000001}|OBJECT|DECIMAL|0.0000001|null|null",
                        "2|0|[0]|{\"a\":0.25,\"b\":null}|OBJECT|DECIMAL|0.25|NULL_VALUE|null",
                        "2|1|[1]|{\"b\":\"x\\\"y\"}|OBJECT|null|null|VARCHAR|null",
                        "2|2|[2]|7|INTEGER|null|null|null|null",
                        "2|3|[3]|[null]|ARRAY|null|null|null|null",
                        "2|4|[4]|{\"a\":{\"c\":[1,2.5]}}|OBJECT|OBJECT|{\"c\":[1,2.5]}|null|2.5",
                        "3|0|[0]|1|INTEGER|null|null|null|null",
                        "3|2|[2]|@D2026-11-23|DATE|null|null|null|null",
                        "3|3|[3]|\"undefined\"|VARCHAR|null|null|null|null");
    }

    @Test
    void columnsToTheLeftAreReadForEveryElement() {
        db.change("""
                INSERT INTO T
                SELECT 1, PARSE_JSON('{"d":{"id":"x","n":1.50},"c":[{"k":"u","s":[{"t":1},{"t":2}]},{"k":"v","s":[]},{"k":"w","s":[{"t":3}]}]}')
                UNION ALL SELECT 2, PARSE_JSON('{"d":{"id":"y","n":1e0},"c":[{"k":"u","s":[{"t":4,"D":5}]}]}')""");

        assertThat(db.rows("""
                SELECT t.v:d.id::VARCHAR, TYPEOF(t.v:d.n), c.value:k::VARCHAR, c.index, s.value:t::NUMBER, s.value:D::NUMBER
                FROM t, LATERAL FLATTEN(INPUT => t.v:c) c, LATERAL FLATTEN(INPUT => c.value:s) s"""))
                .containsExactly(
                        "x|DECIMAL|u|0|1|null", "x|DECIMAL|u|0|2|null", "x|DECIMAL|w|2|3|null", "y|DOUBLE|u|0|4|5");
        assertThat(db.rows("""
                SELECT id, c.value:k::VARCHAR, s.value:t::NUMBER
                FROM t, LATERAL FLATTEN(INPUT => t.v:c) c, LATERAL FLATTEN(INPUT => c.value:s, OUTER => TRUE) s
                WHERE id = 1""")).containsExactly("1|u|1", "1|u|2", "1|v|null", "1|w|3");
    }
}
