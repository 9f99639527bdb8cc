package dev.inverterflow.local.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RENDER_INGESTION_REPORT: what it answers, and what a browser makes of the page. */
class RenderIT {
    private static final long BROWSER_SECONDS = 120;

    /** Its own: what other tests have loaded today would be on the page. */
    private static Warehouse warehouse;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() throws Exception {
        warehouse = Warehouse.start();
    }

    @AfterAll
    static void stop() throws Exception {
        warehouse.close();
    }

    @BeforeEach
    void reset() throws SQLException {
        warehouse.reset();
    }

    @Test
    void whoeverHasTheUrlReadsThePage() throws Exception {
        JsonNode result = warehouse.call("RENDER_INGESTION_REPORT(1)");

        assertThat(result.get("url_valid_seconds").asLong()).isEqualTo(86_400);
        HttpResponse<String> page = get(result.get("url").asText());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html");
        assertThat(page.body().getBytes(UTF_8)).hasSize(result.get("bytes").asInt());
        assertThat(page.body())
                .endsWith("</html>\n")
                .contains(result.get("from").asText());
    }

    @Test
    void nothingLoadedGivesAPageThatSaysSo() throws Exception {
        assertThat(page()).contains("There is nothing to show in this time", "No data in this time.");
    }

    @Test
    void thePageHasWhatThePipelineDid() throws Exception {
        twoBatches();

        String page = page();

        assertThat(page)
                .contains("<span>readings typed</span><b>6</b>", "<span>batches complete</span><b>50 %</b>")
                .contains("as now: 3 inverters every 20 s, 1 files", "records differ")
                .contains("\"id\":\"latency-time\"", "\"id\":\"latency-files\"", "\"id\":\"cost-days\"")
                .contains("\"id\":\"batches\"", "\"id\":\"power\"")
                .contains("PIPE_PAUSED", "&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("There is nothing to show", "<img");
    }

    @Test
    void daysOutOfRangeAreRefused() {
        assertThatThrownBy(() -> warehouse.call("RENDER_INGESTION_REPORT(0)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("DAYS must be 1 to 365, not 0");
    }

    /** Where no Chromium is installed this is skipped, by name. */
    @Test
    void aBrowserDrawsEveryChartWithoutAComplaintAndAPhoneNeedNotScrollSideways() throws Exception {
        String chromium = chromium();
        twoBatches();
        Files.writeString(directory.resolve("page.html"), page());
        Files.writeString(directory.resolve("phone.html"), """
                <body><iframe id="phone" src="page.html" style="width:390px;height:800px;border:0"></iframe><script>
                onload = function () {
                  var page = document.getElementById('phone').contentDocument;
                  document.title = 'canvases ' + page.querySelectorAll('.chart canvas').length + ' of '
                    + page.querySelectorAll('.chart').length + ', width ' + page.documentElement.scrollWidth
                    + ', requests ' + page.defaultView.performance.getEntriesByType('resource').length;
                };
                </script></body>""");

        String output = run(
                chromium,
                "--headless=new",
                "--hide-scrollbars",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--allow-file-access-from-files",
                "--enable-logging=stderr",
                "--user-data-dir=" + directory.resolve("profile"),
                "--virtual-time-budget=5000",
                "--dump-dom",
                directory.resolve("phone.html").toUri().toString());

        assertThat(output).contains("<title>canvases 5 of 5, width 390, requests 0</title>");
        assertThat(Pattern.compile("CONSOLE[^\n]*").matcher(output).results().toList())
                .isEmpty();
    }

    /** A tick of three inverters that came whole, and one of which a reading is missing; an error with markup in it. */
    private void twoBatches() throws SQLException {
        Instant tick = Instant.now().minusSeconds(7200).truncatedTo(ChronoUnit.MINUTES);
        for (int i = 0; i < 2; i++) {
            Instant time = tick.plusSeconds(20L * i);
            String stamp = time.toString().replaceAll("[-:]", "");
            warehouse.load(
                    "inverters/%s/%s_c_r1_p1of1_n%d.json".formatted(stamp.substring(0, 8), stamp, 3 + i),
                    time.plusSeconds(10).toString().replace("Z", ""),
                    Readings.tick(time, 3));
        }
        warehouse.call("FLATTEN_INVERTER_DATA()");
        warehouse.call("RECONCILE_BATCHES()");
        warehouse.call("REPORT_INGESTION_LATENCY()");
        warehouse.call("REPORT_INGESTION_COST()");
        warehouse.execute("""
                INSERT INTO PIPELINE_ERRORS (ERROR_ID, ERROR_KEY, OCCURRED_AT, LAST_SEEN_AT, OCCURRENCES, SOURCE, KIND, MESSAGE)
                SELECT 'e', 'k', SYSDATE(), SYSDATE(), 1, 'MONITOR_INGESTION', 'PIPE_PAUSED', '<img src=x onerror=alert(1)>'""");
    }

    private String page() throws Exception {
        return get(warehouse.call("RENDER_INGESTION_REPORT(1)").get("url").asText())
                .body();
    }

    private static HttpResponse<String> get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    private static String chromium() {
        List<Path> found = Stream.of(System.getenv("PATH").split(Pattern.quote(System.getProperty("path.separator"))))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .toList();
        assumeTrue(!found.isEmpty(), "no Chromium on PATH: install chromium to have the page drawn by a browser");
        return found.get(0).toString();
    }

    private String run(String... command) throws Exception {
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(BROWSER_SECONDS, TimeUnit.SECONDS))
                    .as("the browser ended")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output);
    }
}
