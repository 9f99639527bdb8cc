package dev.inverterflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.deploy.Main;
import dev.inverterflow.snowflake.local.SnowflakeLocal;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Killed deployers, a network that goes away, two deployers at once: the history tells, and the next apply goes on. */
class DeployFailureIT {
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

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
        operator = new Operator(snowflake, folder, "F" + ++schemas).withASmallProject();
        operator.write("sql/repeatable/R__20_tasks.sql", tasks("one"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"V002__stage.sql", "R__20_tasks.sql"})
    void aKilledFirstApplyIsCompletedByTheNext(String step) throws Exception {
        killAt(step);
        assertThat(operator.outcomes()).doesNotContain("R__20_tasks.sql SUCCEEDED");

        expireTheLease();
        assertThat(operator.apply()).as(operator.complained()).isZero();
        assertThat(operator.run("plan", "--drift")).as(operator.printed()).isZero();
    }

    @Test
    void aKilledChangeOfRunningTasksLeavesThemRunningAfterTheNextApply() throws Exception {
        assertThat(operator.apply()).as(operator.complained()).isZero();
        assertThat(operator.run("resume")).as(operator.complained()).isZero();
        operator.execute("alter task ALONE suspend");
        operator.write("sql/repeatable/R__20_tasks.sql", tasks("two"));

        killAt("R__20_tasks.sql");
        expireTheLease();
        assertThat(operator.apply()).as(operator.complained()).isZero();

        assertThat(states()).containsExactly("ALONE suspended", "CHILD started", "ROOT started");
        assertThat(operator.printed().indexOf("task CHILD resumed"))
                .as("children before roots:\n" + operator.printed())
                .isBetween(0, operator.printed().indexOf("task ROOT resumed"));
    }

    @Tag("soak")
    @Test
    void aDeployerKilledAtAnyStatementOfAnyApplyIsFollowedByOneThatFinishes() throws Exception {
        assertThat(killAtEachStatement()).isGreaterThan(10);
        assertThat(operator.run("resume")).as(operator.complained()).isZero();

        operator.write("sql/repeatable/R__20_tasks.sql", tasks("two"));
        assertThat(killAtEachStatement()).isGreaterThan(5);
        assertThat(states()).containsExactly("ALONE started", "CHILD started", "ROOT started");
        assertThat(operator.run("plan", "--drift")).as(operator.printed()).isZero();
    }

    /** The first apply dies at its first statement, the next at its second, until one gets to its end; the number of the dead. */
    private int killAtEachStatement() throws Exception {
        int statement = 1;
        while (killed(statement)) {
            expireTheLease();
            statement++;
        }
        return statement - 1;
    }

    private boolean killed(int statement) throws Exception {
        return kill((statements, printed) -> statements == statement);
    }

    @Test
    void aNetworkThatGoesAwayInTheMiddleEndsInOneClearErrorAndTheNextApplyGoesOn() throws Exception {
        try (CuttableProxy proxy = new CuttableProxy(snowflake.port())) {
            operator.writeConnection(proxy.port());
            proxy.cutAfter(25);
            assertThat(operator.apply("--network-timeout", "2")).isEqualTo(1);
            assertThat(operator.complained())
                    .contains("error: ", "the connection broke", "apply goes on where it stopped");
        }
        operator.writeConnection(snowflake.port());
        expireTheLease();

        assertThat(operator.apply()).as(operator.complained()).isZero();
        assertThat(operator.outcomes()).contains("R__20_tasks.sql SUCCEEDED");
    }

    @Test
    void anApplyWithNothingToDoSendsOneStatement() throws Exception {
        assertThat(operator.apply()).as(operator.complained()).isZero();
        try (CuttableProxy proxy = new CuttableProxy(snowflake.port())) {
            operator.writeConnection(proxy.port());
            assertThat(operator.apply()).as(operator.complained()).isZero();
            assertThat(operator.printed()).contains("nothing to do");
            assertThat(proxy.statements()).isEqualTo(1);
        }
    }

    @Test
    void ofTwoDeployersAtOnceOneAppliesEachStepOnceAndTheOtherIsToldWhy() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<Future<Integer>> runs = new ArrayList<>();
        Callable<Integer> apply = () -> launch().waitFor();
        for (int i = 0; i < 2; i++) {
            runs.add(both.submit(apply));
        }
        List<Integer> exitCodes = List.of(runs.get(0).get(), runs.get(1).get());
        both.shutdown();

        // The slower one comes while the other works (4) or when all is done (0).
        assertThat(exitCodes).contains(0).allMatch(code -> code == 0 || code == 4);
        assertThat(operator.outcomes()).doesNotHaveDuplicates().hasSize(5).allMatch(step -> step.endsWith("SUCCEEDED"));
    }

    @Test
    void aMissingPrivilegeNamesObjectAndRemedy() throws Exception {
        operator.write("sql/repeatable/R__20_tasks.sql", "use role NOBODY_GRANTED;\n");

        assertThat(operator.apply()).isEqualTo(1);
        assertThat(operator.complained()).contains("R__20_tasks.sql:1: use role NOBODY_GRANTED", "bootstrap");
        assertThat(operator.column("select ERROR from DEPLOY_HISTORY where OUTCOME = 'FAILED'"))
                .singleElement()
                .asString()
                .contains("NOBODY_GRANTED");
    }

    private static String tasks(String comment) {
        return """
                create or replace task ROOT schedule = '60 MINUTES' comment = '%1$s' as insert into A select 1;
                create or replace task CHILD comment = '%1$s' after ROOT as insert into B select 1;
                create or replace task ALONE schedule = '60 MINUTES' comment = '%1$s' as insert into B select 1;
                """.formatted(comment);
    }

    private List<String> states() throws SQLException {
        List<String> names = operator.column("show tasks in schema " + operator.schemaName(), 2);
        List<String> states = operator.column("show tasks in schema " + operator.schemaName(), 11);
        List<String> both = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            both.add(names.get(i) + " " + states.get(i));
        }
        return both.stream().sorted().toList();
    }

    /** SIGKILL when the deployer has said that it begins the step and sends the first statement after that. */
    private void killAt(String step) throws Exception {
        assertThat(kill((statements, printed) -> printed.contains(step)))
                .as("the deployer did not come to " + step)
                .isTrue();
    }

    /**
     * SIGKILL at the first statement for which it is time, which never reaches the server.
     *
     * @param time judges by the number of statements sent, that one included, and by what was printed before it
     * @return false if the deployer came to its end before, which must be a good one
     */
    private boolean kill(BiPredicate<Integer, String> time) throws Exception {
        try (CuttableProxy proxy = new CuttableProxy(snowflake.port())) {
            proxy.oneByOne();
            operator.writeConnection(proxy.port());
            Process deployer = launch();
            try {
                return killWhen(time, deployer, proxy);
            } finally {
                deployer.destroyForcibly().waitFor();
                operator.writeConnection(snowflake.port());
            }
        }
    }

    private static boolean killWhen(BiPredicate<Integer, String> time, Process deployer, CuttableProxy proxy)
            throws Exception {
        long patience = System.nanoTime() + PATIENCE_NANOS;
        StringBuilder printed = new StringBuilder();
        int statements = 0;
        while (System.nanoTime() < patience) {
            if (proxy.awaitStatement(50)) {
                printed.append(printedSoFar(deployer));
                statements++;
                if (time.test(statements, printed.toString())) {
                    return true;
                }
                proxy.letThrough();
            } else if (!deployer.isAlive()) {
                printed.append(printedSoFar(deployer));
                assertThat(deployer.exitValue()).as(printed.toString()).isZero();
                return false;
            }
        }
        throw new AssertionError("the deployer neither came that far nor ended:\n" + printed);
    }

    /** What a process prints before it sends a statement is in the pipe when the statement arrives. */
    private static String printedSoFar(Process process) throws IOException {
        InputStream output = process.getInputStream();
        return new String(output.readNBytes(output.available()), StandardCharsets.UTF_8);
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                Main.class.getName()));
        command.addAll(operator.arguments("apply"));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** As this test has it, whoever started it. */
    private static String classPath() {
        if (DeployFailureIT.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }

    /** A deployer that died early may not have made the lock's table. */
    private void expireTheLease() throws SQLException {
        List<String> schemasWithLock = operator.column("show tables like 'DEPLOY_LOCK' in account", 4);
        if (!schemasWithLock.contains("F" + schemas)) {
            return;
        }
        operator.execute("update DEPLOY_LOCK set EXPIRES_AT = dateadd(second, -1, sysdate()) where TOKEN is not null");
    }
}
