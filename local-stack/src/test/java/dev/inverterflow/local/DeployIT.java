package dev.inverterflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.snowflake.local.SnowflakeLocal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What deploy promises about history, lock and order, on small scripts of its own; each test has a schema of its own. */
class DeployIT {
    private static SnowflakeLocal snowflake;
    private static int schemas;

    private Operator operator;

    @BeforeAll
    static void startSnowflake() {
        snowflake = SnowflakeLocal.start();
    }

    @AfterAll
    static void stopSnowflake() {
        snowflake.close();
    }

    @BeforeEach
    void writeASmallProject(@TempDir Path folder) throws IOException {
        operator = new Operator(snowflake, folder, "S" + ++schemas).withASmallProject();
    }

    @Test
    void aFirstApplyRecordsEveryStepAndASecondOneHasNothingToDo() throws SQLException {
        assertThat(operator.apply()).as(operator.complained()).isZero();
        assertThat(operator.printed()).contains("1/4  V001__tables.sql (2 statements)", "4 applied, 0 unchanged");
        assertThat(operator.outcomes())
                .containsExactly(
                        "V001__tables.sql SUCCEEDED",
                        "V002__stage.sql SUCCEEDED",
                        operator.stagedJar() + " SUCCEEDED",
                        "R__10_view.sql SUCCEEDED");

        assertThat(operator.apply()).isZero();
        assertThat(operator.printed()).contains("nothing to do (4 steps applied before)");
        assertThat(operator.outcomes()).hasSize(4);
    }

    @Test
    void aFailedApplyNamesThePlaceAndIsCompletedByTheNext() throws Exception {
        operator.write(
                "sql/versioned/V002__stage.sql",
                "create stage if not exists PROCEDURE_CODE;\n\ncreate table\n  C (X nosuchtype);\n");

        assertThat(operator.apply()).isEqualTo(1);
        assertThat(operator.complained())
                .contains("error: versioned/V002__stage.sql:")
                .contains("create table C (X nosuchtype)")
                .contains("SQLSTATE")
                .contains("(statement 2 of 2)")
                .contains("run apply again");
        assertThat(operator.outcomes()).containsExactly("V001__tables.sql SUCCEEDED", "V002__stage.sql FAILED");

        operator.write(
                "sql/versioned/V002__stage.sql",
                "create stage if not exists PROCEDURE_CODE;\n\ncreate table if not exists C (X int);\n");
        assertThat(operator.apply()).as(operator.complained()).isZero();
        assertThat(operator.printed()).contains("3 applied, 1 unchanged");
        assertThat(operator.outcomes()).contains("V002__stage.sql SUCCEEDED").hasSize(5);
    }

    @Test
    void anApplyThatWasStoppedGivesTheLockBackAndGoesOnNextTime() throws SQLException {
        List<Boolean> asked = new ArrayList<>();
        assertThat(operator.run(() -> !asked.add(true) || asked.size() > 4, "apply"))
                .isEqualTo(130);
        assertThat(operator.complained()).contains("stopped between two statements");
        assertThat(operator.outcomes()).isNotEmpty().doesNotContain("R__10_view.sql SUCCEEDED");

        assertThat(operator.apply()).as(operator.complained()).isZero();
        assertThat(operator.outcomes()).contains("R__10_view.sql SUCCEEDED");
    }

    @Test
    void anAppliedVersionedScriptThatChangedIsRefused() throws Exception {
        assertThat(operator.apply()).as(operator.complained()).isZero();
        operator.write("sql/versioned/V001__tables.sql", "create table if not exists OTHER (X int);\n");

        assertThat(operator.apply()).isEqualTo(5);
        assertThat(operator.complained())
                .contains("V001__tables.sql was applied", "is different now", "new script with a higher number");
    }

    @Test
    void onlyTheRepeatableScriptsWhoseTextChangedRunAgain() throws Exception {
        assertThat(operator.apply()).as(operator.complained()).isZero();

        assertThat(operator.run("plan", "--var", "word=THERE")).isEqualTo(2);
        assertThat(operator.printed())
                .contains("R__10_view.sql  changed, 1 statement", "~ VIEW V  (change, R__10_view.sql)")
                .contains(
                        "-create or replace view V as select X, 'HERE' as WORD from A",
                        "+create or replace view V as select X, 'THERE' as WORD from A");
        assertThat(operator.apply("--var", "word=THERE"))
                .as(operator.complained())
                .isZero();
        assertThat(operator.printed()).contains("1 applied, 3 unchanged");
        operator.execute("insert into A values (1)");
        assertThat(operator.column("select WORD from V")).containsExactly("THERE");
    }

    @Test
    void aChangedJarIsStagedBesideTheOldOne() throws Exception {
        assertThat(operator.apply()).as(operator.complained()).isZero();
        String first = operator.stagedJar();
        operator.write("procs.jar", "second content");
        assertThat(operator.apply()).as(operator.complained()).isZero();

        assertThat(operator.printed()).contains("1 applied, 3 unchanged");
        assertThat(operator.column("list @PROCEDURE_CODE"))
                .hasSize(2)
                .anySatisfy(name -> assertThat(name).endsWith(first))
                .anySatisfy(name -> assertThat(name).endsWith(".jar").doesNotEndWith(first));
    }

    @Test
    void aSecondDeployerIsTurnedAwayUntilTheFirstOnesLeaseEnds() throws Exception {
        assertThat(operator.apply()).as(operator.complained()).isZero();
        operator.execute(
                "update DEPLOY_LOCK set HOLDER = 'ANNA', TOKEN = 'hers', EXPIRES_AT = dateadd(second, 60, sysdate())");

        assertThat(operator.apply("--var", "word=THERE")).isEqualTo(4);
        assertThat(operator.complained()).contains("another deployer is at work: ANNA");
        assertThat(operator.column("select TOKEN from DEPLOY_LOCK")).containsExactly("hers");

        operator.execute("update DEPLOY_LOCK set EXPIRES_AT = dateadd(second, -1, sysdate())");
        assertThat(operator.apply("--var", "word=THERE"))
                .as(operator.complained())
                .isZero();
        assertThat(operator.column("select count(*) from DEPLOY_LOCK where TOKEN is null"))
                .containsExactly("1");
    }

    @Test
    void tasksThatRanBeforeTheirReplacementRunAfterIt() throws Exception {
        operator.write("sql/repeatable/R__20_tasks.sql", """
                create or replace task HOURLY schedule = '60 MINUTES' comment = '&{word}' as insert into A select 1;
                create or replace task DAILY schedule = '1440 MINUTES' as insert into B select 1;
                """);
        assertThat(operator.apply()).as(operator.complained()).isZero();
        operator.execute("alter task HOURLY resume");

        assertThat(operator.apply("--var", "word=THERE"))
                .as(operator.complained())
                .isZero();
        assertThat(operator.printed())
                .contains("task HOURLY resumed, as it was before")
                .doesNotContain("task DAILY resumed, as it was before");

        assertThat(operator.run("pause")).as(operator.complained()).isZero();
        assertThat(operator.run("status")).as(operator.complained()).isZero();
        assertThat(operator.printed()).containsPattern("HOURLY +\\| suspended").containsPattern("DAILY +\\| suspended");
    }

    @Test
    void aRefusedSignInEndsWith3AndShowsNoSecret() throws IOException {
        operator.write(
                "connections.toml",
                Files.readString(operator.path("connections.toml"))
                        .replace(snowflake.properties().getProperty("password"), "wrong-pass"));

        assertThat(operator.apply()).isEqualTo(3);
        assertThat(operator.complained())
                .contains("cannot sign in at jdbc:snowflake://")
                .doesNotContain("wrong-pass");
    }
}
