package dev.inverterflow.local.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inverterflow.local.problem.LocalStackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The HTML report: rendered by its procedure onto a stage, fetched with GET as any client of Snowflake would. */
public final class HtmlReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private HtmlReport() {}

    /**
     * Renders the last day and downloads the file.
     *
     * @return where it lies now
     */
    public static Path fetch(Connection connection, Path directory) throws SQLException, IOException {
        Files.createDirectories(directory);
        String path = render(connection);
        String name = path.substring(path.lastIndexOf('/') + 1);
        try (Statement statement = connection.createStatement()) {
            statement.execute("GET '@INGESTION_REPORTS/" + path.replace("'", "''") + "' 'file://"
                    + directory.toString().replace("'", "\\'") + "/'");
        }
        Path file = directory.resolve(name);
        if (!Files.exists(file)) {
            throw new LocalStackException("the report " + path + " was rendered, but GET left nothing in " + directory);
        }
        return file;
    }

    private static String render(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("CALL RENDER_INGESTION_REPORT(1)")) {
            result.next();
            JsonNode answer = JSON.readTree(result.getString(1));
            return answer.required("path").asText();
        }
    }
}
