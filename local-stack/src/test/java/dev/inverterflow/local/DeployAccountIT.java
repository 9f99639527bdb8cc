package dev.inverterflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inverterflow.local.stack.LocalStack;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of this project from nothing to verified, as docs/deploy-to-snowflake.md walks it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeployAccountIT {
    private static final String PROBE = "inverters/2026-11-23/20261123T080000Z_deploy-verify_r1_p1of1_n0.json";

    @TempDir
    static Path folder;

    private DeployedAccount account;
    private String firstApply = "";

    @BeforeAll
    void deployFromNothingWithTheServiceUsersOwnKey() throws Exception {
        account = DeployedAccount.open(folder);
        assertThat(account.bootstrap()).as(account.complained()).isZero();
        assertThat(account.deploy("apply", "deployer")).as(account.complained()).isZero();
        firstApply = account.printed();
        assertThat(account.deploy("resume", "deployer"))
                .as(account.complained())
                .isZero();
    }

    @AfterAll
    void stop() {
        account.close();
    }

    @Test
    void theDatabaseBelongsToTheOwnersRoleWhichMayMakeNoOther() throws Exception {
        try (var connection = account.stack().connect();
                var statement = connection.createStatement()) {
            try (var databases = statement.executeQuery("show databases like 'INVERTERFLOW'")) {
                assertThat(databases.next()).isTrue();
                assertThat(databases.getString("owner")).isEqualTo("INVERTERFLOW_OWNER");
            }
            try (var grants = statement.executeQuery("show grants to role INVERTERFLOW_OWNER")) {
                while (grants.next()) {
                    assertThat(grants.getString("privilege")).isNotEqualTo("CREATE DATABASE");
                }
            }
        }
    }

    @Test
    void verifyFollowsAProbeFileAllTheWayAndSkipsByNameWhatNeedsAws() {
        account.put(PROBE, "[]");

        int exitCode = account.deploy("verify", "deployer", "--probe-key", PROBE, "--wait", "60");

        assertThat(account.printed())
                .contains("OK      privileges of INVERTERFLOW_OWNER", "OK      privileges of INVERTERFLOW_TASKS")
                .contains("OK      procedures' jar: snowpark-procs-")
                .contains("OK      integration may list", "OK      integration may read")
                .contains("OK      file times are UTC", "OK      pipe runs: RUNNING")
                .containsPattern("OK +probe file loaded: [0-9.]+ s after S3 stored it")
                .containsPattern("OK +probe file flattened: [0-9.]+ s after S3 stored it")
                .contains("SKIPPED bucket notifies the pipe's channel")
                .contains("aws s3api get-bucket-notification-configuration --bucket " + LocalStack.BUCKET)
                .contains("0 failed, 1 skipped");
        assertThat(exitCode).as(account.printed()).isZero();
    }

    @Test
    void verifyWithoutAProbeFileOrTheAwsToolPassesNothingItDidNotSee() {
        account.deploy("verify", "deployer");

        assertThat(account.printed())
                .contains("SKIPPED probe file in the bucket: needs an AWS right")
                .contains("aws s3api put-object --bucket " + LocalStack.BUCKET)
                .contains("SKIPPED probe file loaded", "SKIPPED probe file flattened");
    }

    @Test
    void verifyNamesAMissingPrivilegeAndEndsWith6() throws Exception {
        account.admin("revoke usage on warehouse INVERTERFLOW_WH from role INVERTERFLOW_OWNER");
        try {
            assertThat(account.deploy("verify", "local")).isEqualTo(6);
            assertThat(account.printed())
                    .contains("FAILED  privileges of INVERTERFLOW_OWNER: missing: USAGE ON WAREHOUSE INVERTERFLOW_WH")
                    .contains("'deploy bootstrap' again");
        } finally {
            account.admin("grant usage on warehouse INVERTERFLOW_WH to role INVERTERFLOW_OWNER");
        }
    }

    @Test
    void reportPrintsTablesAndJsonAndDownloadsThePage() throws Exception {
        assertThat(account.deploy("report", "deployer", "--refresh"))
                .as(account.complained())
                .isZero();
        assertThat(account.printed()).contains("Latency of ingestion", "Cost of ingestion");

        assertThat(account.deploy("report", "deployer", "--json"))
                .as(account.complained())
                .isZero();
        JsonNode json = new ObjectMapper().readTree(account.printed());
        assertThat(json.path("latency").isArray() && json.path("cost").isArray())
                .isTrue();

        Path page = folder.resolve("report.html");
        assertThat(account.deploy("report", "deployer", "--html", page.toString()))
                .as(account.complained())
                .isZero();
        assertThat(page).content().containsIgnoringCase("<!doctype html>");
    }

    @Test
    void pauseAndResumeReachPipesAndTasks() {
        assertThat(account.deploy("pause", "deployer")).as(account.complained()).isZero();
        assertThat(account.deploy("status", "deployer"))
                .as(account.complained())
                .isZero();
        assertThat(account.printed())
                .containsPattern("INVERTER_PIPE \\| PAUSED")
                .containsPattern("FLATTEN +\\| suspended");

        assertThat(account.deploy("resume", "deployer"))
                .as(account.complained())
                .isZero();
        assertThat(account.deploy("status", "deployer"))
                .as(account.complained())
                .isZero();
        assertThat(account.printed())
                .containsPattern("INVERTER_PIPE \\| RUNNING")
                .containsPattern("FLATTEN +\\| started");
    }

    @Test
    void aSecondApplyHasNothingToDoAndNothingDrifts() {
        assertThat(account.deploy("apply", "deployer")).as(account.complained()).isZero();
        assertThat(account.printed()).contains("nothing to do");
        assertThat(account.deploy("plan", "deployer", "--drift"))
                .as(account.printed())
                .isZero();
    }

    @Test
    void aFirstApplySaysThatFileTimesAreNotSettledWhileThereIsNoFile() {
        assertThat(firstApply)
                .contains("note: whether file times are UTC, as pipe INVERTER_PIPE takes them, is not settled")
                .contains("there is no file at " + account.stack().stageUrl() + " to read")
                .contains("'deploy verify' settles it");
    }

    @Test
    void applyMakesNoPipeWhileFileTimesAreAnotherZones() throws Exception {
        account.put(LocalStack.PREFIX + "2026-11-23/20261123T090000Z_zones_r1_p1of1_n0.json", "[]");
        account.stack().snowflake().faults().fileTimesIn(ZoneId.of("America/Los_Angeles"));
        try {
            assertThat(account.deploy("apply", "deployer", "--var", "schema=ZONES"))
                    .isEqualTo(5);
        } finally {
            account.stack().snowflake().faults().fileTimesIn(ZoneOffset.UTC);
        }
        assertThat(account.complained())
                .contains("V009__pipe.sql was not run, since pipe INVERTER_PIPE would store wrong times")
                .contains("METADATA$FILE_LAST_MODIFIED", "CONVERT_TIMEZONE");
        assertThat(account.column("show pipes in schema INVERTERFLOW.ZONES", "name"))
                .isEmpty();

        assertThat(account.deploy("apply", "deployer", "--var", "schema=ZONES"))
                .as(account.complained())
                .isZero();
        assertThat(account.printed()).doesNotContain("not settled");
        assertThat(account.column("show pipes in schema INVERTERFLOW.ZONES", "name"))
                .containsExactly("INVERTER_PIPE");
    }

    @Test
    void aSnowparkVersionThatTheAccountDoesNotListIsRefusedBeforeTheFirstScript() throws Exception {
        assertThat(account.deploy("apply", "deployer", "--var", "schema=FUTURE", "--var", "snowpark_version=99.1.0"))
                .isEqualTo(5);

        assertThat(account.complained())
                .contains("nothing was applied", "this account lists com.snowflake:snowpark", "not 99.1.0");
        assertThat(account.column("show tables in schema INVERTERFLOW.FUTURE", "name"))
                .containsExactlyInAnyOrder("DEPLOY_HISTORY", "DEPLOY_LOCK");
    }
}
