package dev.inverterflow.snowflake.local.snowpark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Overloads, defaults, names, casts and the types of arguments and results. */
class ProcedureArgumentsIT {

    private static final String JAR = "arguments.jar";

    @TempDir
    private static Path folder;

    private static Account account;

    @BeforeAll
    static void start() throws Exception {
        account = Account.start();
        account.put(HandlerJar.write(folder.resolve(JAR), """
                public static String ofNumber(Session session, BigDecimal a) { return "number " + a; }
                public static String ofText(Session session, String a) { return "text " + a; }
                public static String three(Session session, long a, String b, Double c) { return a + " " + b + " " + c; }
                public static int primitive(Session session, int a) { return a; }
                public static Long boxed(Session session, Long a) { return a; }
                public static double aDouble(Session session, double a) { return a; }
                public static boolean aBoolean(Session session, boolean a) { return a; }
                public static java.sql.Date aDate(Session session, java.sql.Date a) { return a; }
                public static Timestamp aTimestamp(Session session, Timestamp a) { return a; }
                public static String asInstant(Session session, Timestamp a) { return a.toInstant().toString(); }
                public static Variant aVariant(Session session, Variant a) { return a; }
                public static Map<String, String> aMap(Session session, Map<String, String> a) {
                    Map<String, String> map = new TreeMap<>(a); map.put("added", "yes"); return map;
                }
                public static String[] anArray(Session session, String[] a) { return a; }
                public static short aShort(Session session, short a) { return a; }
                public static Short boxedShort(Session session, Short a) { return a; }
                public static int anInt(Session session, int a) { return a; }
                public static Integer boxedInt(Session session, Integer a) { return a; }
                public static long aLong(Session session, long a) { return a; }
                public static BigInteger bigInteger(Session session, BigInteger a) { return a; }
                public static String numberText(Session session, String a) { return a; }
                public static Double boxedDouble(Session session, Double a) { return a; }
                public static float aFloat(Session session, float a) { return a; }
                public static Boolean boxedBoolean(Session session, Boolean a) { return a; }
                public static Time aTime(Session session, Time a) { return a; }
                public static int sum(Session session, int[] a) { return Arrays.stream(a).sum(); }
                public static int available(Session session, java.io.InputStream a) throws Exception { return a.available(); }
                public static byte[] bytes(Session session, byte[] a) { return a; }
                public static BigDecimal third(Session session) { return new BigDecimal("2.666666"); }
                public static long big(Session session) { return 123456L; }
                public static String overloaded(Session session, String a) { return "string"; }
                public static String overloaded(Session session, long a) { return "long"; }
                """));
    }

    @AfterAll
    static void stop() throws Exception {
        account.close();
    }

    @Test
    void theOverloadIsChosenByTheTypesOfTheArguments() throws SQLException {
        account.create("PICK(A NUMBER)", "VARCHAR", JAR, "ofNumber");
        account.create("PICK(A VARCHAR)", "VARCHAR", JAR, "ofText");
        assertThat(account.value("CALL PICK(1)")).isEqualTo("number 1");
        assertThat(account.value("CALL PICK('1')")).isEqualTo("text 1");
        account.run("DROP PROCEDURE PICK(VARCHAR)");
        assertThat(account.value("CALL PICK('1')")).isEqualTo("number 1");
    }

    @Test
    void argumentsAreGivenByPositionByNameOrByDefault() throws SQLException {
        account.create("THREE(A NUMBER, B VARCHAR DEFAULT 'b', C FLOAT DEFAULT 1 + 0.5)", "VARCHAR", JAR, "three");
        assertThat(account.value("CALL THREE(1)")).isEqualTo("1 b 1.5");
        assertThat(account.value("CALL THREE(1, 'x')")).isEqualTo("1 x 1.5");
        assertThat(account.value("CALL THREE(c => 7, a => 2)")).isEqualTo("2 b 7.0");
        assertThat(account.failure("CALL THREE()").code()).isEqualTo(938);
        assertThat(account.failure("CALL THREE(1, 'x', 2, 3)").code()).isEqualTo(939);
        assertThat(account.failure("CALL THREE(1, c => 2)").message()).contains("by position or");
        assertThat(account.failure("CALL THREE(a => 1, d => 2)").message()).contains("(A, B, C)");
    }

    @Test
    void anArgumentThatNeedsACastIsRefused() throws SQLException {
        account.create("ECHO(A VARIANT)", "VARIANT", JAR, "aVariant");
        Refusal failure = account.failure("CALL ECHO('text')");
        assertThat(failure.code()).isEqualTo(1044);
        assertThat(failure.message()).contains("Invalid argument types for function 'ECHO': (VARCHAR");
        assertThat(account.value("CALL ECHO(1)")).isEqualTo("1");
    }

    @Test
    void aPrimitiveCannotTakeNull() throws SQLException {
        account.create("PRIMITIVE(A NUMBER)", "NUMBER", JAR, "primitive");
        account.create("BOXED(A NUMBER)", "NUMBER", JAR, "boxed");
        assertThat(account.failure("CALL PRIMITIVE(NULL)").message()).contains("is NULL");
        assertThat(account.value("CALL BOXED(NULL)")).isNull();
    }

    @Test
    void aNumberThatDoesNotFitTheJavaTypeIsRefused() throws SQLException {
        account.create("PRIMITIVE(A NUMBER)", "NUMBER", JAR, "primitive");
        assertThat(account.failure("CALL PRIMITIVE(3000000000)").message()).contains("does not fit");
    }

    @Test
    void strictAnswersNullWithoutCallingTheHandler() throws SQLException {
        account.run("""
                CREATE OR REPLACE PROCEDURE STRICT_ONE(A NUMBER) RETURNS NUMBER LANGUAGE JAVA STRICT
                RUNTIME_VERSION = '17' PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@CODE/arguments.jar')
                HANDLER = 'handlers.Handlers.primitive'
                """);
        assertThat(account.value("CALL STRICT_ONE(NULL)")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "NUMBER(10,2) | ofNumber | VARCHAR | 12.5 | number 12.50",
                "FLOAT | aDouble | FLOAT | 1.5::FLOAT | 1.5",
                "BOOLEAN | aBoolean | BOOLEAN | TRUE | TRUE",
                "DATE | aDate | DATE | '2026-01-31'::DATE | 2026-01-31",
                "TIMESTAMP_NTZ | asInstant | VARCHAR | '2026-01-31 10:00:00.123'::TIMESTAMP_NTZ | 2026-01-31T10:00:00.123Z",
                "TIMESTAMP_NTZ | aTimestamp | TIMESTAMP_NTZ | '2026-01-31 10:00:00'::TIMESTAMP_NTZ | 2026-01-31 10:00:00.000",
                "VARIANT | aVariant | VARIANT | PARSE_JSON('[1.50, null]')[0] | 1.5",
                "NUMBER | aShort | NUMBER | 7 | 7",
                "NUMBER | boxedShort | NUMBER | 7 | 7",
                "NUMBER | anInt | NUMBER | 7 | 7",
                "NUMBER | boxedInt | NUMBER | 7 | 7",
                "NUMBER | aLong | NUMBER | 3000000000 | 3000000000",
                "NUMBER | boxed | NUMBER | 7 | 7",
                "NUMBER | bigInteger | NUMBER(38,0) | 12345678901234567890123 | 12345678901234567890123",
                "NUMBER(5,2) | numberText | NUMBER(5,2) | 1.25 | 1.25",
                "FLOAT | boxedDouble | FLOAT | 1.5::FLOAT | 1.5",
                "FLOAT | aFloat | FLOAT | 1.5::FLOAT | 1.5",
                "BOOLEAN | boxedBoolean | BOOLEAN | FALSE | FALSE",
                "BOOLEAN | ofText | VARCHAR | TRUE | text true",
                "DATE | ofText | VARCHAR | '2026-01-31'::DATE | text 2026-01-31",
                "TIME | aTime | TIME | '10:11:12'::TIME | 10:11:12",
                "TIME | ofText | VARCHAR | '10:00:00'::TIME | text 10:00:00.000000000",
                "TIMESTAMP_LTZ | asInstant | VARCHAR | '2026-01-31 10:00:00 +01:00'::TIMESTAMP_LTZ | 2026-01-31T09:00:00Z",
                "TIMESTAMP_TZ | asInstant | VARCHAR | '2026-01-31 10:00:00 +01:00'::TIMESTAMP_TZ | 2026-01-31T09:00:00Z",
                "TIMESTAMP_TZ | ofText | VARCHAR | '2026-01-31 10:00:00 +01:00'::TIMESTAMP_TZ | text Sat, 31 Jan 2026 10:00:00 +0100",
                "TIMESTAMP_NTZ | ofText | VARCHAR | '2026-01-31 10:00:00'::TIMESTAMP_NTZ | text Sat, 31 Jan 2026 10:00:00",
                "BINARY | ofText | VARCHAR | TO_BINARY('00FF') | text 00FF",
                "BINARY | available | NUMBER | TO_BINARY('00FF') | 2",
                "ARRAY | ofText | VARCHAR | ARRAY_CONSTRUCT(1, 'x') | text [1,\"x\"]",
                "ARRAY | sum | NUMBER | ARRAY_CONSTRUCT(1, 2) | 3",
                "OBJECT | ofText | VARCHAR | OBJECT_CONSTRUCT('x', 3) | text {\"x\":3}",
                "BINARY | bytes | BINARY | TO_BINARY('00FF') | 00FF",
                "TIMESTAMP_NTZ | aTimestamp | TIMESTAMP_NTZ | NULL::TIMESTAMP_NTZ | ",
            })
    void valuesCrossInTheirDocumentedTypes(String type, String method, String returns, String argument, String result)
            throws SQLException {
        account.create("CROSS_OVER(A " + type + ")", returns, JAR, method);
        assertThat(account.value("CALL CROSS_OVER(" + argument + ")")).isEqualToIgnoringCase(result);
    }

    @Test
    void objectsAndArraysCrossAsMapsAndStrings() throws SQLException {
        account.create("AN_OBJECT(A OBJECT)", "OBJECT", JAR, "aMap");
        account.create("AN_ARRAY(A ARRAY)", "ARRAY", JAR, "anArray");
        assertThat(account.value("CALL AN_OBJECT(OBJECT_CONSTRUCT('b', 1))").replaceAll("\\s", ""))
                .isEqualTo("{\"added\":\"yes\",\"b\":\"1\"}");
        assertThat(account.value("CALL AN_ARRAY(ARRAY_CONSTRUCT('x', 2))").replaceAll("\\s", ""))
                .isEqualTo("[\"x\",\"2\"]");
    }

    @Test
    void aNumberIsBroughtToTheDeclaredScaleAndMustFitThePrecision() throws SQLException {
        account.create("ROUNDED()", "NUMBER(10,2)", JAR, "third");
        account.create("TOO_BIG()", "NUMBER(5,0)", JAR, "big");
        assertThat(account.value("CALL ROUNDED()")).isEqualTo("2.67");
        assertThat(account.failure("CALL TOO_BIG()").message()).contains("out of representable range");
    }

    @Test
    void javaOverloadsAreToldApartByWhatTheyAccept() throws SQLException {
        account.create("OVERLOADED(A NUMBER(10,2))", "VARCHAR", JAR, "overloaded");
        assertThat(account.failure("CALL OVERLOADED(1)").message()).contains("names several methods");
        account.create("OVERLOADED_TEXT(A VARCHAR)", "VARCHAR", JAR, "overloaded");
        assertThat(account.value("CALL OVERLOADED_TEXT('a')")).isEqualTo("string");
    }

    @Test
    void aResultOfAnotherJavaTypeIsRefused() throws SQLException {
        account.create("WRONG_RESULT(A VARCHAR)", "BOOLEAN", JAR, "ofText");
        assertThat(account.failure("CALL WRONG_RESULT('a')").message())
                .contains("java.lang.String")
                .contains("BOOLEAN");
    }
}
