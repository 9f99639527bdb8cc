package dev.inverterflow.snowflake.local.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.snowflake.local.SnowflakeLocal;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A class whose server has settings of its own. */
class OwnServerExtensionTest {

    @RegisterExtension
    static final SnowflakeLocalExtension SNOWFLAKE =
            SnowflakeLocalExtension.with(settings -> settings.user("somebody"));

    @Test
    void theServerHasTheSettings(SnowflakeLocal server, Connection connection) throws SQLException {
        assertThat(server.properties().getProperty("user")).isEqualTo("somebody");
        assertThat(connection.getSchema()).isEqualTo("PUBLIC");
    }
}
