package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Functions about the session and the account that no other test has a use for. */
class SystemFunctionsTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    @Test
    void aSessionKnowsAccountOrganizationAndAddress() throws SQLException {
        assertThat(value("SELECT CURRENT_ACCOUNT_NAME()")).isEqualTo(value("SELECT CURRENT_ACCOUNT()"));
        assertThat(value("SELECT CURRENT_ORGANIZATION_NAME()")).isNotBlank();
        assertThat(value("SELECT CURRENT_IP_ADDRESS()")).isEqualTo("127.0.0.1");
    }

    @Test
    void aMessageIsNamedByItsKind() throws SQLException {
        assertThat(value("SELECT SNOWFLAKE.NOTIFICATION.TEXT_HTML('<b>x</b>')"))
                .isEqualTo("{\"text/html\":\"<b>x</b>\"}");
        assertThat(value("SELECT SNOWFLAKE.NOTIFICATION.APPLICATION_JSON('{}')"))
                .isEqualTo("{\"application/json\":\"{}\"}");
    }

    @Test
    void aStatementThatDoesNotRunIsNotCancelled() throws SQLException {
        assertThat(value("SELECT SYSTEM$CANCEL_QUERY('01b00000-0000-0000-0000-000000000000')"))
                .isEqualTo("Identified SQL statement is not currently executing.");
    }

    private static String value(String sql) throws SQLException {
        try (Connection connection = SERVER.connect()) {
            return LocalServer.value(connection, sql);
        }
    }
}
