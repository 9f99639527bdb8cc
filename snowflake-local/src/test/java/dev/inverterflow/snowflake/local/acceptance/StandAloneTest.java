package dev.inverterflow.snowflake.local.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.snowflake.local.SnowflakeLocal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process of its own. */
class StandAloneTest {

    @TempDir
    Path folder;

    @Test
    void itPrintsOneReadyLineWithAllADriverNeedsAndStopsOnATermination() throws Exception {
        try (ServerProcess server = ServerProcess.start("--database", "d", "--stage-dir", folder.toString())) {
            Properties properties = server.properties();
            properties.setProperty("db", "D");
            try (Connection connection = DriverManager.getConnection(server.url(), properties)) {
                assertThat(LocalServer.value(connection, "select current_database()"))
                        .isEqualTo("D");
            }
            server.terminate();
            assertThat(server.restOfOutput()).isEmpty();
        }
    }

    @Test
    void portDataAndTokenAreThoseItIsGivenAndTheDataOutlivesIt() throws Exception {
        String[] options = {"--port", "0", "--data", folder.resolve("data").toString(), "--token", "my-token"};
        try (ServerProcess server = ServerProcess.start(options)) {
            assertThat(server.properties().getProperty("password")).isEqualTo("my-token");
            try (Connection connection = server.connect()) {
                LocalServer.execute(connection, "create database d", "create table d.public.t as select 7 as n");
            }
            server.terminate();
        }
        try (ServerProcess server = ServerProcess.start(options);
                Connection connection = server.connect()) {
            assertThat(LocalServer.value(connection, "select n from d.public.t"))
                    .isEqualTo("7");
        }
    }

    @Test
    void aPortThatIsTakenIsToldInOneLine() throws Exception {
        try (SnowflakeLocal other = SnowflakeLocal.start()) {
            Process process = ServerProcess.run(List.of(), "--port", String.valueOf(other.port()));
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8))
                    .isEqualTo("snowflake-local: Port " + other.port()
                            + " is taken. Choose another one, or 0 for a free one.\n");
        }
    }
}
