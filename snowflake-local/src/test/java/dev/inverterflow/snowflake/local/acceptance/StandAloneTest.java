package dev.inverterflow.snowflake.local.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.snowflake.local.SnowflakeLocal;
import dev.inverterflow.snowflake.local.SnowflakeLocalMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process of its own. */
class StandAloneTest {

    private static final Pattern READY =
            Pattern.compile("snowflake-local is ready: (\\S+) account=(\\S+) user=(\\S+) password=(\\S+)");

    @TempDir
    Path folder;

    @Test
    void itPrintsOneReadyLineWithAllADriverNeedsAndStopsOnATermination() throws Exception {
        Process process = run("--database", "d", "--stage-dir", folder.toString());
        try (BufferedReader out = process.inputReader(UTF_8)) {
            Matcher ready = READY.matcher(String.valueOf(out.readLine()));
            assertThat(ready.matches()).isTrue();
            Properties properties = new Properties();
            properties.setProperty("account", ready.group(2));
            properties.setProperty("user", ready.group(3));
            properties.setProperty("password", ready.group(4));
            properties.setProperty("disablePlatformDetection", "true");
            properties.setProperty("db", "D");
            try (Connection connection = DriverManager.getConnection(ready.group(1), properties)) {
                assertThat(LocalServer.value(connection, "select current_database()"))
                        .isEqualTo("D");
            }
            process.toHandle().destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(out.readLine()).isNull();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aPortThatIsTakenIsToldInOneLine() throws Exception {
        try (SnowflakeLocal other = SnowflakeLocal.start()) {
            Process process = run("--port", String.valueOf(other.port()));
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8))
                    .isEqualTo("snowflake-local: Port " + other.port()
                            + " is taken. Choose another one, or 0 for a free one.\n");
        }
    }

    private static Process run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath()));
        command.add(SnowflakeLocalMain.class.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("SNOWFLAKE_LOCAL_TOKEN");
        return builder.start();
    }

    /** Without the tests' own folder, whose logging settings are not those of the stand-alone server. */
    private static String classPath() {
        String separator = System.getProperty("path.separator");
        return String.join(
                separator,
                List.of(System.getProperty("java.class.path").split(Pattern.quote(separator))).stream()
                        .filter(entry -> !entry.endsWith("test-classes"))
                        .toList());
    }
}
