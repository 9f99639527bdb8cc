package dev.inverterflow.snowflake.local.snowpark.client;

import static com.snowflake.snowpark_java.Functions.col;
import static com.snowflake.snowpark_java.Functions.lit;
import static dev.inverterflow.snowflake.local.snowpark.client.SnowparkServer.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.snowflake.snowpark_java.AsyncJob;
import com.snowflake.snowpark_java.Column;
import com.snowflake.snowpark_java.DataFrame;
import com.snowflake.snowpark_java.MergeResult;
import com.snowflake.snowpark_java.Row;
import com.snowflake.snowpark_java.SaveMode;
import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.TypedAsyncJob;
import com.snowflake.snowpark_java.Updatable;
import com.snowflake.snowpark_java.UpdateResult;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Updatable with its counts, and jobs that run beside their session. */
class UpdatableTest {

    @RegisterExtension
    static final SnowparkServer SERVER = new SnowparkServer();

    private static Session session;

    private Updatable target;
    private DataFrame source;

    @BeforeAll
    static void open() {
        session = SERVER.session();
    }

    @BeforeEach
    void createTables() {
        SERVER.run(
                "CREATE OR REPLACE TABLE T (K INT, V VARCHAR)",
                "INSERT INTO T VALUES (1, 'a'), (2, 'b'), (3, 'c')",
                "CREATE OR REPLACE TABLE SRC (K INT, V VARCHAR)",
                "INSERT INTO SRC VALUES (2, 'B'), (3, 'C'), (4, 'D')");
        target = session.table("T");
        source = session.table("SRC");
    }

    private static void hasRows(String... rows) {
        assertThat(SERVER.rows("SELECT * FROM T ORDER BY K, V")).containsExactly(rows);
    }

    @Test
    void updateChangesAllRowsSomeRowsOrThoseThatJoin() {
        assertThat(counts(target.updateColumn(Map.of("V", lit("z"))))).isEqualTo("3 0");
        assertThat(counts(target.update(Map.of(col("V"), lit("y")), col("K").equal_to(lit(1)))))
                .isEqualTo("1 0");
        assertThat(counts(target.update(
                        Map.of(col("V"), source.col("V")), target.col("K").equal_to(source.col("K")), source)))
                .isEqualTo("2 0");
        hasRows("1,y", "2,B", "3,C");
        assertThat(counts(target.updateColumn(
                        Map.of("V", col("K").cast(com.snowflake.snowpark_java.types.DataTypes.StringType)),
                        col("K").gt(lit(9)))))
                .isEqualTo("0 0");
    }

    @Test
    void aRowThatSeveralUpdateIsCountedApart() {
        SERVER.run("INSERT INTO SRC VALUES (2, 'BB')");

        assertThat(counts(target.update(
                        Map.of(col("V"), source.col("V")), target.col("K").equal_to(source.col("K")), source)))
                .isEqualTo("2 1");
    }

    private static String counts(UpdateResult result) {
        return result.getRowsUpdated() + " " + result.getMultiJoinedRowsUpdated();
    }

    @Test
    void deleteTakesAllRowsSomeRowsOrThoseThatJoin() {
        assertThat(target.delete(col("K").equal_to(lit(1))).getRowsDeleted()).isEqualTo(1);
        assertThat(target.delete(target.col("K").equal_to(source.col("K")), source)
                        .getRowsDeleted())
                .isEqualTo(2);
        assertThat(target.delete().getRowsDeleted()).isZero();
        hasRows();
    }

    @Test
    void mergeTakesEachClauseWithAndWithoutACondition() {
        MergeResult merged = target.merge(source, target.col("K").equal_to(source.col("K")))
                .whenMatched(source.col("V").equal_to(lit("C")))
                .delete()
                .whenMatched()
                .updateColumn(Map.of("V", source.col("V")))
                .whenNotMatched(source.col("K").gt(lit(100)))
                .insert(new Column[] {lit(0), lit("never")})
                .whenNotMatched()
                .insertRow(Map.of("K", source.col("K"), "V", source.col("V")))
                .collect();

        assertThat(merged.getRowsInserted()).isEqualTo(1);
        assertThat(merged.getRowsUpdated()).isEqualTo(1);
        assertThat(merged.getRowsDeleted()).isEqualTo(1);
        hasRows("1,a", "2,B", "4,D");
    }

    @Test
    void aMergeOfOneClauseCountsThatOneAlone() {
        MergeResult merged = target.merge(source, target.col("K").equal_to(source.col("K")))
                .whenNotMatched()
                .insert(new Column[] {source.col("K"), source.col("V")})
                .collect();

        assertThat(merged.getRowsInserted()).isEqualTo(1);
        assertThat(merged.getRowsUpdated()).isZero();
        assertThat(merged.getRowsDeleted()).isZero();
    }

    @Test
    void aMergeThatWouldUpdateARowTwiceIsRefused() {
        SERVER.run("INSERT INTO SRC VALUES (2, 'BB')");

        assertThatThrownBy(() -> target.merge(source, target.col("K").equal_to(source.col("K")))
                        .whenMatched()
                        .update(Map.of(col("V"), source.col("V")))
                        .collect())
                .hasMessageContaining("Duplicate row detected during DML action");
        hasRows("1,a", "2,b", "3,c");
    }

    @Test
    void jobsGiveTheirResultWhenItIsAskedFor() {
        TypedAsyncJob<Row[]> rows = source.sort(col("K").asc()).async().collect();
        TypedAsyncJob<Long> count = source.async().count();

        assertThat(texts(rows.getResult())).containsExactly("2,B", "3,C", "4,D");
        assertThat(rows.isDone()).isTrue();
        assertThat(count.getResult()).isEqualTo(3);
        assertThat(counts(target.async().updateColumn(Map.of("V", lit("z"))).getResult()))
                .isEqualTo("3 0");
        assertThat(target.async().delete(col("K").equal_to(lit(1))).getResult().getRowsDeleted())
                .isEqualTo(1);
        assertThat(target.merge(source, target.col("K").equal_to(source.col("K")))
                        .whenMatched()
                        .delete()
                        .async()
                        .collect()
                        .getResult()
                        .getRowsDeleted())
                .isEqualTo(2);
        source.write().mode(SaveMode.Overwrite).async().saveAsTable("T").getResult();
        hasRows("2,B", "3,C", "4,D");
    }

    @Test
    void aJobIsFoundByItsQueryInAnotherSession() {
        String id = source.sort(col("K").asc()).async().collect().getQueryId();

        Session other = SERVER.open();
        try {
            AsyncJob job = other.createAsyncJob(id);
            assertThat(texts(job.getRows())).containsExactly("2,B", "3,C", "4,D");
            assertThat(job.isDone()).isTrue();
        } finally {
            other.close();
        }
    }

    @Test
    void aJobTellsItsFailureAndIsCancelled() {
        TypedAsyncJob<Row[]> endless = session.sql("""
                SELECT COUNT(*) FROM TABLE(GENERATOR(ROWCOUNT => 300000)) A, TABLE(GENERATOR(ROWCOUNT => 300000)) B
                WHERE RANDOM() = 1""").async().collect();
        TypedAsyncJob<Row[]> failing =
                session.sql("SELECT 1 / (K - 2) FROM SRC").async().collect();

        assertThatThrownBy(failing::getResult).hasMessageContaining("Division by zero");
        assertThat(endless.isDone()).as("it runs beside the other").isFalse();
        endless.cancel();
        assertThatThrownBy(endless::getResult).isInstanceOf(Exception.class);
    }
}
