package dev.inverterflow.local.warehouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inverterflow.local.stack.Deployment;
import dev.inverterflow.local.stack.Distribution;
import dev.inverterflow.local.stack.LocalStack;
import dev.inverterflow.local.stack.Workspace;
import dev.inverterflow.snowflake.local.SnowflakeLocalBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** The deployed schema on the local stack, its tasks suspended: nothing happens in it but what a test does. */
final class Warehouse implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> WRITTEN_TABLES = List.of(
            "INVERTER_DATA_RAW",
            "INVERTER_READINGS",
            "INVERTER_READINGS_REJECTED",
            "FLATTENED_FILES",
            "INVERTERS",
            "PIPELINE_RUNS",
            "PIPELINE_ERRORS",
            "GRAPH_RUNS",
            "INGESTION_FILES",
            "INGESTION_BATCHES",
            "INGESTION_LATENCY",
            "INGESTION_COST");

    private final Path root;
    private final Workspace workspace;
    private final LocalStack stack;
    private final Deployment deployment;
    private final Connection connection;

    private Warehouse(Path root, Workspace workspace, LocalStack stack, Deployment deployment, Connection connection) {
        this.root = root;
        this.workspace = workspace;
        this.stack = stack;
        this.deployment = deployment;
        this.connection = connection;
    }

    static Warehouse start() throws Exception {
        return start(UnaryOperator.identity());
    }

    /** @param settings what is to be otherwise in the stand-in */
    static Warehouse start(UnaryOperator<SnowflakeLocalBuilder> settings) throws Exception {
        Path root = Files.createTempDirectory("warehouse-");
        Workspace workspace = Workspace.open(root);
        LocalStack stack = LocalStack.start(workspace, Distribution.find(), LocalStack.Ports.free(), settings);
        Deployment deployment = Deployment.of(stack, workspace, () -> false);
        deployment.run("bootstrap", line -> {});
        deployment.run("apply", line -> {});
        return new Warehouse(root, workspace, stack, deployment, stack.connect());
    }

    /** Empties every table that procedures write, and takes the stream's offset to the end. */
    void reset() throws SQLException {
        execute("ALTER SESSION UNSET TIMEZONE");
        for (String table : WRITTEN_TABLES) {
            execute("DELETE FROM " + table);
        }
        execute("INSERT INTO INVERTER_DATA_RAW SELECT FILE_NAME, JSON_BODY, FILE_CONTENT_KEY, FILE_LAST_MODIFIED,"
                + " START_SCAN_TIME FROM INVERTER_DATA_RAW_STREAM WHERE FALSE");
    }

    LocalStack stack() {
        return stack;
    }

    Deployment deployment() {
        return deployment;
    }

    Connection connection() {
        return connection;
    }

    /** A raw row as the pipe writes it. */
    void load(String fileName, String scanTime, String json) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO INVERTER_DATA_RAW (FILE_NAME, JSON_BODY, FILE_CONTENT_KEY, FILE_LAST_MODIFIED, START_SCAN_TIME)
                SELECT ?, PARSE_JSON(?), MD5(?), ?::TIMESTAMP_NTZ, ?::TIMESTAMP_NTZ
                """)) {
            insert.setString(1, fileName);
            insert.setString(2, json);
            insert.setString(3, json);
            insert.setString(4, scanTime);
            insert.setString(5, scanTime);
            insert.executeUpdate();
        }
    }

    /** An object on S3 of which the pipe is told. */
    void put(String name, String content) {
        putWithoutEvent(name, content);
        String key = LocalStack.PREFIX + name;
        stack.snowflake().deliverS3Event("""
                {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"us-east-1","eventTime":"%s",
                "eventName":"ObjectCreated:Put","s3":{"s3SchemaVersion":"1.0","bucket":{"name":"%s"},
                "object":{"key":"%s","size":%d,"eTag":"none","sequencer":"00"}}}]}""".formatted(
                        Instant.now(), LocalStack.BUCKET, key, content.getBytes(StandardCharsets.UTF_8).length));
    }

    /** An object on S3 whose event is lost. */
    void putWithoutEvent(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        BlobStore objects = new FilesystemNio2BlobStore(workspace.objects().toString());
        objects.putBlob(
                PutObjectRequest.builder()
                        .bucket(LocalStack.BUCKET)
                        .key(LocalStack.PREFIX + name)
                        .contentLength((long) bytes.length)
                        .build(),
                new ByteArrayInputStream(bytes));
    }

    /** Runs a script of sql/ by its path there, as SnowSQL would with its variables. */
    void script(String path, Map<String, String> variables) throws IOException, SQLException {
        String text = Files.readString(Path.of("..", "sql").resolve(path));
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            text = text.replace("&{" + variable.getKey() + "}", variable.getValue());
        }
        for (String statement : text.replaceAll("(?m)^--.*\\R?", "").split(";\\R")) {
            if (!statement.isBlank()) {
                execute(statement);
            }
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Calls a procedure and reads its VARIANT result. */
    JsonNode call(String call) throws SQLException {
        try {
            return JSON.readTree(text("CALL " + call));
        } catch (IOException e) {
            throw new AssertionError(call + " gave no JSON", e);
        }
    }

    /** One value as text. */
    String text(String sql) throws SQLException {
        return rows(sql).get(0);
    }

    /** Rows as text, columns joined by {@code " | "}. */
    List<String> rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    values.add(String.valueOf(rows.getString(i)));
                }
                texts.add(String.join(" | ", values));
            }
            return texts;
        }
    }

    @Override
    public void close() throws Exception {
        connection.close();
        stack.close();
        workspace.close();
        try (var files = Files.walk(root, new FileVisitOption[0])) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
