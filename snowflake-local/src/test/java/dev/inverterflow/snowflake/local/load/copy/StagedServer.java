package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.MovingServer;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server for the tests of one class with a stage ST, empty before each test, into which they put files. */
final class StagedServer implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback {
    private MovingServer server;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        server = MovingServer.start();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        server.close();
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        server.execute("CREATE OR REPLACE STAGE st");
    }

    void execute(String sql) throws SQLException {
        server.execute(sql);
    }

    /** The rows of an answer, each value as text. */
    List<List<String>> rows(String sql) throws SQLException {
        return server.rows(sql);
    }

    List<String> columns(String sql) throws SQLException {
        return server.columns(sql);
    }

    /** What COPY INTO t answers. */
    List<List<String>> copy(String rest) throws SQLException {
        return server.rows("COPY INTO t " + rest);
    }

    /** Puts a file below the stage. */
    void put(String path, String content) throws IOException, SQLException {
        put(path, content, StandardCharsets.UTF_8);
    }

    void put(String path, String content, Charset charset) throws IOException, SQLException {
        putInto("@st", path, content, charset);
    }

    /** Puts a file below another stage. */
    void putInto(String stage, String path, String content) throws IOException, SQLException {
        putInto(stage, path, content, StandardCharsets.UTF_8);
    }

    private void putInto(String stage, String path, String content, Charset charset) throws IOException, SQLException {
        int slash = path.lastIndexOf('/') + 1;
        Path folder = Files.createTempDirectory("staged");
        Path file = Files.writeString(folder.resolve(path.substring(slash)), content, charset);
        try {
            server.rows("PUT file://" + file + " " + stage + "/" + path.substring(0, slash)
                    + " AUTO_COMPRESS = FALSE OVERWRITE = TRUE");
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }
}
