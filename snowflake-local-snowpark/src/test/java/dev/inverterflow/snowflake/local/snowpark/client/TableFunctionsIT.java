package dev.inverterflow.snowflake.local.snowpark.client;

import static com.snowflake.snowpark_java.Functions.col;
import static com.snowflake.snowpark_java.Functions.lit;
import static dev.inverterflow.snowflake.local.snowpark.client.SnowparkServer.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.snowflake.snowpark_java.Column;
import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.TableFunction;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Table functions in Java, registered from objects and created by SQL. */
class TableFunctionsIT {

    @RegisterExtension
    static final SnowparkServer SERVER = new SnowparkServer();

    private static Session session;

    @BeforeAll
    static void create() {
        session = SERVER.session();
        SERVER.run("CREATE TABLE POWER (INVERTER VARCHAR, AT INT, W FLOAT)", """
                INSERT INTO POWER VALUES ('A', 3, 40), ('A', 1, 10), ('A', 2, 25), ('B', 1, 7)""", """
                CREATE FUNCTION WORDS(TEXT VARCHAR) RETURNS TABLE (WORD VARCHAR, SIZE NUMBER, SEEN TIMESTAMP_NTZ, REST VARIANT)
                LANGUAGE JAVA HANDLER = 'Words' AS
                $$
                import com.snowflake.snowpark_java.types.Variant;
                import java.util.stream.Stream;

                public class Words {
                    public static class Output {
                        public String word;
                        public int size;
                        public java.sql.Timestamp seen = new java.sql.Timestamp(0);
                        public Variant rest;

                        Output(String word) {
                            this.word = word;
                            this.size = word.length();
                            this.rest = word.isEmpty() ? null : new Variant(new String[] {word});
                        }
                    }

                    public static Class getOutputClass() {
                        return Output.class;
                    }

                    public Stream<Output> process(String text) {
                        return text == null ? Stream.empty() : Stream.of(text.split(" ", -1)).map(Output::new);
                    }
                }
                $$""");
    }

    @Test
    void aRegisteredObjectGivesRowsForConstants() {
        TableFunction counted = session.udtf().registerTemporary(new TableLambdas.Counted());

        assertThat(texts(session.tableFunction(counted, lit(5), lit(2)).collect()))
                .containsExactly("5,row 0", "6,row 1");
        assertThat(texts(session.tableFunction(counted, Map.of("arg1", lit(1), "arg2", lit(1)))
                        .collect()))
                .containsExactly("1,row 0");
    }

    @Test
    void itIsJoinedToEveryRow() {
        session.udtf().registerTemporary("COUNTED", new TableLambdas.Counted());

        assertThat(texts(session.table("POWER")
                        .filter(col("INVERTER").equal_to(lit("A")))
                        .join(new TableFunction("COUNTED"), col("AT"), col("AT").minus(lit(1)))
                        .select(col("AT"), col("N"), col("LABEL"))
                        .sort(col("AT").asc(), col("N").asc())
                        .collect()))
                .containsExactly("2,2,row 0", "3,3,row 0", "3,4,row 1");
    }

    @Test
    void aPartitionIsWorkedThroughInItsOrderByAnObjectOfItsOwn() {
        TableFunction steps = session.udtf().registerTemporary(new TableLambdas.Steps());

        assertThat(texts(session.table("POWER")
                        .join(steps, new Column[] {col("W")}, new Column[] {col("INVERTER")}, new Column[] {
                            col("AT").asc()
                        })
                        .select(col("INVERTER"), col("AT"), col("KIND"), col("STEP"))
                        .sort(col("INVERTER").asc(), col("AT").asc_nulls_last())
                        .collect()))
                .containsExactly(
                        "A,1,step,0.0",
                        "A,2,step,15.0",
                        "A,3,step,15.0",
                        "A,null,sum,30.0",
                        "B,1,step,0.0",
                        "B,null,sum,0.0");
    }

    @Test
    void sqlCallsWhatSqlCreated() {
        assertThat(SERVER.rows("SELECT WORD, SIZE, SEEN, REST[0]::VARCHAR FROM TABLE(WORDS('solar power'))"))
                .containsExactly("solar,5,1970-01-01 00:00:00.0,solar", "power,5,1970-01-01 00:00:00.0,power");
        assertThat(SERVER.rows("SELECT W.WORD, W.REST FROM TABLE(WORDS(TEXT => '')) W"))
                .containsExactly(",null");
        assertThat(SERVER.rows("SELECT COUNT(*) FROM TABLE(DB.S.WORDS(NULL))")).containsExactly("0");
        assertThat(SERVER.rows("SELECT INVERTER, AT, WORD FROM POWER, TABLE(WORDS(INVERTER || ' ' || AT)) W"
                        + " WHERE WORD <> INVERTER AND AT > 1 ORDER BY AT"))
                .containsExactly("A,2,2", "A,3,3");
    }

    @Test
    void showFunctionsTellsThatItIsOne() {
        assertThat(texts(session.sql("SHOW USER FUNCTIONS LIKE 'WORDS'")
                        .select("\"is_table_function\"", "\"arguments\"")
                        .collect()))
                .containsExactly(
                        "Y,WORDS(VARCHAR) RETURN TABLE (WORD VARCHAR, SIZE NUMBER, SEEN TIMESTAMP_NTZ, REST VARIANT)");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> SERVER.rows("SELECT * FROM TABLE(WORDS('a', 'b'))"))
                .hasMessageContaining("Invalid argument types for function 'WORDS': (VARCHAR(1), VARCHAR(1))");
        assertThatThrownBy(() -> SERVER.rows("SELECT * FROM TABLE(NO_WORDS('a'))"))
                .hasMessageContaining("NO_WORDS");
        assertThatThrownBy(() -> SERVER.rows("SELECT WORDS('a')")).hasMessageContaining("Unknown function WORDS");
        assertThatThrownBy(() -> SERVER.rows("SELECT * FROM POWER LEFT JOIN TABLE(WORDS(INVERTER)) ON TRUE"))
                .hasMessageContaining("not supported by snowflake-local: LEFT JOIN with a user-defined table function");
    }

    @Test
    void whatAHandlerThrowsOrLacksIsNamed() {
        SERVER.run("""
                CREATE FUNCTION BAD(N NUMBER) RETURNS TABLE (A NUMBER) LANGUAGE JAVA HANDLER = 'Bad' AS
                $$
                public class Bad {
                    public static class Output { public long a; }
                    public static Class getOutputClass() { return Output.class; }
                    public java.util.stream.Stream<Output> process(long n) {
                        throw new IllegalStateException("no " + n);
                    }
                }
                $$""", """
                CREATE FUNCTION LACKING(N NUMBER) RETURNS TABLE (A NUMBER, B NUMBER) LANGUAGE JAVA HANDLER = 'Bad' AS
                $$
                public class Bad {
                    public static class Output { public long a; }
                    public static Class getOutputClass() { return Output.class; }
                    public java.util.stream.Stream<Output> process(long n) { return null; }
                }
                $$""");

        assertThatThrownBy(() -> SERVER.rows("SELECT * FROM TABLE(BAD(7))"))
                .hasMessageContaining("Uncaught exception of type java.lang.IllegalStateException: no 7");
        assertThatThrownBy(() -> SERVER.rows("SELECT * FROM TABLE(LACKING(7))"))
                .hasMessageContaining("has no public field for the column B of LACKING");
    }
}
