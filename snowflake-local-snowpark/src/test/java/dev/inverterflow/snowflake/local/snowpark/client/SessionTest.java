package dev.inverterflow.snowflake.local.snowpark.client;

import static com.snowflake.snowpark_java.Functions.col;
import static com.snowflake.snowpark_java.Functions.lit;
import static com.snowflake.snowpark_java.Functions.seq4;
import static com.snowflake.snowpark_java.Functions.sum;
import static dev.inverterflow.snowflake.local.snowpark.client.SnowparkServer.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.snowflake.snowpark_java.Row;
import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.TableFunction;
import com.snowflake.snowpark_java.TableFunctions;
import com.snowflake.snowpark_java.Window;
import com.snowflake.snowpark_java.types.Variant;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a Session makes and knows, and how Row gives its values. */
@TestInstance(Lifecycle.PER_CLASS)
class SessionTest {

    @RegisterExtension
    static final SnowparkServer SERVER = new SnowparkServer();

    private Session session;

    @BeforeAll
    void open() {
        session = SERVER.open();
    }

    @AfterAll
    void close() {
        session.close();
    }

    static Stream<Arguments> frames() {
        return Stream.of(
                frame("a range", s -> texts(s.range(3).collect()), "0", "1", "2"),
                frame("a range in steps", s -> texts(s.range(5, 0, -2).collect()), "5", "3", "1"),
                frame(
                        "generated rows",
                        s -> texts(
                                s.generator(2, seq4().as("N"), lit("x").as("X")).collect()),
                        "0,x",
                        "1,x"),
                frame(
                        "a table function by name",
                        s -> texts(s.tableFunction(new TableFunction("SPLIT_TO_TABLE"), lit("a-b"), lit("-"))
                                .select("VALUE")
                                .collect()),
                        "a",
                        "b"),
                frame(
                        "a table function with named arguments",
                        s -> texts(s.tableFunction(
                                        new TableFunction("FLATTEN"),
                                        Map.of("INPUT", com.snowflake.snowpark_java.Functions.parse_json(lit("[7,8]"))))
                                .select("INDEX", "VALUE")
                                .collect()),
                        "0,7",
                        "1,8"),
                frame(
                        "a table function beside each row",
                        s -> texts(s.sql("SELECT 1 AS K, 'a b' AS T")
                                .join(TableFunctions.split_to_table(), col("T"), lit(" "))
                                .select("K", "VALUE")
                                .collect()),
                        "1,a",
                        "1,b"),
                frame(
                        "outer flattening by path",
                        s -> texts(s.flatten(
                                        com.snowflake.snowpark_java.Functions.parse_json(lit("{\"a\":{\"x\":1}}")),
                                        "a",
                                        true,
                                        false,
                                        "both")
                                .select("PATH", "VALUE")
                                .collect()),
                        "a.x,1"),
                frame(
                        "a frame of rows",
                        s -> texts(s.range(4)
                                .select(
                                        col("ID"),
                                        sum(col("ID"))
                                                .over(Window.orderBy(col("ID")).rowsBetween(-1, Window.currentRow())))
                                .sort(col("ID").asc())
                                .collect()),
                        "0,0",
                        "1,1",
                        "2,3",
                        "3,5"));
    }

    private static Arguments frame(String what, Function<Session, Iterable<String>> rows, String... expected) {
        return Arguments.of(what, rows, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void aSessionMakesFrames(String what, Function<Session, Iterable<String>> rows, String... expected) {
        assertThat(rows.apply(session)).as(what).containsExactlyInAnyOrder(expected);
    }

    @Test
    void itKnowsWhereItIs() {
        assertThat(session.getCurrentDatabase()).contains("\"DB\"");
        assertThat(session.getCurrentSchema()).contains("\"S\"");
        assertThat(session.getDefaultDatabase()).contains("\"DB\"");
        assertThat(session.getFullyQualifiedCurrentSchema()).isEqualTo("\"DB\".\"S\"");
        session.sql("USE SCHEMA DB.PUBLIC").collect();
        assertThat(session.getCurrentSchema()).contains("\"PUBLIC\"");
        session.sql("USE SCHEMA DB.S").collect();
    }

    @Test
    void dependenciesAreListed() {
        session.addDependency("@~/some.jar");
        assertThat(session.getDependencies()).anyMatch(file -> file.toString().endsWith("some.jar"));
        session.removeDependency("@~/some.jar");
        assertThat(session.getDependencies()).noneMatch(file -> file.toString().endsWith("some.jar"));
    }

    @Test
    void itsQueriesAreHeldInAHistoryAndItsStageIsTemporary() {
        assertThat(session.getSessionStage()).contains("SNOWPARK_TEMP_STAGE");
        assertThat(session.jdbcConnection()).isNotNull();
        assertThat(session.sql("SHOW STAGES").collect()).isNotNull();
    }

    @Test
    void errorsCarrySnowflakesWords() {
        assertThatThrownBy(() -> session.table("NOPE").collect())
                .hasMessageContaining("Object 'NOPE' does not exist or not authorized");
        assertThatThrownBy(() -> session.sql("SELEC 1").collect()).hasMessageContaining("syntax error line 1");
    }

    @Test
    void aRowGivesEachTypeByItsAccessor() {
        Row row = session.sql("""
                SELECT TRUE, 1, 2::FLOAT, 1.25::NUMBER(10,2), 'text', '2024-02-29'::DATE, '01:02:03'::TIME,
                '2024-02-29 01:02:03'::TIMESTAMP_NTZ, TO_BINARY('0AFF'), PARSE_JSON('{"a": [1, null]}'),
                OBJECT_CONSTRUCT('k', 1), ARRAY_CONSTRUCT(1, 'x'), NULL""").first().orElseThrow();

        assertThat(row.size()).isEqualTo(13);
        assertThat(row.getBoolean(0)).isTrue();
        assertThat(row.getInt(1)).isEqualTo(1);
        assertThat(row.getLong(1)).isEqualTo(1);
        assertThat(row.getDouble(2)).isEqualTo(2);
        assertThat(row.getDecimal(3)).isEqualTo(new BigDecimal("1.25"));
        assertThat(row.getString(4)).isEqualTo("text");
        assertThat(row.getDate(5)).isEqualTo(Date.valueOf("2024-02-29"));
        assertThat(row.getTime(6)).isEqualTo(Time.valueOf("01:02:03"));
        assertThat(row.getTimestamp(7)).isEqualTo(Timestamp.valueOf("2024-02-29 01:02:03"));
        assertThat(row.getBinary(8)).containsExactly(0x0A, 0xFF);
        assertThat(row.getVariant(9)).isEqualTo(new Variant("{\"a\": [1, null]}"));
        assertThat(row.getVariant(9).asMap().get("a").asList()).hasSize(2);
        assertThat(row.getMapOfVariant(10)).containsEntry("k", new Variant(1));
        assertThat(row.getListOfVariant(11)).containsExactly(new Variant(1), new Variant("x"));
        assertThat(row.isNullAt(12)).isTrue();
        assertThat(row.get(12)).isNull();
    }
}
