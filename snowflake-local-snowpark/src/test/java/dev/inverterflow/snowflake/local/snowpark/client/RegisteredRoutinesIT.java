package dev.inverterflow.snowflake.local.snowpark.client;

import static com.snowflake.snowpark_java.Functions.callUDF;
import static com.snowflake.snowpark_java.Functions.col;
import static com.snowflake.snowpark_java.Functions.lit;
import static dev.inverterflow.snowflake.local.snowpark.client.SnowparkServer.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.UserDefinedFunction;
import com.snowflake.snowpark_java.types.DataType;
import com.snowflake.snowpark_java.types.DataTypes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Functions that Snowpark registers from lambdas, and functions in Java that SQL creates. */
class RegisteredRoutinesIT {

    @RegisterExtension
    static final SnowparkServer SERVER = new SnowparkServer();

    private static Session session;

    @BeforeAll
    static void createTable() {
        session = SERVER.session();
        SERVER.run(
                "CREATE TABLE NUMBERS (N INT, S VARCHAR)", "INSERT INTO NUMBERS VALUES (1, 'a'), (2, NULL), (3, 'c')");
    }

    @Test
    void aLambdaIsCalledForEachRow() {
        UserDefinedFunction doubled =
                session.udf().registerTemporary(Lambdas.DOUBLED, DataTypes.IntegerType, DataTypes.IntegerType);

        assertThat(texts(session.table("NUMBERS")
                        .select(col("N"), doubled.apply(col("N")))
                        .sort(col("N").asc())
                        .collect()))
                .containsExactly("1,2", "2,4", "3,6");
    }

    @Test
    void aNamedLambdaIsKnownToSqlOfItsSessionOnly() {
        session.udf()
                .registerTemporary(
                        "REPEATED",
                        Lambdas.REPEATED,
                        new DataType[] {DataTypes.StringType, DataTypes.IntegerType},
                        DataTypes.StringType);

        assertThat(SERVER.rows("SELECT REPEATED(S, N) FROM NUMBERS ORDER BY N")).containsExactly("a", "none", "ccc");
        assertThat(texts(session.table("NUMBERS")
                        .select(callUDF("REPEATED", lit("x"), col("N")))
                        .limit(1)
                        .collect()))
                .containsExactly("x");
        Session other = SERVER.open();
        try {
            assertThatThrownBy(() -> other.sql("SELECT REPEATED('a', 1)").collect())
                    .hasMessageContaining("Unknown function REPEATED");
        } finally {
            other.close();
        }
    }

    @Test
    void typesCrossInBothDirections() {
        var functions = session.udf();
        UserDefinedFunction day = functions.registerTemporary(Lambdas.DAY, DataTypes.TimestampType, DataTypes.DateType);
        UserDefinedFunction half = functions.registerTemporary(
                Lambdas.HALF, DataTypes.createDecimalType(10, 2), DataTypes.createDecimalType(10, 3));
        UserDefinedFunction not =
                functions.registerTemporary(Lambdas.NOT, DataTypes.BooleanType, DataTypes.BooleanType);
        UserDefinedFunction bytes =
                functions.registerTemporary(Lambdas.LENGTH, DataTypes.BinaryType, DataTypes.LongType);

        assertThat(texts(session.sql("SELECT '2024-02-29 12:00:00'::TIMESTAMP AS T, 1.25::NUMBER(10,2) AS D, TRUE AS B,"
                                + " TO_BINARY('0102') AS X")
                        .select(day.apply(col("T")), half.apply(col("D")), not.apply(col("B")), bytes.apply(col("X")))
                        .collect()))
                .containsExactly("2024-02-29,0.625,false,2");
    }

    @Test
    void whatALambdaThrowsReachesTheCaller() {
        UserDefinedFunction failing =
                session.udf().registerTemporary(Lambdas.FAILING, DataTypes.IntegerType, DataTypes.IntegerType);

        assertThatThrownBy(() ->
                        session.table("NUMBERS").select(failing.apply(col("N"))).collect())
                .hasMessageContaining("Uncaught exception of type java.lang.IllegalArgumentException: no 3");
    }

    @Test
    void aPermanentFunctionIsThereForOtherSessions() {
        SERVER.run("CREATE STAGE FUNCTION_CODE");
        session.udf()
                .registerPermanent(
                        "PLUS_ONE", Lambdas.PLUS_ONE, DataTypes.IntegerType, DataTypes.IntegerType, "FUNCTION_CODE");

        Session other = SERVER.open();
        try {
            assertThat(texts(other.sql("SELECT PLUS_ONE(41)").collect())).containsExactly("42");
        } finally {
            other.close();
        }
        SERVER.run("DROP FUNCTION PLUS_ONE(INT)");
        assertThatThrownBy(() -> session.sql("SELECT PLUS_ONE(1)").collect())
                .hasMessageContaining("Unknown function PLUS_ONE");
    }

    @Test
    void sqlCreatesFunctionsWithTheirSource() {
        SERVER.run("""
                CREATE OR REPLACE FUNCTION GREET(NAME VARCHAR) RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17'
                HANDLER = 'Greeting.of' AS
                $$ public class Greeting { public static String of(String name) { return "Hello " + name; } } $$""", """
                CREATE OR REPLACE FUNCTION GREET(N NUMBER) RETURNS VARCHAR LANGUAGE JAVA
                HANDLER = 'Counting.of' AS
                $$ public class Counting { public String of(long n) { return n + " greetings"; } } $$""");

        assertThat(SERVER.rows("SELECT GREET('Ann'), GREET(3), DB.S.GREET(NULL::VARCHAR)"))
                .containsExactly("Hello Ann,3 greetings,Hello null");
    }

    @Test
    void aFunctionThatIsStrictIsNotCalledForNull() {
        SERVER.run("""
                CREATE OR REPLACE FUNCTION STRICT_LENGTH(T VARCHAR) RETURNS NUMBER LANGUAGE JAVA STRICT
                HANDLER = 'Strict.length' AS
                $$ public class Strict { public static int length(String t) { return t.length(); } } $$""");

        assertThat(SERVER.rows("SELECT STRICT_LENGTH('abc'), STRICT_LENGTH(NULL)"))
                .containsExactly("3,null");
    }

    @Test
    void sourceThatDoesNotCompileIsRefusedWithItsLine() {
        assertThatThrownBy(() -> SERVER.run("""
                CREATE FUNCTION BROKEN() RETURNS VARCHAR LANGUAGE JAVA HANDLER = 'Broken.of' AS
                $$ public class Broken { public static String of() { return 1; } } $$"""))
                .hasMessageContaining("Error compiling the handler's source")
                .hasMessageContaining("Broken.java:1");
        assertThatThrownBy(() ->
                        SERVER.run("CREATE FUNCTION F(A INT) RETURNS INT LANGUAGE PYTHON HANDLER = 'f' AS $$ x $$"))
                .hasMessageContaining("not supported by snowflake-local: functions in LANGUAGE PYTHON");
    }

    @Test
    void aLambdaTakesNoneOrManyArgumentsAndKeepsWhatItWasMadeWith() {
        var functions = session.udf();
        DataType text = DataTypes.StringType;
        UserDefinedFunction seven = functions.registerTemporary(Lambdas.SEVEN, DataTypes.IntegerType);
        UserDefinedFunction joined =
                functions.registerTemporary(Lambdas.JOINED, new DataType[] {text, text, text, text, text}, text);
        UserDefinedFunction plus =
                functions.registerTemporary(Lambdas.plus(40), DataTypes.IntegerType, DataTypes.IntegerType);

        assertThat(texts(session.sql("SELECT 2 AS N")
                        .select(
                                seven.apply(),
                                joined.apply(lit("a"), lit("b"), lit("c"), lit("d"), lit("e")),
                                plus.apply(col("N")))
                        .collect()))
                .containsExactly("7,a-b-c-d-e,42");
    }

    @Test
    void aLambdaTakesVariantsAndArrays() {
        UserDefinedFunction field =
                session.udf().registerTemporary(Lambdas.FIELD, DataTypes.VariantType, DataTypes.StringType);
        UserDefinedFunction size = session.udf()
                .registerTemporary(
                        Lambdas.SIZE, DataTypes.createArrayType(DataTypes.StringType), DataTypes.IntegerType);

        assertThat(texts(session.sql("SELECT PARSE_JSON('{\"a\": \"x\"}') AS V, ARRAY_CONSTRUCT('p', 'q') AS A")
                        .select(field.apply(col("V")), field.apply(lit(null)), size.apply(col("A")))
                        .collect()))
                .containsExactly("x,none,2");
    }

    @Test
    void aPermanentFunctionNeedsAStageAndANameThatIsFree() {
        assertThatThrownBy(() -> session.udf()
                        .registerPermanent(
                                "NOWHERE", Lambdas.DOUBLED, DataTypes.IntegerType, DataTypes.IntegerType, "NO_STAGE"))
                .hasStackTraceContaining("does not exist or not authorized");
        session.udf().registerTemporary("ONCE", Lambdas.DOUBLED, DataTypes.IntegerType, DataTypes.IntegerType);
        assertThatThrownBy(() -> session.udf()
                        .registerTemporary("ONCE", Lambdas.DOUBLED, DataTypes.IntegerType, DataTypes.IntegerType))
                .hasStackTraceContaining("already exists");
    }
}
