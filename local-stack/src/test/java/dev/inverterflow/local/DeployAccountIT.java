package dev.inverterflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inverterflow.deploy.DeployCommand;
import dev.inverterflow.deploy.connection.Environment;
import dev.inverterflow.local.stack.Deployment;
import dev.inverterflow.local.stack.Distribution;
import dev.inverterflow.local.stack.LocalStack;
import dev.inverterflow.local.stack.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The scripts of this project from nothing to verified, as docs/deploy-to-snowflake.md walks it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeployAccountIT {
    private static final String PROBE = "inverters/2026-11-23/20261123T080000Z_deploy-verify_r1_p1of1_n0.json";

    @TempDir
    static Path folder;

    private LocalStack stack;
    private String printed = "";
    private String complained = "";

    @BeforeAll
    void deployFromNothingWithTheServiceUsersOwnKey() throws Exception {
        Workspace workspace = Workspace.open(folder.resolve("stack"));
        stack = LocalStack.start(workspace, Distribution.find(), LocalStack.Ports.free());
        Deployment.of(stack, workspace, () -> false);
        KeyPair key = keyPair();
        Path publicKey = Files.writeString(
                folder.resolve("deployer.pub"),
                pem("PUBLIC KEY", key.getPublic().getEncoded()));
        secret("connections.toml", connections(Files.readString(folder.resolve("stack/connections.toml")), key));
        assertThat(deploy("bootstrap", "local", "--public-key", publicKey.toString()))
                .as(complained)
                .isZero();
        assertThat(deploy("apply", "deployer")).as(complained).isZero();
        assertThat(deploy("resume", "deployer")).as(complained).isZero();
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void theDatabaseBelongsToTheOwnersRoleWhichMayMakeNoOther() throws Exception {
        try (var connection = stack.connect();
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
        try (S3Client s3 = s3()) {
            s3.putObject(put -> put.bucket(LocalStack.BUCKET).key(PROBE), RequestBody.fromString("[]"));
        }

        int exitCode = deploy("verify", "deployer", "--probe-key", PROBE, "--wait", "60");

        assertThat(printed)
                .contains("OK      privileges of INVERTERFLOW_OWNER", "OK      privileges of INVERTERFLOW_TASKS")
                .contains("OK      procedures' jar: snowpark-procs-")
                .contains("OK      integration may list", "OK      integration may read")
                .contains("OK      file times are UTC", "OK      pipe runs: RUNNING")
                .containsPattern("OK +probe file loaded: [0-9.]+ s after S3 stored it")
                .containsPattern("OK +probe file flattened: [0-9.]+ s after S3 stored it")
                .contains("SKIPPED bucket notifies the pipe's channel")
                .contains("aws s3api get-bucket-notification-configuration --bucket " + LocalStack.BUCKET)
                .contains("0 failed, 1 skipped");
        assertThat(exitCode).as(printed).isZero();
    }

    @Test
    void verifyWithoutAProbeFileOrTheAwsToolPassesNothingItDidNotSee() {
        deploy("verify", "deployer");

        assertThat(printed)
                .contains("SKIPPED probe file in the bucket: needs an AWS right")
                .contains("aws s3api put-object --bucket " + LocalStack.BUCKET)
                .contains("SKIPPED probe file loaded", "SKIPPED probe file flattened");
    }

    @Test
    void verifyNamesAMissingPrivilegeAndEndsWith6() throws Exception {
        admin("revoke usage on warehouse INVERTERFLOW_WH from role INVERTERFLOW_OWNER");
        try {
            assertThat(deploy("verify", "local")).isEqualTo(6);
            assertThat(printed)
                    .contains("FAILED  privileges of INVERTERFLOW_OWNER: missing: USAGE ON WAREHOUSE INVERTERFLOW_WH")
                    .contains("'deploy bootstrap' again");
        } finally {
            admin("grant usage on warehouse INVERTERFLOW_WH to role INVERTERFLOW_OWNER");
        }
    }

    @Test
    void reportPrintsTablesAndJsonAndDownloadsThePage() throws Exception {
        assertThat(deploy("report", "deployer", "--refresh")).as(complained).isZero();
        assertThat(printed).contains("Latency of ingestion", "Cost of ingestion");

        assertThat(deploy("report", "deployer", "--json")).as(complained).isZero();
        JsonNode json = new ObjectMapper().readTree(printed);
        assertThat(json.path("latency").isArray() && json.path("cost").isArray())
                .isTrue();

        Path page = folder.resolve("report.html");
        assertThat(deploy("report", "deployer", "--html", page.toString()))
                .as(complained)
                .isZero();
        assertThat(page).content().containsIgnoringCase("<!doctype html>");
    }

    @Test
    void pauseAndResumeReachPipesAndTasks() {
        assertThat(deploy("pause", "deployer")).as(complained).isZero();
        assertThat(deploy("status", "deployer")).as(complained).isZero();
        assertThat(printed).containsPattern("INVERTER_PIPE \\| PAUSED").containsPattern("FLATTEN +\\| suspended");

        assertThat(deploy("resume", "deployer")).as(complained).isZero();
        assertThat(deploy("status", "deployer")).as(complained).isZero();
        assertThat(printed).containsPattern("INVERTER_PIPE \\| RUNNING").containsPattern("FLATTEN +\\| started");
    }

    @Test
    void aSecondApplyHasNothingToDoAndNothingDrifts() {
        assertThat(deploy("apply", "deployer")).as(complained).isZero();
        assertThat(printed).contains("nothing to do");
        assertThat(deploy("plan", "deployer", "--drift")).as(printed).isZero();
    }

    private int deploy(String command, String connection, String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(command, "--connection", connection));
        arguments.addAll(
                List.of("--connections-file", folder.resolve("connections.toml").toString()));
        arguments.addAll(List.of("--var", "stage_url=" + stack.stageUrl()));
        arguments.addAll(List.of("--var", "storage_aws_role_arn=arn:aws:iam::000000000000:role/inverterflow-local"));
        arguments.addAll(List.of("--var", "storage_aws_external_id=inverterflow-local"));
        arguments.addAll(List.of(more));
        int exitCode = new DeployCommand(new Environment(Map.of(), folder, "Linux"), () -> false)
                .run(arguments, new PrintWriter(out), new PrintWriter(err));
        printed = out.toString();
        complained = err.toString();
        return exitCode;
    }

    private void admin(String sql) throws Exception {
        try (var connection = stack.connect();
                var statement = connection.createStatement()) {
            statement.execute("use role ACCOUNTADMIN");
            statement.execute(sql);
        }
    }

    private S3Client s3() {
        Map<String, String> settings = stack.uploadSettings();
        return S3Client.builder()
                .endpointOverride(URI.create(settings.get("S3_ENDPOINT")))
                .region(Region.of(settings.get("AWS_REGION")))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        settings.get("AWS_ACCESS_KEY_ID"), settings.get("AWS_SECRET_ACCESS_KEY"))))
                .build();
    }

    /** The administrator's entry, and the service user's with its key. */
    private String connections(String local, KeyPair key) throws IOException {
        secret("deployer.p8", pem("PRIVATE KEY", key.getPrivate().getEncoded()));
        return local
                + """

                [deployer]
                account = "%s"
                host = "%s"
                port = %d
                protocol = "http"
                user = "INVERTERFLOW_DEPLOYER"
                role = "INVERTERFLOW_OWNER"
                private_key_file = "%s"
                """.formatted(
                                stack.snowflake().account(),
                                stack.snowflake().host(),
                                stack.snowflake().port(),
                                folder.resolve("deployer.p8"));
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label
                + "-----\n";
    }

    private static void secret(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
