package dev.inverterflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code inverterflow local} as a user runs it: a process, its output, its exit code. */
class LocalCommandIT {
    @TempDir
    Path directory;

    @Test
    void runsTheWholePipelineAndAccountsForEveryReading() throws Exception {
        try (LaunchedProcess run = LaunchedProcess.local(
                "--batches",
                "2",
                "--interval",
                "1s",
                "--inverters",
                "50",
                "--files",
                "3",
                "--keep",
                directory.toString())) {
            assertThat(run.exitCode()).as(run.output()).isZero();

            assertThat(run.output()).contains("generated 100 = ").contains("lost 0");
            assertThat(run.output()).contains("GENERATED_TO_FLATTENED", "SNOWPIPE");
            Path report = reportPath(run);
            assertThat(Files.readString(report)).contains("<html").doesNotContain("<script src=", "<link ");
            assertThat(filesUnder(directory.resolve("spool/pending"), "")).isEmpty();
            assertThat(filesUnder(directory.resolve("s3"), ".json")).hasSize(6);
        }
    }

    @Test
    void namesEveryWrongArgumentAtOnceAndExitsWith2() throws Exception {
        try (LaunchedProcess run = LaunchedProcess.local("--batches", "0", "--interval", "soon", "--files", "-1")) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.output()).contains("--batches is 0", "--interval is 'soon'", "--files is -1");
        }
    }

    @Test
    void anUnknownFlagIsNamedAndExitsWith2() throws Exception {
        try (LaunchedProcess run = LaunchedProcess.local("--bathces", "2")) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.output()).contains("Unknown option", "--bathces");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--s3-port", "--snowflake-port"})
    void aTakenPortIsOneClearLine(String option) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LaunchedProcess run = LaunchedProcess.local(option, Integer.toString(taken.getLocalPort()))) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(complaints(run))
                    .singleElement()
                    .asString()
                    .containsIgnoringCase("port " + taken.getLocalPort() + " is taken")
                    .contains(option);
        }
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsOneClearLine() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "not a directory");
        try (LaunchedProcess run =
                LaunchedProcess.local("--keep", file.resolve("below").toString())) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(complaints(run)).singleElement().asString().contains(file.toString(), "--keep");
        }
    }

    @Test
    void aHalfBuiltTreeIsOneClearLine() throws Exception {
        try (LaunchedProcess run =
                LaunchedProcess.start(List.of("-Dinverterflow.dist=" + directory), "local-stack.jar")) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(complaints(run)).singleElement().asString().contains("incomplete", "inverterflow build");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"starting the embedded S3", "deploying sql/", "running the client", "waiting until every reading"
            })
    void ctrlCStopsEverythingInOrder(String step) throws Exception {
        try (LaunchedProcess run =
                LaunchedProcess.local("--batches", "2", "--interval", "1s", "--keep", directory.toString())) {
            run.awaitLineWith(step);
            List<ProcessHandle> children = run.descendants();
            run.interrupt();

            assertThat(run.exitCode()).as(run.output()).isEqualTo(130);
            assertThat(run.output()).contains("stopped; until then generated").doesNotContain("Exception");
            assertThat(children).noneMatch(ProcessHandle::isAlive);
        }
    }

    private static List<String> complaints(LaunchedProcess run) {
        return run.lines().stream()
                .filter(line -> line.startsWith("inverterflow local: "))
                .toList();
    }

    private static Path reportPath(LaunchedProcess run) {
        Matcher matcher = Pattern.compile("report: (.+\\.html)").matcher(run.output());
        assertThat(matcher.find()).as(run.output()).isTrue();
        return Path.of(matcher.group(1));
    }

    private static List<Path> filesUnder(Path root, String ending) throws Exception {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .toList();
        }
    }
}
