package dev.inverterflow.client.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
    private static final Map<String, String> ENOUGH = Map.of("AWS_REGION", "eu-west-1", "S3_BUCKET", "my-bucket");

    @TempDir
    private Path directory;

    @Test
    void defaultsAreThoseOfTheContract() throws Exception {
        Settings settings = read(Map.of(), ENOUGH);

        assertThat(settings.fleet().inverters()).isEqualTo(60);
        assertThat(settings.files().number()).isEqualTo(4);
        assertThat(settings.interval()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.files().maxBytes()).isEqualTo(16 << 20);
        assertThat(settings.files().compression()).isEqualTo(Settings.Compression.NONE);
        assertThat(settings.files().clientId()).isEqualTo("host-7");
        assertThat(settings.fleet().ratedPowerW()).isEqualTo(10_000);
        assertThat(settings.trouble()).isEqualTo(new Settings.Trouble(0.1, 0, 0, 0, 0));
        assertThat(settings.files().invalidPrefix()).isEmpty();
        assertThat(settings.metricsPort()).isEmpty();
        assertThat(settings.store().keys()).isEmpty();
        assertThat(settings.store().endpoint()).isEmpty();
        assertThat(settings.logFormat()).isEqualTo(Settings.LogFormat.TEXT);
    }

    @Test
    void theCommandLineWinsOverTheEnvironmentAndThatOverTheFile() throws Exception {
        envFile("INVERTERS_NUM=1\nNUM_FILES=2\nSEED=3\n");
        Map<String, String> environment = new HashMap<>(ENOUGH);
        environment.put("INVERTERS_NUM", "10");
        environment.put("NUM_FILES", "20");

        Settings settings = read(Map.of(Setting.INVERTERS_NUM, "100"), environment);

        assertThat(settings.fleet().inverters()).isEqualTo(100);
        assertThat(settings.files().number()).isEqualTo(20);
        assertThat(settings.fleet().seed()).isEqualTo(3);
    }

    @Test
    void anEmptyValueIsNoValue() throws Exception {
        Map<String, String> environment = new HashMap<>(ENOUGH);
        environment.put("S3_ENDPOINT", "");
        environment.put("NUM_FILES", " ");
        assertThat(read(Map.of(), environment).files().number()).isEqualTo(4);
    }

    @Test
    void everyProblemIsReportedAtOnceWithSettingValueAndRemedy() {
        Map<Setting, String> flags = Map.of(
                Setting.INVERTERS_NUM, "many",
                Setting.NUM_FILES, "0",
                Setting.INTERVAL_SECONDS, "1500ms",
                Setting.S3_ENDPOINT, "ftp://me:secret@host",
                Setting.CLIENT_ID, "a_b",
                Setting.COMPRESSION, "zip",
                Setting.SITE_LATITUDE, "91",
                Setting.INVALID_RATE, "NaN",
                Setting.S3_FILE_PREFIX, "a//b");

        List<String> problems = problems(flags, Map.of("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE"));

        assertThat(problems)
                .anyMatch(line -> line.startsWith("AWS_REGION is not set; set AWS_REGION or --region"))
                .anyMatch(line -> line.startsWith("S3_BUCKET is not set; set S3_BUCKET or --bucket"))
                .anyMatch(line -> line.startsWith("AWS_SECRET_ACCESS_KEY is not set"))
                .contains("INVERTERS_NUM is 'many' (--inverters); use a whole number from 1 to 1000000")
                .contains("NUM_FILES is '0' (--files); use a whole number from 1 to 1000")
                .contains("COMPRESSION is 'zip' (--compression); use none or gzip")
                .contains("SITE_LATITUDE is '91' (--latitude); use a number from -90 to 90")
                .anyMatch(line -> line.startsWith("INTERVAL_SECONDS is '1500ms'"))
                .anyMatch(line -> line.startsWith("S3_ENDPOINT is no usable address"))
                .anyMatch(line -> line.startsWith("CLIENT_ID is 'a_b'"))
                .anyMatch(line -> line.startsWith("INVALID_RATE is 'NaN'"))
                .anyMatch(line -> line.startsWith("S3_FILE_PREFIX is 'a//b'"))
                .hasSize(12)
                .noneMatch(line -> line.contains("secret@") || line.contains("AKIAEXAMPLE"));
    }

    @Test
    void ratesPortAndSwitchesAreCheckedTheSameWay() {
        Map<Setting, String> flags = Map.of(
                Setting.LATE_RATE, "1.5",
                Setting.DUPLICATE_RATE, "-0.1",
                Setting.OUT_OF_ORDER_RATE, "some",
                Setting.FAULTS_PER_DAY, "5",
                Setting.METRICS_PORT, "70000",
                Setting.UPLOAD_INVALID, "yes");
        assertThat(problems(flags, ENOUGH))
                .containsExactlyInAnyOrder(
                        "LATE_RATE is '1.5' (--late-rate); use a number from 0 to 1",
                        "DUPLICATE_RATE is '-0.1' (--duplicate-rate); use a number from 0 to 1",
                        "OUT_OF_ORDER_RATE is 'some' (--out-of-order-rate); use a number from 0 to 1",
                        "FAULTS_PER_DAY is '5' (--faults-per-day); use a number from 0 to 4",
                        "METRICS_PORT is '70000' (--metrics-port); use a whole number from 1 to 65535",
                        "UPLOAD_INVALID is 'yes' (--upload-invalid); use true or false");
    }

    @ParameterizedTest
    @CsvSource({"readings, readings/invalid", "a/b, a", "a, a"})
    void noneOfTheTwoPrefixesMayLieInTheOther(String prefix, String invalid) throws Exception {
        Map<Setting, String> flags =
                new HashMap<>(Map.of(Setting.S3_FILE_PREFIX, prefix, Setting.S3_INVALID_PREFIX, invalid));
        assertThat(read(flags, ENOUGH).files().invalidPrefix()).as("not used").isEmpty();
        flags.put(Setting.UPLOAD_INVALID, "TRUE");
        assertThat(problems(flags, ENOUGH))
                .singleElement()
                .asString()
                .contains("S3_INVALID_PREFIX is '" + invalid + "/'", "none contains the other");
        flags.put(Setting.S3_INVALID_PREFIX, prefix + "-refused");
        assertThat(read(flags, ENOUGH).files().invalidPrefix()).hasValue(prefix + "-refused/");
    }

    @ParameterizedTest
    @CsvSource({"20, 20", "2s, 2", "5m, 300", "1h, 3600", "PT90S, 90"})
    void intervalsAreReadInTheUsualForms(String text, long seconds) throws Exception {
        assertThat(read(Map.of(Setting.INTERVAL_SECONDS, text), ENOUGH).interval())
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"readings, readings/", "/readings/, readings/", "a/b///, a/b/"})
    void prefixesEndWithOneSlash(String text, String prefix) throws Exception {
        assertThat(read(Map.of(Setting.S3_FILE_PREFIX, text), ENOUGH).files().prefix())
                .isEqualTo(prefix);
    }

    @ParameterizedTest
    @CsvSource({
        "INVERTER_NUM, INVERTERS_NUM",
        "NUM_FILE, NUM_FILES",
        "S3_PREFIX, S3_FILE_PREFIX",
        "S3_BUCKET_NAME, S3_BUCKET",
        "AWS_REGON, AWS_REGION"
    })
    void aNameInTheFileThatLooksLikeASettingIsNamedWithTheRightOne(String wrong, String right) throws Exception {
        envFile(wrong + "=5\n");
        assertThat(problems(Map.of(), ENOUGH))
                .singleElement()
                .asString()
                .contains(wrong, "did you mean " + right + "?");
    }

    @Test
    void aFullSpoolPausesUnlessToldToDrop() throws Exception {
        assertThat(read(Map.of(), ENOUGH).spool().whenFull()).isEqualTo(Settings.WhenFull.PAUSE);
        assertThat(read(Map.of(Setting.SPOOL_FULL, "drop-oldest"), ENOUGH)
                        .spool()
                        .whenFull())
                .isEqualTo(Settings.WhenFull.DROP_OLDEST);
        assertThat(problems(Map.of(Setting.SPOOL_FULL, "drop"), ENOUGH))
                .singleElement()
                .asString()
                .contains("SPOOL_FULL is 'drop' (--spool-full)", "pause or drop-oldest");
    }

    @Test
    void namesOfOthersInTheFileAreLeftAlone() throws Exception {
        envFile("SNOWFLAKE_ACCOUNT=x\nAWS_PROFILE=me\nAWS_DEFAULT_REGION=eu-west-1\nPATH_TO_X=/\n");
        assertThat(read(Map.of(), ENOUGH).store().region()).isEqualTo("eu-west-1");
    }

    @Test
    void aLineThatIsNoSettingIsReportedWithoutItsText() throws Exception {
        envFile("export AWS_SECRET_ACCESS_KEY=hush\n");
        assertThat(problems(Map.of(), ENOUGH))
                .singleElement()
                .asString()
                .contains("NAME=value")
                .doesNotContain("hush");
    }

    @Test
    void anEndpointAndKeysAreTakenOver() throws Exception {
        envFile("AWS_ACCESS_KEY_ID=id\nAWS_SECRET_ACCESS_KEY=\"with#hash\"\n");
        Settings settings = read(Map.of(Setting.S3_ENDPOINT, "http://127.0.0.1:9000"), ENOUGH);

        assertThat(settings.store().endpoint()).hasValue(URI.create("http://127.0.0.1:9000"));
        assertThat(settings.store().keys().orElseThrow().secretAccessKey()).isEqualTo("with#hash");
        assertThat(settings.toString()).doesNotContain("with#hash");
    }

    private Settings read(Map<Setting, String> flags, Map<String, String> environment) throws SettingsException {
        return SettingsReader.read(new SettingSources(flags, environment, directory.resolve(".env"), "host.7"));
    }

    private List<String> problems(Map<Setting, String> flags, Map<String, String> environment) {
        return catchThrowableOfType(SettingsException.class, () -> read(flags, environment))
                .problems();
    }

    private void envFile(String content) throws IOException {
        Files.writeString(directory.resolve(".env"), content);
    }
}
