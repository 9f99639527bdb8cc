package dev.inverterflow.snowflake.local.snowpark.client;

import static dev.inverterflow.snowflake.local.snowpark.client.SnowparkServer.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.snowflake.snowpark_java.SProcRegistration;
import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.StoredProcedure;
import com.snowflake.snowpark_java.types.DataType;
import com.snowflake.snowpark_java.types.DataTypes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Stored procedures that Snowpark registers from lambdas, for one session or for good. */
class RegisteredProceduresIT {

    @RegisterExtension
    static final SnowparkServer SERVER = new SnowparkServer();

    private static final DataType INT = DataTypes.IntegerType;
    private static final DataType TEXT = DataTypes.StringType;

    private static Session session;

    private SProcRegistration procedures;

    @BeforeAll
    static void createTable() {
        session = SERVER.session();
        SERVER.run(
                "CREATE STAGE PROCEDURE_CODE",
                "CREATE SCHEMA ELSEWHERE",
                "USE SCHEMA DB.S",
                "CREATE TABLE NUMBERS (N INT)",
                "INSERT INTO NUMBERS VALUES (1), (2), (3)");
    }

    @BeforeEach
    void open() {
        procedures = session.sproc();
    }

    private static String called(Session caller, String procedure, Object... arguments) {
        return String.join(
                " ", texts(caller.storedProcedure(procedure, arguments).collect()));
    }

    @Test
    void oneWithoutANameIsCalledByItsObject() {
        StoredProcedure count = procedures.registerTemporary(Lambdas.COUNT, TEXT, DataTypes.LongType);
        StoredProcedure greeting = procedures.registerTemporary(Lambdas.greeting("Good day"), TEXT, TEXT);

        assertThat(texts(session.storedProcedure(count, "NUMBERS").collect())).containsExactly("3");
        assertThat(texts(session.storedProcedure(greeting, "Ann").collect())).containsExactly("Good day Ann");
    }

    @Test
    void oneWithANameIsKnownToItsSessionOnly() {
        procedures.registerTemporary("HELLO", Lambdas.HELLO, TEXT, TEXT);

        assertThat(called(session, "HELLO", "Bob")).isEqualTo("Hello Bob");
        assertThat(SERVER.rows("CALL HELLO('Ann')")).containsExactly("Hello Ann");
        Session other = SERVER.open();
        try {
            assertThatThrownBy(() -> called(other, "HELLO", "Eve")).hasMessageContaining("Unknown function HELLO");
        } finally {
            other.close();
        }
        assertThatThrownBy(() -> procedures.registerTemporary("HELLO", Lambdas.HELLO, TEXT, TEXT))
                .hasStackTraceContaining("already exists");
    }

    @Test
    void theBodyWorksWithTheSessionItIsGiven() {
        procedures.registerTemporary("COPY_NUMBERS", Lambdas.COPY, new DataType[] {TEXT, INT}, INT);

        assertThat(called(session, "COPY_NUMBERS", "COPIED", 2)).isEqualTo("2");
        assertThat(SERVER.rows("SELECT N FROM COPIED ORDER BY N")).containsExactly("2", "3");
    }

    @Test
    void argumentsCrossInTheirTypes() {
        DataType[] types = {
            DataTypes.DoubleType,
            DataTypes.BooleanType,
            DataTypes.DateType,
            DataTypes.createDecimalType(10, 2),
            DataTypes.VariantType
        };
        procedures.registerTemporary("TAKE_ALL", Lambdas.TYPES, types, TEXT);

        assertThat(SERVER.rows(
                        "CALL TAKE_ALL(1.5::FLOAT, TRUE, DATE '2024-02-29', 12.34, PARSE_JSON('{\"a\": \"x\"}'))"))
                .containsExactly("1.5 true 2024-02-29 12.34 x");
    }

    @Test
    void whatALambdaThrowsReachesTheCaller() {
        procedures.registerTemporary("FAILING", Lambdas.FAILING_PROCEDURE, INT, INT);

        assertThatThrownBy(() -> called(session, "FAILING", 3))
                .hasMessageContaining("Uncaught exception of type java.lang.IllegalStateException: no 3");
    }

    @Test
    void aPermanentOneIsThereForLaterSessionsUntilItIsDropped() {
        Session first = SERVER.open();
        first.sproc().registerPermanent("LASTING", Lambdas.greeting("Still"), TEXT, TEXT, "PROCEDURE_CODE", true);
        first.close();

        Session later = SERVER.open();
        try {
            assertThat(called(later, "LASTING", "here")).isEqualTo("Still here");
        } finally {
            later.close();
        }
        assertThat(SERVER.rows("LIST @PROCEDURE_CODE")).isNotEmpty();
        SERVER.run("DROP PROCEDURE LASTING(VARCHAR)");
        assertThatThrownBy(() -> called(session, "LASTING", "gone")).hasMessageContaining("Unknown function LASTING");
    }

    @Test
    void aPermanentOneHasTheRightsItWasGiven() {
        procedures.registerPermanent("SCHEMA_OF_CALLER", Lambdas.SCHEMA, TEXT, "PROCEDURE_CODE", true);
        procedures.registerPermanent("SCHEMA_OF_OWNER", Lambdas.SCHEMA, TEXT, "PROCEDURE_CODE", false);
        procedures.registerPermanent("MAKE_AS_OWNER", Lambdas.TEMPORARY_TABLE, INT, TEXT, "PROCEDURE_CODE", false);
        procedures.registerPermanent("MAKE_AS_CALLER", Lambdas.TEMPORARY_TABLE, INT, TEXT, "PROCEDURE_CODE", true);

        SERVER.run("USE SCHEMA DB.ELSEWHERE");
        assertThat(called(session, "DB.S.SCHEMA_OF_CALLER")).isEqualTo("\"ELSEWHERE\"");
        assertThat(called(session, "DB.S.SCHEMA_OF_OWNER")).isEqualTo("\"S\"");
        SERVER.run("USE SCHEMA DB.S");
        assertThat(called(session, "MAKE_AS_CALLER", 1)).isEqualTo("made 1");
        assertThatThrownBy(() -> called(session, "MAKE_AS_OWNER", 1))
                .hasMessageContaining("Unsupported statement type 'temporary TABLE'");
    }

    @Test
    void aPermanentOneNeedsAStage() {
        assertThatThrownBy(() -> procedures.registerPermanent("NOWHERE", Lambdas.HELLO, TEXT, TEXT, "NO_STAGE", true))
                .hasStackTraceContaining("does not exist or not authorized");
    }
}
