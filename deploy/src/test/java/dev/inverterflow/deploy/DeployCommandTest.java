package dev.inverterflow.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.deploy.connection.Environment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployCommandTest {
    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeASmallProject() throws IOException {
        write("sql/variables.json", """
                [
                  {"name": "database", "kind": "identifier", "default": "D", "description": "Database."},
                  {"name": "schema", "kind": "identifier", "default": "S", "description": "Schema."},
                  {"name": "owner_role", "kind": "identifier", "default": "OWNER", "description": "Owner."},
                  {"name": "stage_url", "kind": "s3_url", "default": null, "description": "Bucket and prefix."}
                ]""");
        write("sql/bootstrap/bootstrap.sql", "-- once\ncreate role if not exists &{owner_role};\n");
        write("sql/versioned/V001__stage.sql", "create stage if not exists X\n  url = '&{stage_url}';\n");
        write("sql/repeatable/R__procs.sql", "create or replace procedure P()\nimports = ('@C/&{procs_jar}');\n");
        write(
                ".snowflake/connections.toml",
                "[default]\naccount = \"local\"\nuser = \"u\"\npassword = \"hush\"\nprotocol = \"http\"\n");
    }

    @Test
    void withoutACommandItShowsTheCommandsAndExitsWith64() {
        assertThat(run()).isEqualTo(64);
        assertThat(err.toString()).contains("a command is missing", "bootstrap", "plan", "apply", "Exit codes:");
    }

    @Test
    void anUnknownOptionExitsWith64() {
        assertThat(run("apply", "--frobnicate")).isEqualTo(64);
        assertThat(err.toString()).contains("Unknown option: '--frobnicate'");
    }

    @Test
    void helpExitsWith0() {
        assertThat(run("apply", "--help")).isZero();
        assertThat(out.toString()).contains("--connection", "--var", "--vars-file", "--procs-jar");
    }

    @Test
    void bootstrapPrintsItsSqlWithoutAConnection() throws IOException {
        Files.delete(home.resolve(".snowflake/connections.toml"));

        assertThat(run("bootstrap", "--print", "--sql", sql(), "--var", "owner_role=BOSS"))
                .isZero();
        assertThat(out.toString())
                .isEqualToNormalizingNewlines(
                        "-- bootstrap/bootstrap.sql\n-- once\ncreate role if not exists BOSS;\n\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void everyProblemOfTheInputIsReportedBeforeAnythingIsSent() {
        assertThat(run("apply", "--sql", sql(), "--var", "schema=a;b", "--var", "nobody=1", "--var", "procs_jar=x"))
                .isEqualTo(64);
        assertThat(err.toString())
                .contains(
                        "error: nothing was sent to Snowflake:",
                        "the value of 'schema' must be a plain identifier",
                        "there is no variable 'nobody'",
                        "'procs_jar' is filled by deploy",
                        "versioned/V001__stage.sql:2: variable 'stage_url' has no value; give --var stage_url=…");
    }

    @Test
    void aMissingProceduresJarIsExplained() {
        assertThat(run("plan", "--sql", sql(), "--var", "stage_url=s3://bucket/p/", "--procs-jar", home + "/no.jar"))
                .isEqualTo(64);
        assertThat(err.toString()).contains("cannot read the procedures' jar " + home + "/no.jar");
    }

    @Test
    void aStatementlessBootstrapIsRefused() throws IOException {
        Files.delete(home.resolve("sql/bootstrap/bootstrap.sql"));

        assertThat(run("bootstrap", "--print", "--sql", sql())).isEqualTo(64);
        assertThat(err.toString()).contains("there is no script in bootstrap/");
    }

    @Test
    void anUnknownConnectionIsExplained() {
        assertThat(run("status", "--sql", sql(), "--connection", "prod")).isEqualTo(64);
        assertThat(err.toString()).contains("there is no connection [prod]", "it has: default");
    }

    @Test
    void aWrongConnectionIsExplainedWithoutItsSecret() {
        assertThat(run("status", "--sql", sql())).isEqualTo(64);
        assertThat(err.toString())
                .contains("would send the sign-in in clear text")
                .doesNotContain("hush");
    }

    @Test
    void aProceduresNameIsCheckedBeforeAnythingIsSent() {
        assertThat(run("call", "--sql", sql(), "P()")).isEqualTo(64);
        assertThat(err.toString()).contains("'P()' is no procedure's name");
    }

    private int run(String... args) {
        Environment environment = new Environment(Map.of(), home, "Linux");
        return new DeployCommand(environment, () -> false)
                .run(List.of(args), new PrintWriter(out), new PrintWriter(err));
    }

    private String sql() {
        return home.resolve("sql").toString();
    }

    private void write(String path, String text) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        if (path.endsWith(".toml")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
