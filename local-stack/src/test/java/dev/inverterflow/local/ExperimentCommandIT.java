package dev.inverterflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code inverterflow experiment} as a user runs it. */
class ExperimentCommandIT {
    @TempDir
    Path directory;

    @Test
    void comparesNumFilesInOneTableAndWritesItAsMarkdown() throws Exception {
        Path page = directory.resolve("new/page.md");
        try (LaunchedProcess run = LaunchedProcess.start(
                List.of(),
                "local-stack.jar",
                "experiment",
                "--num-files",
                "1,3",
                "--batches",
                "2",
                "--interval",
                "1s",
                "--inverters",
                "30",
                "--to",
                page.toString())) {
            assertThat(run.exitCode()).as(run.output()).isZero();

            assertThat(run.output()).contains("written: " + page, "NUM_FILES").doesNotContain("Exception");
            String text = Files.readString(page);
            assertThat(row(text, "NUM_FILES")).containsExactly("1", "3");
            assertThat(row(text, "files")).containsExactly("2", "6");
            assertThat(row(text, "generated → flattened, p50 / p95 s"))
                    .hasSize(2)
                    .allMatch(value -> value.matches("\\d+\\.\\d\\d / \\d+\\.\\d\\d"));
            // 129,600 ticks a month; 0.005 USD for a thousand PUT, 0.0004 for a thousand GET, 0.06 credits of 3 USD for
            // a thousand files.
            assertThat(row(text, "modelled month: S3 put, USD")).containsExactly("0.65", "1.94");
            assertThat(row(text, "modelled month: S3 get, USD")).containsExactly("0.05", "0.16");
            assertThat(row(text, "beside it: former fee per file, USD")).containsExactly("23.33", "69.98");
            assertThat(text)
                    .contains("**Latencies and the run's own costs are the stand-in's.**", "**The month is modelled**");
        }
    }

    @Test
    void namesEveryWrongArgumentAtOnceAndExitsWith2() throws Exception {
        try (LaunchedProcess run = LaunchedProcess.start(
                List.of(), "local-stack.jar", "experiment", "--num-files", "0,2,2", "--interval", "soon")) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.output()).contains("--num-files is 0", "different values", "--interval is 'soon'");
        }
    }

    private static List<String> row(String page, String label) {
        return page.lines()
                .filter(line -> line.startsWith("| " + label + " |"))
                .map(line -> Arrays.stream(line.split("\\|"))
                        .skip(2)
                        .map(String::strip)
                        .toList())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row '" + label + "' in " + page));
    }
}
