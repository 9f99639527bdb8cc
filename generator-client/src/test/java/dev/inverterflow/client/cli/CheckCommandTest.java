package dev.inverterflow.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.client.settings.Settings.Store;
import dev.inverterflow.client.testing.CannedStore;
import dev.inverterflow.client.testing.S3Server;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {
    private static S3Server s3;

    @TempDir
    private Path directory;

    private final Map<String, String> environment = new HashMap<>();
    private InstantSource clock = InstantSource.system();
    private final StringWriter out = new StringWriter();

    @BeforeAll
    static void startS3() throws Exception {
        s3 = S3Server.start();
    }

    @AfterAll
    static void stopS3() throws Exception {
        s3.close();
    }

    @AfterEach
    void heal() {
        s3.heal();
    }

    @Test
    void everythingGoodPassesAndNothingIsWritten() {
        int puts = s3.puts();

        assertThat(check(s3.store())).isZero();

        assertThat(lines())
                .containsExactly(
                        "PASS settings",
                        "PASS spool",
                        "PASS credentials",
                        "PASS S3 address",
                        "PASS bucket",
                        "PASS clock",
                        "SKIPPED write",
                        "SKIPPED look",
                        "nothing keeps the cli");
        assertThat(s3.puts()).isEqualTo(puts);
        assertThat(directory.resolve("spool")).doesNotExist();
    }

    @Test
    void aProbeIsOneFileWithoutReadings() {
        clock = InstantSource.fixed(Instant.now());

        assertThat(check(s3.store(), "--probe")).isZero();

        assertThat(lines()).contains("PASS write", "PASS look");
        String key = s3.keys().get(0);
        assertThat(key).matches("readings/[0-9-]{10}/[0-9]{8}T[0-9]{6}Z_test_r0_p1of1_n0\\.json");
        assertThat(new String(s3.content(key), StandardCharsets.UTF_8)).isEqualTo("[]");
    }

    @Test
    void aProbeThatMayNotBePutOrLookedAtNamesTheMissingRight() {
        clock = InstantSource.fixed(Instant.now().plusSeconds(5));
        s3.nextPuts(S3Server.status(403));
        assertThat(check(s3.store(), "--probe")).isEqualTo(ExitCode.CHECK_FAILED.code());
        assertThat(out.toString()).contains("FAIL     write", "allow s3:PutObject on the prefix readings/");

        s3.refuseLooks();
        assertThat(check(s3.store(), "--probe")).isEqualTo(ExitCode.CHECK_FAILED.code());
        assertThat(out.toString()).contains("FAIL     look", "allow s3:GetObject on the prefix readings/");
    }

    @ParameterizedTest
    @CsvSource({
        "301, PermanentRedirect, x-amz-bucket-region: eu-west-3, set AWS_REGION to eu-west-3",
        "400, AuthorizationHeaderMalformed, , set AWS_REGION to the bucket's own region",
        "400, ExpiredToken, , renew the temporary keys",
        "403, InvalidAccessKeyId, , correct AWS_ACCESS_KEY_ID",
        "403, SignatureDoesNotMatch, , AWS_SECRET_ACCESS_KEY",
        "404, NoSuchBucket, , create the bucket or correct S3_BUCKET",
        "500, InternalError, , try again later"
    })
    void aRefusalIsTurnedIntoItsRemedy(int status, String code, String header, String remedy) throws Exception {
        Map<String, String> headers = header == null ? Map.of() : Map.of(header.split(": ")[0], header.split(": ")[1]);
        try (CannedStore canned = CannedStore.answering(status, code, headers)) {
            assertThat(check(canned.store())).isEqualTo(ExitCode.CHECK_FAILED.code());
        }
        assertThat(out.toString().lines().filter(line -> line.startsWith("FAIL")))
                .singleElement()
                .asString()
                .contains("bucket", status + " " + code, remedy);
    }

    @Test
    void aRoleThatMayNotListIsGoodEnough() throws Exception {
        try (CannedStore canned = CannedStore.answering(403, "AccessDenied", Map.of())) {
            assertThat(check(canned.store())).isZero();
        }
        assertThat(out.toString()).contains("may not be listed, which uploads do not need");
    }

    @Test
    void aStoreThatCannotBeReachedSkipsWhatNeedsIt() {
        Store store = s3.store();
        assertThat(check(new Store(
                        store.region(), store.bucket(), Optional.of(URI.create("http://127.0.0.1:1")), store.keys())))
                .isEqualTo(ExitCode.CHECK_FAILED.code());
        assertThat(lines()).contains("FAIL S3 address", "SKIPPED bucket", "SKIPPED clock", "SKIPPED write");
    }

    @Test
    void aClockThatIsOffFailsWithTheDistance() {
        clock = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(-7));

        assertThat(check(s3.store())).isEqualTo(ExitCode.CHECK_FAILED.code());
        assertThat(out.toString()).containsPattern("FAIL +clock +4(19|2[01]) s behind S3: set this machine's clock");
    }

    @Test
    void aSpoolThatIsNoDirectoryFails() throws Exception {
        Files.createFile(directory.resolve("spool"));
        assertThat(check(s3.store())).isEqualTo(ExitCode.CHECK_FAILED.code());
        assertThat(out.toString()).containsPattern("FAIL +spool +.*is no directory");
    }

    @Test
    void wrongSettingsAreFindingsTooAndNothingElseIsTried() {
        assertThat(execute("check", "--env-file", "none", "--files", "many")).isEqualTo(ExitCode.CHECK_FAILED.code());
        assertThat(lines()).contains("FAIL settings", "SKIPPED all else");
        assertThat(out.toString()).contains("AWS_REGION is not set", "S3_BUCKET is not set", "NUM_FILES");
    }

    private int check(Store store, String... flags) {
        environment.putAll(Map.of(
                "AWS_REGION",
                store.region(),
                "S3_BUCKET",
                store.bucket(),
                "S3_ENDPOINT",
                store.endpoint().orElseThrow().toString(),
                "AWS_ACCESS_KEY_ID",
                S3Server.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY",
                S3Server.SECRET,
                "CLIENT_ID",
                "test",
                "SPOOL_MAX_BYTES",
                "1000",
                "SPOOL_DIR",
                directory.resolve("spool").toString()));
        List<String> arguments = new ArrayList<>(List.of("check", "--env-file", "none"));
        arguments.addAll(List.of(flags));
        int code = execute(arguments.toArray(String[]::new));
        assertThat(out.toString()).doesNotContain(S3Server.SECRET);
        return code;
    }

    private int execute(String... arguments) {
        out.getBuffer().setLength(0);
        return Main.commandLine(new Surroundings(environment, clock))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(arguments);
    }

    /** Verdict and subject of each line. */
    private List<String> lines() {
        return out.toString()
                .lines()
                .map(line ->
                        line.substring(0, Math.min(21, line.length())).strip().replaceAll(" +", " "))
                .toList();
    }
}
