package dev.inverterflow.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.client.spool.BatchName;
import dev.inverterflow.client.spool.LocalDisk;
import dev.inverterflow.client.spool.Spool;
import dev.inverterflow.client.testing.Batches;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
    private static final String VALID = """
            {"inverter_id":"INV-1","timestamp":"2026-06-21T12:00:00Z","pac":5000,"day_energy":20000,"total_energy":1000000,\
            "temperature":40,"status_code":7,"error_code":0}""";

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void validRecordsGiveExitCodeZero() throws Exception {
        Path file = file("good.json", "[" + VALID + "]");
        assertThat(execute("validate", file.toString(), "--reference-time", "2026-06-21T12:00:00Z"))
                .isZero();
        assertThat(out).hasToString("1 records, 0 invalid" + System.lineSeparator());
    }

    @Test
    void jsonVerdictsHaveOneLineForEachRecordWithAllItsViolations() throws Exception {
        Path file = file(
                "mixed.json", "[" + VALID + "," + VALID.replace("5000", "-1").replace("40", "\"4\"") + ",17,null]");

        assertThat(execute("validate", file.toString(), "--format", "json")).isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        "{\"file\":\"" + file + "\",\"index\":0,\"verdict\":\"VALID\",\"violations\":[]}",
                        "{\"file\":\"" + file + "\",\"index\":1,\"verdict\":\"OUT_OF_RANGE\",\"violations\":["
                                + "{\"rule\":\"OUT_OF_RANGE\",\"field\":\"pac\",\"value\":-1},"
                                + "{\"rule\":\"WRONG_TYPE\",\"field\":\"temperature\",\"value\":\"4\"}]}",
                        "{\"file\":\"" + file + "\",\"index\":2,\"verdict\":\"NOT_AN_OBJECT\",\"violations\":["
                                + "{\"rule\":\"NOT_AN_OBJECT\",\"field\":null,\"value\":17}]}",
                        "{\"file\":\"" + file + "\",\"index\":3,\"verdict\":\"NOT_AN_OBJECT\",\"violations\":["
                                + "{\"rule\":\"NOT_AN_OBJECT\",\"field\":null,\"value\":null}]}");
    }

    @Test
    void ratedPowersAndRulesOfAFileAreUsed() throws Exception {
        Path file = file("good.json", "[" + VALID + "]");
        Path inverters = file("inverters.json", "[{\"inverter_id\":\"INV-1\",\"rated_power_w\":3000,\"site\":\"A\"}]");
        Path rules = file("rules.json", "{\"fields\":{\"temperature\":{\"max\":30}}}");

        assertThat(execute(
                        "validate",
                        file.toString(),
                        "--inverters-file",
                        inverters.toString(),
                        "--rules",
                        rules.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("pac = 5000  OUT_OF_RANGE", "temperature = 40  OUT_OF_RANGE");
    }

    @Test
    void aFileThatIsBrokenOrEmptyIsNamedWithItsPlace() throws Exception {
        assertThat(execute("validate", file("empty.json", " \n").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("empty.json is empty");
        assertThat(execute("validate", file("broken.json", "[\n{\"pac\":}]").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("broken.json, line 2, column 8");
        assertThat(execute("validate", directory.resolve("absent.json").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("absent.json does not exist");
        assertThat(execute("validate", file("two.json", "[][]").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("two.json has more after its array");
    }

    @Test
    void linesOfJsonAreJudgedOneByOneAlsoWhenPackedWhateverTheFilesName() throws Exception {
        String lines = VALID + "\n\n" + VALID.replace("5000", "NaN") + "\nnot JSON\n{}\n";
        Path plain = file("lines.txt", "\uFEFF" + lines);
        Path packed = directory.resolve("lines.dat");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            gzip.write(lines.getBytes(StandardCharsets.UTF_8));
        }
        for (Path file : List.of(plain, packed)) {
            out.getBuffer().setLength(0);
            assertThat(execute("validate", file.toString(), "--reference-time", "2026-06-21T12:00:00Z"))
                    .isEqualTo(1);
            assertThat(out.toString().lines())
                    .contains(
                            file + "[1] pac = \"NaN\"  OUT_OF_RANGE",
                            file + "[2] record = \"not JSON\"  NOT_AN_OBJECT",
                            file + "[3] pac = null  MISSING",
                            "4 records, 3 invalid");
        }
    }

    @Test
    void packedArraysAreJudgedAndABrokenPackIsSaidSo() throws Exception {
        Path packed = directory.resolve("array.json.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            gzip.write(("[" + VALID + "]").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(execute("validate", packed.toString(), "--reference-time", "2026-06-21T12:00:00Z"))
                .isZero();
        byte[] bytes = Files.readAllBytes(packed);
        Files.write(packed, Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(execute("validate", packed.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("array.json.gz cannot be read");
    }

    @Test
    void aFleetFromACsvFileGivesTheRatedPowers() throws Exception {
        Path file = file("good.json", "[" + VALID + "]");
        Path fleet = file("fleet.csv", "inverter_id,rated_power_w\nINV-1,3000\n");
        assertThat(execute(
                        "validate",
                        file.toString(),
                        "--inverters-file",
                        fleet.toString(),
                        "--reference-time",
                        "2026-06-21T12:00:00Z"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("pac = 5000  OUT_OF_RANGE");
    }

    @Test
    void completionKnowsEveryCommandAndItsFlags() {
        assertThat(execute("completion")).isZero();
        assertThat(out.toString())
                .contains("complete -F", "generator-client")
                .contains("backfill", "validate", "--to-dir", "--metrics-port", "--source");
    }

    @Test
    void everyCommandHasHelpWithExamplesExitCodesAndAVersion() {
        for (String command : List.of("run", "backfill", "drain", "check", "validate", "config", "completion")) {
            out.getBuffer().setLength(0);
            assertThat(execute(command, "--help")).as(command).isZero();
            assertThat(out.toString()).as(command).contains("Examples:", "Exit codes:");
            assertThat(execute(command, "--version")).as(command).isZero();
        }
    }

    @Test
    void backfillWritesADirectoryWithoutAnyBucketAndKnowsWhenItIsDone() throws Exception {
        Path target = directory.resolve("history");
        String[] command = {
            "backfill",
            "--from",
            "2026-06-20",
            "--to",
            "2026-06-20T01:00:00Z",
            "--to-dir",
            target.toString(),
            "--interval",
            "1m",
            "--inverters",
            "3",
            "--faults-per-day",
            "0",
            "--env-file",
            "none"
        };
        assertThat(executeWith(Map.of("CLIENT_ID", "x"), command)).isZero();
        Path file = target.resolve("readings/2026-06-20/20260620T000000Z_x_r0_p1of1_n180.json");
        assertThat(file).exists();
        String before = Files.readString(file);

        assertThat(executeWith(Map.of("CLIENT_ID", "x"), command)).isZero();
        assertThat(file).hasContent(before);
        assertThat(Files.readAllLines(target.resolve(".backfill/ledger.ndjson")))
                .hasSize(1);
    }

    @Test
    void aBackfillOfTheFutureOrOfNothingIsRefused() {
        assertThat(execute("backfill", "--from", "2026-06-20", "--to", "2026-06-23"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--to 2026-06-23T00:00:00Z is in the future");
        assertThat(execute("backfill", "--from", "2026-06-20", "--to", "2026-06-19"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--from 2026-06-20T00:00:00Z is not before --to");
        assertThat(execute("backfill", "--from", "yesterday", "--to", "2026-06-19"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("'yesterday' is no time");
        assertThat(execute("backfill", "--from", "2026-06-20T00:00:01Z", "--to", "2026-06-20T00:00:02Z"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("there is no tick of 20 s");
    }

    @Test
    void configShowsValuesWithTheirOriginAndNoSecret() throws Exception {
        Path env = file("my.env", "NUM_FILES=7\nAWS_ACCESS_KEY_ID=KEYID\nAWS_SECRET_ACCESS_KEY=hush-hush\n");

        assertThat(execute("config", "--env-file", env.toString(), "--inverters", "5"))
                .isZero();

        assertThat(out.toString().lines().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        "INVERTERS_NUM 5 --inverters",
                        "NUM_FILES 7 " + env,
                        "S3_BUCKET from-environment environment",
                        "INTERVAL_SECONDS 20 default",
                        "S3_ENDPOINT not set",
                        "AWS_SECRET_ACCESS_KEY (hidden) " + env);
        assertThat(out.toString() + err).doesNotContain("hush-hush").doesNotContain("KEYID");
    }

    @Test
    void configHidesAPasswordInAnAddressAndComplainsOfIt() {
        assertThat(execute("config", "--env-file", "none", "--endpoint", "http://me:hush@host:9000"))
                .isEqualTo(2);
        assertThat(out.toString()).contains("http://(hidden)@host:9000");
        assertThat(out.toString() + err)
                .contains("S3_ENDPOINT is no usable address")
                .doesNotContain("hush");
    }

    @Test
    void aDrainThatPutsAFileIntoQuarantineDoesNotCallItselfDone() throws Exception {
        BatchName batch = new BatchName(Batches.NOON, 1);
        try (Spool spool = Spool.open(directory, new LocalDisk(), Batches.NOON)) {
            spool.commit(Batches.of(batch, 1));
            Files.writeString(spool.files(batch).get(0).path(), "damaged");
        }

        assertThat(execute("drain", "--spool-dir", directory.toString(), "--endpoint", "http://127.0.0.1:1"))
                .isEqualTo(6);
        assertThat(directory.resolve("quarantine")).isNotEmptyDirectory();
    }

    @Test
    void wrongSettingsGiveOneLineEachAndExitCodeTwo() {
        assertThat(execute("run", "--env-file", "none", "--inverters", "x", "--files", "y"))
                .isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(2).allMatch(line -> line.startsWith("error: "));
    }

    @Test
    void wrongArgumentsGiveExitCodeTwo() {
        assertThat(execute()).isEqualTo(2);
        assertThat(err.toString()).contains("a command is missing");
        assertThat(execute("run", "--batches", "0")).isEqualTo(2);
        assertThat(execute("run", "--bogus")).isEqualTo(2);
        assertThat(execute("backfill")).isEqualTo(2);
    }

    @Test
    void helpListsFlagsExitCodesAndExamples() {
        assertThat(execute("run", "--help")).isZero();
        assertThat(out.toString())
                .contains("--batches", "--interval", "INTERVAL_SECONDS", "Exit codes:", "143", "Examples:");
    }

    private int execute(String... arguments) {
        return executeWith(Map.of("AWS_REGION", "eu-west-1", "S3_BUCKET", "from-environment"), arguments);
    }

    private int executeWith(Map<String, String> environment, String... arguments) {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-06-21T12:00:00Z"));
        CommandLine commandLine = Main.commandLine(new Surroundings(environment, clock));
        return commandLine
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }
}
