package dev.inverterflow.snowflake.local.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.inverterflow.snowflake.local.analysis.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueryTest {
    private SqlOnDuckDb db;

    @BeforeEach
    void open() {
        db = new SqlOnDuckDb().table("T", "ID NUMBER(38,0) NOT NULL", "G VARCHAR(10)", "X NUMBER(10,2)", "V VARIANT");
        db.change("""
                INSERT INTO T
                SELECT column1, column2, column3, PARSE_JSON(column4)
                FROM VALUES (1, 'a', 1.5, '{"k":[1,{"n":"x"}]}'), (2, 'b', 2.25, NULL), (3, 'a', NULL, '[7]'), (4, NULL, 4, '"s"')""");
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void labelsAreUpperCasedTextOrAliasOrColumn() {
        assertThat(db.columns("SELECT id, x AS \"y z\", count(*)  + 1, 'a' FROM t GROUP BY ALL"))
                .containsExactly(
                        "ID NUMBER(38,0) NOT NULL",
                        "y z NUMBER(10,2)",
                        "COUNT(*)  + 1 NUMBER(19,0) NOT NULL",
                        "'A' VARCHAR(1) NOT NULL");
    }

    @Test
    void equalLabelsStayApart() {
        assertThat(db.columns("SELECT 1 AS a, 2 AS a, 3 AS \"a\""))
                .extracting(column -> column.split(" ")[0])
                .containsExactly("A", "A", "a");
        assertThat(db.rows("SELECT * FROM (SELECT 1 AS \"a\", 2 AS \"A\")")).containsExactly("1|2");
    }

    @Test
    void nullsAreTheLargestUnlessSaidOtherwise() {
        assertThat(db.rows("SELECT id FROM t ORDER BY x")).containsExactly("1", "2", "4", "3");
        assertThat(db.rows("SELECT id FROM t ORDER BY x DESC")).containsExactly("3", "4", "2", "1");
        assertThat(db.rows("SELECT id FROM t ORDER BY x DESC NULLS LAST")).containsExactly("4", "2", "1", "3");
    }

    @Test
    void aConstantOrdersAndGroupsNothing() {
        assertThat(db.rows("SELECT id FROM t ORDER BY 1.5::FLOAT, id")).containsExactly("1", "2", "3", "4");
        assertThat(db.rows("SELECT LISTAGG(id, ',') WITHIN GROUP (ORDER BY 1.5::FLOAT, id DESC) FROM t"))
                .containsExactly("4,3,2,1");
        assertThat(db.rows("SELECT ROW_NUMBER() OVER (PARTITION BY 2e0 ORDER BY 0.5::FLOAT, id) FROM t ORDER BY id"))
                .containsExactly("1", "2", "3", "4");
        assertThat(db.rows("SELECT 2.5::FLOAT = 2.5, COUNT(*) FROM t GROUP BY 2.5::FLOAT"))
                .containsExactly("true|4");
    }

    @Test
    void constantsBecomeOtherNumbersAsValuesDo() {
        assertThat(db.rows("SELECT 0.1::FLOAT = '0.1'::FLOAT, 12.345::NUMBER(4,1), 7::NUMBER(3,1), 1.5::NUMBER(10,4)"))
                .containsExactly("true|12.3|7.0|1.5000");
        assertThat(db.rows("SELECT x::FLOAT = 2.25::FLOAT, -x::FLOAT = -2.25::FLOAT FROM t WHERE id = 2"))
                .containsExactly("true|true");
        assertThat(db.rows("SELECT 12345678901234567890.5::FLOAT = '12345678901234567890.5'::FLOAT, 1E-300::FLOAT > 0"))
                .containsExactly("true|true");
        assertThat(db.columns("SELECT 1::FLOAT AS f, 1::NUMBER(5,2) AS n"))
                .containsExactly("F FLOAT NOT NULL", "N NUMBER(5,2) NOT NULL");
    }

    @Test
    void orderByAllOrdersByEachColumnFromTheFirst() {
        // docs.snowflake.com/en/sql-reference/constructs/order-by: ALL sorts by all columns of the SELECT list
        assertThat(db.rows("SELECT g, id FROM t ORDER BY ALL")).containsExactly("a|1", "a|3", "b|2", "null|4");
        assertThat(db.rows("SELECT g, id FROM t ORDER BY ALL DESC NULLS LAST"))
                .containsExactly("b|2", "a|3", "a|1", "null|4");
        assertThat(db.rows("SELECT 2 AS n UNION SELECT 1 ORDER BY ALL")).containsExactly("1", "2");
    }

    @Test
    void unionByNameMatchesColumnsWhereverTheyStand() {
        // docs.snowflake.com/en/sql-reference/operators-query, its examples
        var one = "SELECT * FROM VALUES (1, 'one'), (2, 'two'), (3, 'three') AS d (a, b)";
        var two = "SELECT * FROM VALUES ('three', 3), ('four', 4) AS d (b, a)";
        assertThat(db.rows(one + " UNION BY NAME " + two + " ORDER BY a"))
                .containsExactly("1|one", "2|two", "3|three", "4|four");
        assertThat(db.rows(one + " UNION ALL BY NAME " + two + " ORDER BY a"))
                .containsExactly("1|one", "2|two", "3|three", "3|three", "4|four");
        assertThat(db.rows("SELECT 'sales1' AS office_name, '94061' AS postal_code UNION BY NAME"
                        + " SELECT 'customer1' AS customer, '94066' AS postal_code ORDER BY postal_code"))
                .containsExactly("sales1|94061|null", "null|94066|customer1");
        assertThat(db.columns("SELECT 1 AS a UNION DISTINCT BY NAME SELECT 2.5 AS a, 'x' AS b"))
                .containsExactly("A NUMBER(2,1) NOT NULL", "B VARCHAR(1)");
    }

    @Test
    void aBinaryLiteralIsWrittenInHex() {
        assertThat(db.rows("SELECT TO_VARCHAR(X'48656c', 'UTF-8'), x'41' = TO_BINARY('41')"))
                .containsExactly("Hel|true");
    }

    @Test
    void aliasesStandForTheirItemsUnlessAColumnHasTheName() {
        assertThat(db.rows("SELECT x * 2 AS d, d + 1 AS e FROM t WHERE d > 3 ORDER BY e"))
                .containsExactly("4.50|5.50", "8.00|9.00");
        assertThat(db.rows("SELECT 9 AS id FROM t WHERE id = 1")).containsExactly("9");
    }

    @Test
    void orderByPrefersLabelsToColumns() {
        assertThat(db.rows("SELECT -id AS x FROM t ORDER BY x")).containsExactly("-4", "-3", "-2", "-1");
    }

    @Test
    void groupsByExpressionPositionAliasAndAll() {
        for (var key : new String[] {"g", "1", "k", "ALL"}) {
            assertThat(db.rows("SELECT g AS k, COUNT(*), SUM(x) FROM t GROUP BY " + key + " ORDER BY 1"))
                    .as(key)
                    .containsExactly("a|2|1.50", "b|1|2.25", "null|1|4.00");
        }
    }

    @Test
    void groupingSetsAndHaving() {
        assertThat(db.rows("SELECT g, COUNT(*) AS c FROM t GROUP BY ROLLUP (g) HAVING c > 1 ORDER BY c"))
                .containsExactly("a|2", "null|4");
    }

    @Test
    void qualifyFiltersByWindowFunctions() {
        assertThat(db.rows(
                        "SELECT id FROM t QUALIFY ROW_NUMBER() OVER (PARTITION BY g ORDER BY id DESC) = 1 ORDER BY id"))
                .containsExactly("2", "3", "4");
        assertThat(db.rows("SELECT id, ROW_NUMBER() OVER (ORDER BY id) AS r FROM t QUALIFY r = 2"))
                .containsExactly("2|2");
    }

    @Test
    void framesOfWindows() {
        assertThat(db.rows("""
                SELECT SUM(id) OVER (ORDER BY id), SUM(id) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW),
                  LAG(g) IGNORE NULLS OVER (ORDER BY id DESC)
                FROM t ORDER BY id""")).containsExactly("1|1|b", "3|3|a", "6|5|null", "10|7|null");
    }

    @Test
    void setOperationsBringColumnsToOneType() {
        assertThat(db.rows("SELECT 1 AS a UNION ALL SELECT 2.5 UNION ALL SELECT NULL ORDER BY a DESC"))
                .containsExactly("null", "2.5", "1.0");
        assertThat(db.rows("SELECT g FROM t EXCEPT SELECT 'a' MINUS SELECT NULL"))
                .containsExactly("b");
        assertThat(
                        db.rows(
                                "(SELECT id FROM t ORDER BY id LIMIT 1) UNION (SELECT id FROM t ORDER BY id DESC LIMIT 1) ORDER BY 1"))
                .containsExactly("1", "4");
    }

    @Test
    void commonTablesSeeTheOnesBefore() {
        assertThat(db.rows("WITH a AS (SELECT 1 AS x), b (y) AS (SELECT x + 1 FROM a) SELECT x, y FROM a, b"))
                .containsExactly("1|2");
        assertThat(db.rows("WITH t AS (SELECT id FROM t WHERE id < 3) SELECT COUNT(*) FROM t"))
                .containsExactly("2");
    }

    @Test
    void recursionGrowsBeyondTheDigitsOfItsStart() {
        assertThat(
                        db.rows(
                                "WITH r AS (SELECT 1 AS n UNION ALL SELECT n * 10 FROM r WHERE n < 10000) SELECT MAX(n) FROM r"))
                .containsExactly("10000");
    }

    @Test
    void joinsWithUsingListTheColumnOnce() {
        assertThat(db.columns("SELECT * FROM (SELECT id FROM t) a LEFT JOIN (SELECT id, g FROM t) b USING (id)"))
                .containsExactly("ID NUMBER(38,0) NOT NULL", "G VARCHAR(10)");
        assertThat(db.rows("SELECT b.id, id FROM t a RIGHT JOIN (SELECT 9 AS id) b USING (id)"))
                .containsExactly("9|9");
    }

    @Test
    void outerJoinsMakeColumnsNullable() {
        assertThat(db.columns("SELECT a.id, b.id FROM t a LEFT JOIN t b ON b.id = a.id + 1"))
                .containsExactly("ID NUMBER(38,0) NOT NULL", "ID NUMBER(38,0)");
    }

    @Test
    void subqueriesSeeTheRowsAround() {
        assertThat(db.rows("SELECT id, (SELECT COUNT(*) FROM t i WHERE i.g = o.g) FROM t o ORDER BY 1"))
                .containsExactly("1|2", "2|1", "3|2", "4|0");
        assertThat(db.rows("SELECT id FROM t o WHERE EXISTS (SELECT 1 FROM t i WHERE i.id > o.id AND i.g = o.g)"))
                .containsExactly("1");
        assertThat(db.rows("SELECT id FROM t WHERE (id, g) IN (SELECT 1, 'a') OR id > ALL (SELECT 3)"))
                .containsExactly("1", "4");
    }

    @Test
    void starsCanLeaveOutRenameAndReplace() {
        assertThat(db.columns("SELECT * EXCLUDE (v, g) RENAME x AS z FROM t"))
                .containsExactly("ID NUMBER(38,0) NOT NULL", "Z NUMBER(10,2)");
        assertThat(db.rows("SELECT t.* EXCLUDE v REPLACE (id + 1 AS id) FROM t WHERE id = 1"))
                .containsExactly("2|a|1.50");
    }

    @Test
    void viewsAreReadWithTheirOwnNames() {
        db.view("W", "SELECT id AS n, g FROM t WHERE x IS NOT NULL");
        assertThat(db.rows("SELECT w.n FROM w WHERE g = 'b'")).containsExactly("2");
        assertThat(db.origins())
                .extracting(Origin::kind, Origin::name)
                .containsExactlyInAnyOrder(tuple(Origin.Kind.VIEW, "W"), tuple(Origin.Kind.TABLE, "T"));
    }

    @Test
    void generatorsCountFromZero() {
        assertThat(db.rows("SELECT SEQ4(), ROW_NUMBER() OVER (ORDER BY SEQ8()) FROM TABLE(GENERATOR(ROWCOUNT => 3))"))
                .containsExactly("0|1", "1|2", "2|3");
    }

    @Test
    void stagedFilesHaveNumberedAndHiddenColumns() {
        assertThat(db.rows("SELECT $1:a, t.$1, METADATA$FILENAME FROM @s t")).containsExactly("1|{\"a\":1}|x/y.json");
        assertThat(db.columns("SELECT * FROM @s")).containsExactly("$1 VARIANT");
    }

    @Test
    void argumentsOfTableFunctionsAreComputedFirst() {
        assertThat(db.rows("SELECT given FROM TABLE(ARGUMENTS(A => 'x', B => DATEADD(DAY, -3, CURRENT_TIMESTAMP())))"))
                .containsExactly("A=x,B=2026-01-28 12:34:56.789");
    }

    @Test
    void variablesAndSystemFunctionsAreConstants() {
        assertThat(db.value("$limit_w + 1")).isEqualTo("101");
        assertThat(db.value("SYSTEM$PIPE_STATUS('P')")).isEqualTo("status of P");
        assertThat(db.value("CURRENT_DATABASE() || '.' || CURRENT_SCHEMA() || ' ' || LAST_QUERY_ID(-2)"))
                .isEqualTo("DB.SC first-id");
    }
}
