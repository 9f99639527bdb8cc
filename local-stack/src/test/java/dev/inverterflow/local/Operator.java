package dev.inverterflow.local;

import dev.inverterflow.deploy.DeployCommand;
import dev.inverterflow.deploy.command.Display;
import dev.inverterflow.deploy.connection.Environment;
import dev.inverterflow.snowflake.local.SnowflakeLocal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Somebody with a small project of scripts, the deploy command and an own connection to look behind it. */
final class Operator {
    static final String DATABASE = "DEPLOY_TEST";

    private static final Set<String> WITH_JAR = Set.of("apply", "plan", "verify");

    private final SnowflakeLocal snowflake;
    private final Path folder;
    private final String schema;
    private String printed = "";
    private String complained = "";
    private String answers = "";

    Operator(SnowflakeLocal snowflake, Path folder, String schema) throws IOException {
        this.snowflake = snowflake;
        this.folder = folder;
        this.schema = schema;
        writeConnection(snowflake.port());
    }

    /** Scripts with two tables, a stage for the jar and a view. */
    Operator withASmallProject() throws IOException {
        write("sql/variables.json", """
                [{"name": "database", "kind": "identifier", "default": "%s", "description": "Database."},
                 {"name": "schema", "kind": "identifier", "default": "%s", "description": "Schema."},
                 {"name": "word", "kind": "identifier", "default": "HERE", "description": "A word."}]""".formatted(DATABASE, schema));
        write(
                "sql/versioned/V001__tables.sql",
                "-- first\ncreate table if not exists A (X int);\ncreate table if not exists B (X int);\n");
        write("sql/versioned/V002__stage.sql", "create stage if not exists PROCEDURE_CODE;\n");
        write("sql/repeatable/R__10_view.sql", "create or replace view V as select X, '&{word}' as WORD from A;\n");
        write("procs.jar", "first content");
        return this;
    }

    void writeConnection(int port) throws IOException {
        write("connections.toml", """
                [default]
                account = "%s"
                host = "%s"
                port = %d
                protocol = "http"
                user = "%s"
                password = "%s"
                role = "ACCOUNTADMIN"
                """.formatted(
                        snowflake.account(),
                        snowflake.host(),
                        port,
                        snowflake.properties().getProperty("user"),
                        snowflake.properties().getProperty("password")));
    }

    void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        if (path.endsWith(".toml")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    void answer(String line) {
        answers = line + "\n";
    }

    int apply(String... more) {
        return run(() -> false, "apply", more);
    }

    int run(String command, String... more) {
        return run(() -> false, command, more);
    }

    int run(BooleanSupplier stopRequested, String command, String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new DeployCommand(
                        new Environment(Map.of(), folder, "Linux"),
                        new StringReader(answers),
                        Display.PLAIN,
                        stopRequested)
                .run(arguments(command, more), new PrintWriter(out), new PrintWriter(err));
        printed = out.toString();
        complained = err.toString();
        return exitCode;
    }

    /** The command line of a run. */
    List<String> arguments(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--connections-file", path("connections.toml").toString()));
        if (Files.isDirectory(path("sql"))) {
            arguments.addAll(List.of("--sql", path("sql").toString()));
        }
        if (WITH_JAR.contains(command) && Files.exists(path("procs.jar"))) {
            arguments.addAll(List.of("--procs-jar", path("procs.jar").toString()));
        }
        arguments.addAll(List.of(more));
        return arguments;
    }

    String schemaName() {
        return DATABASE + "." + schema;
    }

    String printed() {
        return printed;
    }

    String complained() {
        return complained;
    }

    /** The steps of the history in their order, each with its outcome. */
    List<String> outcomes() throws SQLException {
        return column("select STEP || ' ' || OUTCOME from DEPLOY_HISTORY"
                + " where KIND in ('VERSIONED', 'REPEATABLE', 'UPLOAD') order by STARTED_AT");
    }

    String stagedJar() throws SQLException {
        return column("select STEP from DEPLOY_HISTORY where KIND = 'UPLOAD' order by STARTED_AT desc")
                .get(0);
    }

    /** The first column of a query. */
    List<String> column(String query) throws SQLException {
        return column(query, 1);
    }

    List<String> column(String query, int column) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (results.next()) {
                values.add(results.getString(column));
            }
            return values;
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void executeAs(String role, String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("use role " + role);
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.putAll(snowflake.properties());
        properties.put("db", DATABASE);
        properties.put("schema", schema);
        return DriverManager.getConnection(snowflake.jdbcUrl(), properties);
    }
}
