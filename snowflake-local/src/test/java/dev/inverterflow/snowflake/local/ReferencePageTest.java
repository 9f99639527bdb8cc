package dev.inverterflow.snowflake.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("driver")
class ReferencePageTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Path PAGE = REPOSITORY.resolve("docs/snowflake-local.md");

    @Test
    void thePageSaysWhatTheRegistriesHoldAndLinksATestForEachRow() throws SQLException, IOException {
        String written = Files.exists(PAGE) ? Files.readString(PAGE, StandardCharsets.UTF_8) : "";
        ReferencePage page;
        try (SnowflakeLocal server = SnowflakeLocal.builder().start()) {
            page = new ReferencePage(server.registries(), parameters(server), new TestLinks(REPOSITORY, written));
        }
        String text = page.text();
        assertThat(page.missing()).as("rows without a test").isEmpty();
        if ("write".equals(System.getProperty("reference.page"))) {
            Files.writeString(PAGE, text, StandardCharsets.UTF_8);
        } else {
            assertThat(text)
                    .as("docs/snowflake-local.md is stale; its first lines have the command that renews it")
                    .isEqualTo(written);
        }
    }

    private static List<ReferencePage.SessionParameter> parameters(SnowflakeLocal server) throws SQLException {
        List<ReferencePage.SessionParameter> parameters = new ArrayList<>();
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.properties());
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show parameters")) {
            while (rows.next()) {
                parameters.add(new ReferencePage.SessionParameter(
                        rows.getString("key"), rows.getString("default"), rows.getString("description")));
            }
        }
        return parameters;
    }
}
