package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions that say where a statement runs, and that make what other functions take. */
@Tag("driver")
class SessionFunctionsTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = SERVER.connect();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void theAccountAndTheClientAreThoseOfTheServer() throws SQLException {
        assertThat(LocalServer.value(connection, "select current_account_name() = current_account()"))
                .isEqualToIgnoringCase("true");
        assertThat(LocalServer.value(connection, "select current_organization_name()"))
                .isEqualTo("LOCAL");
        assertThat(LocalServer.value(connection, "select current_ip_address()"))
                .isEqualTo(SERVER.server().host());
        assertThat(LocalServer.value(connection, "select current_client()"))
                .isEqualTo("JDBC " + connection.getMetaData().getDriverVersion());
        assertThatThrownBy(() -> LocalServer.value(connection, "select current_ip_address(1)"))
                .hasMessageContaining("CURRENT_IP_ADDRESS");
    }

    /** docs.snowflake.com/en/sql-reference/functions/system_wait. */
    @Test
    void waitingSaysHowLongAndCanBeStopped() throws Exception {
        assertThat(LocalServer.value(connection, "call system$wait(0)")).isEqualTo("waited 0 seconds");
        assertThat(LocalServer.value(connection, "select system$wait(20, 'milliseconds')"))
                .isEqualTo("waited 20 milliseconds");
        assertThatThrownBy(() -> LocalServer.value(connection, "call system$wait(1, 'weeks')"))
                .hasMessageContaining("invalid value [weeks] for parameter 'SYSTEM$WAIT'");
        assertThatThrownBy(() -> LocalServer.value(connection, "call system$wait(-1)"))
                .hasMessageContaining("invalid value [-1]");
        LocalServer.execute(connection, "alter session set statement_timeout_in_seconds = 1");
        assertThatThrownBy(() -> LocalServer.value(connection, "call system$wait(2, 'DAYS')"))
                .hasMessageContaining("Statement reached its statement or warehouse timeout of 1 second(s)");
    }

    /** docs.snowflake.com/en/sql-reference/functions/system_typeof, examples. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            NULL                | NULL[LOB]
            1                   | NUMBER(1,0)[SB1]
            1e10                | NUMBER(11,0)[SB8]
            10000               | NUMBER(5,0)[SB2]
            'something'         | VARCHAR(9)[LOB]
            1.5::FLOAT          | FLOAT[DOUBLE]
            count(*)            | NUMBER(18,0)[SB8]
            """)
    void theTypeOfAnExpressionIsToldWithItsStorage(String expression, String type) throws SQLException {
        assertThat(LocalServer.value(connection, "select system$typeof(" + expression + ")"))
                .isEqualTo(type);
    }

    @Test
    void aQueryThatNeverWasHasNoIdHoweverFarAway() throws SQLException {
        assertThat(LocalServer.value(connection, "select last_query_id(99999999999)"))
                .isNull();
        assertThat(LocalServer.value(connection, "select last_query_id(-99999999999)"))
                .isNull();
    }

    /** docs.snowflake.com/en/sql-reference/functions/text_html and application_json. */
    @Test
    void messagesOfNotificationsAreObjectsByTheirType() throws SQLException {
        assertThat(LocalServer.value(connection, "select snowflake.notification.text_html('<p>a</p>')"))
                .isEqualTo("{\"text/html\":\"<p>a</p>\"}");
        assertThat(LocalServer.value(connection, "select snowflake.notification.application_json('{\"a\": 1}')"))
                .isEqualTo("{\"application/json\":\"{\\\"a\\\": 1}\"}");
    }

    @Test
    void aStatementThatHasEndedIsNotCancelled() throws SQLException {
        LocalServer.execute(connection, "select 1");
        assertThat(LocalServer.value(connection, "select system$cancel_query(last_query_id())"))
                .isEqualTo("Identified SQL statement is not currently executing.");
        assertThatThrownBy(() -> LocalServer.value(connection, "select system$cancel_query()"))
                .hasMessageContaining("not enough arguments for function [SYSTEM$CANCEL_QUERY]");
    }
}
