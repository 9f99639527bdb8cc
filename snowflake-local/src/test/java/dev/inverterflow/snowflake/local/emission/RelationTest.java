package dev.inverterflow.snowflake.local.emission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What may stand after FROM beyond tables and plain joins: PIVOT, UNPIVOT, SAMPLE, joins USING columns. */
class RelationTest {
    private static SqlOnDuckDb db;

    @BeforeAll
    static void open() {
        db = new SqlOnDuckDb()
                .table("SALES", "EMPID NUMBER(38,0)", "AMOUNT NUMBER(38,0)", "QUARTER VARCHAR")
                .table("MONTHS", "ID NUMBER(38,0)", "JAN NUMBER(38,0)", "FEB NUMBER(38,0)")
                .table("A", "ID NUMBER(38,0)", "X VARCHAR")
                .table("B", "ID NUMBER(38,0)", "Y VARCHAR");
        db.change("""
                INSERT INTO SALES VALUES (1, 10000, 'Q1'), (1, 400, 'Q1'), (2, 4500, 'Q1'), (2, 35000, 'Q2'), (1, 5000, 'Q2'),
                    (3, 1, 'Q3')""");
        db.change("INSERT INTO MONTHS VALUES (1, 100, 200), (2, NULL, 300)");
        db.change("INSERT INTO A VALUES (1, 'a1'), (2, 'a2')");
        db.change("INSERT INTO B VALUES (2, 'b2'), (3, 'b3')");
    }

    @AfterAll
    static void close() {
        db.close();
    }

    @Test
    void pivotGroupsByAllOtherColumns() {
        var sql = "SELECT * FROM sales PIVOT(SUM(amount) FOR quarter IN ('Q1', 'Q2')) ORDER BY empid";

        assertThat(db.rows(sql)).containsExactly("1|10400|5000", "2|4500|35000", "3|null|null");
        assertThat(db.columns(sql)).containsExactly("EMPID NUMBER(38,0)", "'Q1' NUMBER(38,0)", "'Q2' NUMBER(38,0)");
    }

    @Test
    void pivotTakesNamesForItsValuesAndItsColumns() {
        assertThat(db.columns("SELECT * FROM sales PIVOT(MAX(amount) FOR quarter IN ('Q1' AS first, 'Q2' AS second))"))
                .extracting(column -> column.split(" ")[0])
                .containsExactly("EMPID", "FIRST", "SECOND");
        assertThat(db.rows("""
                SELECT p.e, p."'Q1'" FROM sales PIVOT(COUNT(amount) FOR quarter IN ('Q1')) AS p (e, "'Q1'") ORDER BY 1""")).containsExactly("1|2", "2|1", "3|0");
    }

    @Test
    void pivotPutsTheDefaultInPlaceOfNull() {
        // docs.snowflake.com/en/sql-reference/constructs/pivot: DEFAULT ON NULL (value)
        var sql =
                "SELECT * FROM sales PIVOT(SUM(amount) FOR quarter IN ('Q1', 'Q3') DEFAULT ON NULL (0)) ORDER BY empid";
        assertThat(db.rows(sql))
                .isEqualTo(db.rows("SELECT empid, IFNULL(\"'Q1'\", 0), IFNULL(\"'Q3'\", 0)"
                        + " FROM sales PIVOT(SUM(amount) FOR quarter IN ('Q1', 'Q3')) ORDER BY empid"));
        assertThat(db.rows(sql)).noneMatch(row -> row.contains("null")).anyMatch(row -> row.endsWith("|0"));
    }

    @Test
    void asofJoinFindsTheClosestRowOfTheRightSide() {
        // docs.snowflake.com/en/sql-reference/constructs/asof-join, "More details on join behavior"
        var tables = """
            WITH l AS (SELECT * FROM VALUES ('A', 1, '09:15:00'::TIME, 3.21), ('A', 2, '09:16:00'::TIME, 3.22),
                ('B', 1, '09:17:00'::TIME, 3.23), ('B', 2, '09:18:00'::TIME, 4.23) AS d (c1, c2, c3, c4)),
            r AS (SELECT * FROM VALUES ('A', 1, '09:14:00'::TIME, 3.19), ('B', 1, '09:16:00'::TIME, 3.04)
                AS d (c1, c2, c3, c4))
            """;
        var join = " FROM l ASOF JOIN r MATCH_CONDITION(l.c3 >= r.c3) ";
        assertThat(db.rows(tables + "SELECT l.c4, r.c4" + join + "ON (l.c1 = r.c1 AND l.c2 = r.c2) ORDER BY l.c4"))
                .containsExactly("3.21|3.19", "3.22|null", "3.23|3.04", "4.23|null");
        assertThat(db.rows(tables + "SELECT l.c4, r.c4" + join + "ORDER BY l.c4"))
                .containsExactly("3.21|3.19", "3.22|3.04", "3.23|3.04", "4.23|3.04");
        assertThat(db.columns(tables + "SELECT *" + join + "USING (c1, c2)"))
                .extracting(column -> column.split(" ")[0])
                .containsExactly("C1", "C2", "C3", "C4", "C3", "C4");
        assertThat(db.rows(tables + "SELECT c1, c2, r.c4" + join + "USING (c1, c2) ORDER BY l.c4"))
                .containsExactly("A|1|3.19", "A|2|null", "B|1|3.04", "B|2|null");
    }

    @Test
    void unpivotMakesRowsOfColumnsAndLeavesNullsOut() {
        assertThat(db.rows("SELECT * FROM months UNPIVOT (amount FOR month IN (jan, feb)) ORDER BY id, month DESC"))
                .containsExactly("1|JAN|100", "1|FEB|200", "2|FEB|300");
        assertThat(db.rows("""
                SELECT month, amount FROM months UNPIVOT INCLUDE NULLS (amount FOR month IN (jan AS 'January', feb))
                WHERE id = 2 ORDER BY 1""")).containsExactly("FEB|300", "January|null");
    }

    @Test
    void pivotAndUnpivotTakeAliasesWithAndWithoutAs() {
        // docs.snowflake.com/en/sql-reference/constructs/pivot and …/unpivot: the aggregate's alias ends the columns'
        // names.
        assertThat(
                        db.columns(
                                "SELECT * FROM (SELECT 1 AS id, 'a' AS k, 5 AS v) PIVOT (SUM(v) AS total FOR k IN ('a', 'b' b))"))
                .extracting(column -> column.split(" ")[0])
                .containsExactly("ID", "'a_TOTAL'", "B_TOTAL");
        assertThat(
                        db.rows(
                                "SELECT month FROM months UNPIVOT (amount FOR month IN (jan AS january, feb february)) WHERE id = 1"))
                .containsExactlyInAnyOrder("JANUARY", "FEBRUARY");
    }

    @Test
    void sampleKeepsSomeRows() {
        assertThat(db.rows("SELECT * FROM sales SAMPLE (0)")).isEmpty();
        assertThat(db.rows("SELECT * FROM sales SAMPLE (100)")).hasSize(6);
        assertThat(db.rows("SELECT * FROM sales s TABLESAMPLE (2 ROWS) WHERE s.empid > 0"))
                .hasSize(2);
        var seeded = "SELECT amount FROM sales SAMPLE BERNOULLI (50) SEED (7)";
        assertThat(db.rows(seeded)).isEqualTo(db.rows(seeded));
    }

    @Test
    void fullJoinUsingAColumnTakesItFromEitherSide() {
        assertThat(db.rows("SELECT id, x, y FROM a FULL JOIN b USING (id) ORDER BY id"))
                .containsExactly("1|a1|null", "2|a2|b2", "3|null|b3");
        assertThat(db.rows("SELECT * FROM a NATURAL FULL JOIN b ORDER BY id"))
                .containsExactly("1|a1|null", "2|a2|b2", "3|null|b3");
        assertThat(db.rows("SELECT a.id, b.id FROM a FULL JOIN b USING (id) WHERE id <> 2 ORDER BY id"))
                .containsExactly("1|null", "null|3");
    }
}
