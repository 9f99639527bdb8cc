package dev.inverterflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.deploy.DeployCommand;
import dev.inverterflow.deploy.connection.Environment;
import dev.inverterflow.snowflake.local.SnowflakeLocal;
import java.io.IOException;
import java.io.PrintWriter;
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
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What deploy promises about history, lock and order, on small scripts of its own; each test has a schema of its own. */
class DeployIT {
    private static final String DATABASE = "DEPLOY_TEST";

    private static SnowflakeLocal snowflake;
    private static int schemas;

    @TempDir
    Path folder;

    private final String schema = "S" + ++schemas;
    private String printed = "";
    private String complained = "";

    @BeforeAll
    static void startSnowflake() {
        snowflake = SnowflakeLocal.start();
    }

    @AfterAll
    static void stopSnowflake() {
        snowflake.close();
    }

    @BeforeEach
    void writeASmallProject() throws IOException {
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
                        snowflake.port(),
                        snowflake.properties().getProperty("user"),
                        snowflake.properties().getProperty("password")));
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
    }

    @Test
    void aFirstApplyRecordsEveryStepAndASecondOneHasNothingToDo() throws SQLException {
        assertThat(apply()).as(complained).isZero();
        assertThat(printed).contains("1/4  V001__tables.sql (2 statements)", "4 applied, 0 unchanged");
        assertThat(outcomes())
                .containsExactly(
                        "V001__tables.sql SUCCEEDED",
                        "V002__stage.sql SUCCEEDED",
                        stagedJar() + " SUCCEEDED",
                        "R__10_view.sql SUCCEEDED");

        assertThat(apply()).isZero();
        assertThat(printed).contains("nothing to do (4 steps applied before)");
        assertThat(outcomes()).hasSize(4);
    }

    @Test
    void aFailedApplyNamesThePlaceAndIsCompletedByTheNext() throws Exception {
        write(
                "sql/versioned/V002__stage.sql",
                "create stage if not exists PROCEDURE_CODE;\n\ncreate table\n  C (X nosuchtype);\n");

        assertThat(apply()).isEqualTo(1);
        assertThat(complained)
                .contains("error: versioned/V002__stage.sql:")
                .contains("create table C (X nosuchtype)")
                .contains("SQLSTATE")
                .contains("(statement 2 of 2)")
                .contains("run apply again");
        assertThat(outcomes()).containsExactly("V001__tables.sql SUCCEEDED", "V002__stage.sql FAILED");

        write(
                "sql/versioned/V002__stage.sql",
                "create stage if not exists PROCEDURE_CODE;\n\ncreate table if not exists C (X int);\n");
        assertThat(apply()).as(complained).isZero();
        assertThat(printed).contains("3 applied, 1 unchanged");
        assertThat(outcomes()).contains("V002__stage.sql SUCCEEDED").hasSize(5);
    }

    @Test
    void anApplyThatWasStoppedGivesTheLockBackAndGoesOnNextTime() throws SQLException {
        List<Boolean> asked = new ArrayList<>();
        assertThat(run(() -> !asked.add(true) || asked.size() > 4, "apply")).isEqualTo(130);
        assertThat(complained).contains("stopped between two statements");
        assertThat(outcomes()).isNotEmpty().doesNotContain("R__10_view.sql SUCCEEDED");

        assertThat(apply()).as(complained).isZero();
        assertThat(outcomes()).contains("R__10_view.sql SUCCEEDED");
    }

    @Test
    void anAppliedVersionedScriptThatChangedIsRefused() throws Exception {
        assertThat(apply()).as(complained).isZero();
        write("sql/versioned/V001__tables.sql", "create table if not exists OTHER (X int);\n");

        assertThat(apply()).isEqualTo(5);
        assertThat(complained)
                .contains("V001__tables.sql was applied", "is different now", "new script with a higher number");
    }

    @Test
    void onlyTheRepeatableScriptsWhoseTextChangedRunAgain() throws Exception {
        assertThat(apply()).as(complained).isZero();

        assertThat(run(() -> false, "plan", "--var", "word=THERE")).isZero();
        assertThat(printed).contains("R__10_view.sql  changed, 1 statement", "3 unchanged");
        assertThat(run(() -> false, "apply", "--var", "word=THERE"))
                .as(complained)
                .isZero();
        assertThat(printed).contains("1 applied, 3 unchanged");
        execute("insert into A values (1)");
        assertThat(column("select WORD from V")).containsExactly("THERE");
    }

    @Test
    void aChangedJarIsStagedBesideTheOldOne() throws Exception {
        assertThat(apply()).as(complained).isZero();
        String first = stagedJar();
        write("procs.jar", "second content");
        assertThat(apply()).as(complained).isZero();

        assertThat(printed).contains("1 applied, 3 unchanged");
        assertThat(column("list @PROCEDURE_CODE"))
                .hasSize(2)
                .anySatisfy(name -> assertThat(name).endsWith(first))
                .anySatisfy(name -> assertThat(name).endsWith(".jar").doesNotEndWith(first));
    }

    @Test
    void aSecondDeployerIsTurnedAwayUntilTheFirstOnesLeaseEnds() throws Exception {
        assertThat(apply()).as(complained).isZero();
        execute("update DEPLOY_LOCK set HOLDER = 'ANNA', TOKEN = 'hers', EXPIRES_AT = dateadd(second, 60, sysdate())");

        assertThat(run(() -> false, "apply", "--var", "word=THERE")).isEqualTo(4);
        assertThat(complained).contains("another deployer is at work: ANNA");
        assertThat(column("select TOKEN from DEPLOY_LOCK")).containsExactly("hers");

        execute("update DEPLOY_LOCK set EXPIRES_AT = dateadd(second, -1, sysdate())");
        assertThat(run(() -> false, "apply", "--var", "word=THERE"))
                .as(complained)
                .isZero();
        assertThat(column("select count(*) from DEPLOY_LOCK where TOKEN is null"))
                .containsExactly("1");
    }

    @Test
    void tasksThatRanBeforeTheirReplacementRunAfterIt() throws Exception {
        write("sql/repeatable/R__20_tasks.sql", """
                create or replace task HOURLY schedule = '60 MINUTES' comment = '&{word}' as insert into A select 1;
                create or replace task DAILY schedule = '1440 MINUTES' as insert into B select 1;
                """);
        assertThat(apply()).as(complained).isZero();
        execute("alter task HOURLY resume");

        assertThat(run(() -> false, "apply", "--var", "word=THERE"))
                .as(complained)
                .isZero();
        assertThat(printed)
                .contains("task HOURLY resumed, as it was before")
                .doesNotContain("task DAILY resumed, as it was before");

        assertThat(run(() -> false, "pause")).as(complained).isZero();
        assertThat(run(() -> false, "status")).as(complained).isZero();
        assertThat(printed).containsPattern("HOURLY +\\| suspended").containsPattern("DAILY +\\| suspended");
    }

    @Test
    void aRefusedSignInEndsWith3AndShowsNoSecret() throws IOException {
        write(
                "connections.toml",
                Files.readString(folder.resolve("connections.toml"))
                        .replace(snowflake.properties().getProperty("password"), "wrong-pass"));

        assertThat(apply()).isEqualTo(3);
        assertThat(complained).contains("cannot sign in at jdbc:snowflake://").doesNotContain("wrong-pass");
    }

    private int apply() {
        return run(() -> false, "apply");
    }

    private int run(BooleanSupplier stopRequested, String command, String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(
                List.of("--connections-file", folder.resolve("connections.toml").toString()));
        arguments.addAll(List.of("--sql", folder.resolve("sql").toString()));
        if (command.equals("apply") || command.equals("plan")) {
            arguments.addAll(List.of("--procs-jar", folder.resolve("procs.jar").toString()));
        }
        arguments.addAll(List.of(more));
        int exitCode = new DeployCommand(new Environment(Map.of(), folder, "Linux"), stopRequested)
                .run(arguments, new PrintWriter(out), new PrintWriter(err));
        printed = out.toString();
        complained = err.toString();
        return exitCode;
    }

    private String stagedJar() throws SQLException {
        return column("select STEP from DEPLOY_HISTORY where KIND = 'UPLOAD' order by STARTED_AT desc")
                .get(0);
    }

    private List<String> outcomes() throws SQLException {
        return column("select STEP || ' ' || OUTCOME from DEPLOY_HISTORY order by STARTED_AT");
    }

    private List<String> column(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (results.next()) {
                values.add(results.getString(1));
            }
            return values;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
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

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        if (path.endsWith(".toml")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
