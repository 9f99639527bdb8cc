package dev.inverterflow.snowflake.local.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DmlTest {
    private SqlOnDuckDb db;

    @BeforeEach
    void open() {
        db = new SqlOnDuckDb()
                .table("T", "ID NUMBER(5,0) NOT NULL", "S VARCHAR(3)", "N NUMBER(5,2)", "D DATE", "V VARIANT")
                .table("U", "ID NUMBER(5,0)", "S VARCHAR");
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void insertConvertsToTheColumns() {
        assertThat(db.change("INSERT INTO t VALUES ('7', 12, '1.005', '2024-01-31', NULL), (8.4, 13, 2, NULL, NULL)"))
                .containsExactly("number of rows inserted=2");
        assertThat(db.rows("SELECT * FROM t ORDER BY id"))
                .containsExactly("7|12|1.01|2024-01-31|null", "8|13|2.00|null|null");
    }

    @Test
    void insertNamesColumnsAndFillsTheRest() {
        db.change("INSERT INTO t (v, id) SELECT OBJECT_CONSTRUCT('a', 1), 1");
        db.change("INSERT INTO t (id, v) SELECT 2, 1.50");
        assertThat(db.rows("SELECT id, v, s FROM t ORDER BY 1")).containsExactly("1|{\"a\":1}|null", "2|1.5|null");
    }

    @Test
    void insertOverwriteEmptiesFirst() {
        db.change("INSERT INTO u VALUES (1, 'a'), (2, 'b')");
        assertThat(db.change("INSERT OVERWRITE INTO u SELECT id + 10, s FROM u WHERE id > 1"))
                .containsExactly("number of rows inserted=1");
        assertThat(db.rows("SELECT * FROM u")).containsExactly("12|b");
        db.change("INSERT OVERWRITE INTO u VALUES (3, NULL)");
        assertThat(db.rows("SELECT * FROM u")).containsExactly("3|null");
    }

    @Test
    void updateTakesValuesFromAnotherTable() {
        db.change("INSERT INTO t (id, s) VALUES (1, 'a'), (2, 'b')");
        db.change("INSERT INTO u VALUES (2, 'new')");
        assertThat(db.change("UPDATE t SET s = u.s, n = t.id * 1.5 FROM u WHERE u.id = t.id"))
                .containsExactly("number of rows updated=1", "number of multi-joined rows updated=0");
        assertThat(db.rows("SELECT id, s, n FROM t ORDER BY 1")).containsExactly("1|a|null", "2|new|3.00");
    }

    @Test
    void deleteUsesAnotherTable() {
        db.change("INSERT INTO t (id) VALUES (1), (2), (3)");
        db.change("INSERT INTO u VALUES (2, 'x')");
        assertThat(db.change("DELETE FROM t USING u WHERE t.id = u.id")).containsExactly("number of rows deleted=1");
        assertThat(db.change("DELETE FROM t")).containsExactly("number of rows deleted=2");
    }

    @Test
    void mergeCountsWhatItsClausesCanDo() {
        db.change("INSERT INTO t (id, s) VALUES (1, 'a'), (2, 'b'), (3, 'c')");
        assertThat(db.change("""
                MERGE INTO t USING (SELECT column1 AS id, column2 AS s FROM VALUES (1, 'x'), (2, 'del'), (9, 'new'), (8, 'no')) q
                ON t.id = q.id
                WHEN MATCHED AND q.s = 'del' THEN DELETE
                WHEN MATCHED THEN UPDATE SET s = q.s
                WHEN NOT MATCHED AND q.s <> 'no' THEN INSERT (id, s) VALUES (q.id, q.s)"""))
                .containsExactly("number of rows inserted=1", "number of rows updated=1", "number of rows deleted=1");
        assertThat(db.rows("SELECT id, s FROM t ORDER BY 1")).containsExactly("1|x", "3|c", "9|new");
        assertThat(db.change("MERGE INTO t USING u ON t.id = u.id WHEN NOT MATCHED THEN INSERT (id) VALUES (u.id)"))
                .containsExactly("number of rows inserted=0");
    }

    @Test
    void mergeInsertsEveryUnmatchedSourceRow() {
        assertThat(db.change("MERGE INTO u USING (SELECT 1 AS id UNION ALL SELECT 1) q ON u.id = q.id "
                        + "WHEN NOT MATCHED THEN INSERT (id) VALUES (q.id)"))
                .containsExactly("number of rows inserted=2");
    }

    @Test
    void mergeRefusesTwoSourceRowsForOneTargetRow() {
        db.change("INSERT INTO u VALUES (1, 'a')");
        assertThatThrownBy(() -> db.change("MERGE INTO u USING (SELECT 1 AS id UNION ALL SELECT 1) q ON u.id = q.id "
                        + "WHEN MATCHED THEN UPDATE SET s = 'x'"))
                .hasMessageContaining("Duplicate row detected during DML action")
                .extracting("code")
                .isEqualTo(100090);
    }

    @Test
    void valuesThatDoNotFitAreErrors() {
        assertThatThrownBy(() -> db.change("INSERT INTO t (id, s) VALUES (1, 'four')"))
                .hasMessage("String 'four' is too long and would be truncated")
                .extracting("code")
                .isEqualTo(100078);
        assertThatThrownBy(() -> db.change("INSERT INTO t (id) VALUES (NULL)"))
                .hasMessage("NULL result in a non-nullable column");
        assertThatThrownBy(() -> db.change("INSERT INTO t (id) VALUES (123456)"))
                .extracting("code")
                .isEqualTo(100046);
        assertThatThrownBy(() -> db.change("INSERT INTO t (id) VALUES ('x')"))
                .hasMessage("Numeric value 'x' is not recognized");
    }

    @Test
    void typesThatDoNotConvertAreRefusedBeforeAnythingRuns() {
        assertThatThrownBy(() -> db.change("INSERT INTO t (id, d) SELECT 1, TRUE"))
                .hasMessageContaining("expecting DATE but got BOOLEAN for column D")
                .extracting("code")
                .isEqualTo(2023);
        assertThatThrownBy(() -> db.change("INSERT INTO t (id, v) SELECT 1, 'text'"))
                .hasMessageContaining("expecting VARIANT but got VARCHAR(4) for column V");
        assertThatThrownBy(() -> db.change("INSERT INTO t (id, s) VALUES (1)"))
                .hasMessageContaining("Insert value list does not match column list expecting 2 but got 1");
        assertThatThrownBy(() -> db.change("UPDATE t SET nope = 1")).hasMessageContaining("invalid identifier 'NOPE'");
    }
}
