package dev.inverterflow.snowflake.local.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.inverterflow.snowflake.local.MovableClock;
import dev.inverterflow.snowflake.local.MovingClockServer;
import dev.inverterflow.snowflake.local.SnowflakeLocal;
import dev.inverterflow.snowflake.local.load.store.EmbeddedS3;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** A pipeline from a bucket to a table, on which time passes in steps of 20 seconds and things go wrong. */
final class SoakedPipeline implements AutoCloseable {
    private static final String BUCKET = "bucket";
    private static final Duration STEP = Duration.ofSeconds(20);
    private static final int STEPS_PER_MINUTE = 3;
    private static final int STEPS_PER_HOUR = 180;
    private static final int STEPS_PER_DAY = 24 * STEPS_PER_HOUR;
    private static final String ORDERED = "ordered by the soak";

    private final Random random;
    /** Behind the real time, in which the bucket stamps its files: none of them may look older than 7 days. */
    private final MovableClock clock =
            new MovableClock(Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(4)));

    private final EmbeddedS3 s3;
    private final Path folder;
    private SnowflakeLocal snowflake;
    private Connection connection;
    private final List<String> late = new ArrayList<>();
    private final List<String> announced = new ArrayList<>();
    private Duration passed = Duration.ZERO;
    private int files;
    private int lost;
    private int orderedFailures;

    /**
     * A pipeline in which nothing has happened.
     *
     * @param seed decides what goes wrong
     * @param folder where the server keeps what outlives its restart
     */
    SoakedPipeline(long seed, Path folder) throws Exception {
        random = new Random(seed);
        this.folder = folder;
        s3 = EmbeddedS3.start(BUCKET);
        snowflake = startServer();
        connection = connect();
        create();
    }

    private SnowflakeLocal startServer() {
        var endpoint = s3.endpoint();
        return SnowflakeLocal.builder()
                .database("DB")
                .schema("SC")
                .dataDirectory(folder)
                .s3Endpoint(endpoint.uri(), endpoint.region(), endpoint.accessKeyId(), endpoint.secretAccessKey())
                .clock(clock)
                .start();
    }

    private Connection connect() throws SQLException {
        var properties = snowflake.properties();
        properties.setProperty("db", "DB");
        properties.setProperty("schema", "SC");
        return DriverManager.getConnection(snowflake.jdbcUrl(), properties);
    }

    private void create() throws SQLException {
        execute("CREATE TABLE raw (file VARCHAR, body VARIANT)");
        execute("CREATE STREAM raw_stream ON TABLE raw APPEND_ONLY = TRUE");
        execute("CREATE TABLE typed (n INTEGER)");
        execute("CREATE TABLE hours (task VARCHAR, due VARCHAR)");
        execute("CREATE STORAGE INTEGRATION s3_integration TYPE = EXTERNAL_STAGE STORAGE_PROVIDER = 'S3'"
                + " STORAGE_AWS_ROLE_ARN = 'arn:aws:iam::000000000000:role/reader' ENABLED = TRUE"
                + " STORAGE_ALLOWED_LOCATIONS = ('s3://bucket/raw/')");
        execute("CREATE STAGE st URL = 's3://bucket/raw/' STORAGE_INTEGRATION = s3_integration");
        execute("CREATE PIPE p AUTO_INGEST = TRUE AS COPY INTO raw FROM (SELECT METADATA$FILENAME, $1 FROM @st)"
                + " FILE_FORMAT = (TYPE = JSON)");
        execute(
                "CREATE TASK flatten TARGET_COMPLETION_INTERVAL = '1 MINUTE'"
                        + " USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS = 300 WHEN SYSTEM$STREAM_HAS_DATA('RAW_STREAM')"
                        + " AS INSERT INTO typed SELECT f.value::INTEGER FROM raw_stream r, LATERAL FLATTEN(INPUT => r.body) f");
        hourly("root", "SCHEDULE = '60 MINUTES'");
        hourly("child", "AFTER root");
        hourly("last", "FINALIZE = root");
        execute("ALTER TASK flatten RESUME");
        rows("SELECT SYSTEM$TASK_DEPENDENTS_ENABLE('root')");
    }

    private void hourly(String name, String place) throws SQLException {
        execute("CREATE TASK " + name + " " + place + " AS INSERT INTO hours SELECT '" + name
                + "', SYSTEM$TASK_RUNTIME_INFO('CURRENT_TASK_GRAPH_ORIGINAL_SCHEDULED_TIMESTAMP')");
    }

    /** Stops the server while files wait that it was told of, and starts another one over what it left. */
    void restart() throws Exception {
        awaitIdle();
        execute("ALTER PIPE p SET PIPE_EXECUTION_PAUSED = TRUE");
        for (int i = 0; i < STEPS_PER_MINUTE; i++) {
            putFile();
        }
        deliver();
        connection.close();
        snowflake.close();
        snowflake = startServer();
        connection = connect();
        execute("ALTER PIPE p SET PIPE_EXECUTION_PAUSED = FALSE");
        awaitIdle();
    }

    /** Lets time pass, a file every 20 seconds. */
    void run(Duration time) throws Exception {
        long steps = time.dividedBy(STEP);
        passed = passed.plus(time);
        for (int step = 1; step <= steps; step++) {
            clock.advance(STEP);
            putFile();
            goWrong(step);
            if (step % STEPS_PER_MINUTE == 0) {
                deliver();
                awaitIdle();
            }
            if (step % STEPS_PER_HOUR == 0) {
                refreshFoldersOfLastHour();
            }
            if (step % STEPS_PER_DAY == 0 && files >= 2 * STEPS_PER_DAY) {
                // As a bucket's lifecycle does: without it each REFRESH would walk through all that was ever stored.
                execute("REMOVE @st/" + folderOf(files - 2 * STEPS_PER_DAY));
            }
        }
    }

    /** What no event told of, a person or a task finds this way. */
    private void refreshFoldersOfLastHour() throws SQLException {
        for (var folder : new TreeSet<>(List.of(folderOf(files - STEPS_PER_HOUR), folderOf(files - 1)))) {
            execute("ALTER PIPE p REFRESH PREFIX = '" + folder + "'");
        }
    }

    /** A folder a day, as the client has them. */
    private static String folderOf(int file) {
        return "%03d/".formatted(file / STEPS_PER_DAY);
    }

    private void putFile() {
        var key = "raw/" + folderOf(files) + "%06d.json".formatted(files);
        s3.put(BUCKET, key, "[" + 2 * files + "," + (2 * files + 1) + "]");
        files++;
        int fate = random.nextInt(100);
        if (fate < 3) {
            lost++;
        } else if (fate < 10) {
            late.add(key);
        } else {
            announce(key, fate < 20 ? 2 : 1);
        }
    }

    private void goWrong(int step) {
        while (!late.isEmpty() && random.nextInt(10) < 3) {
            announce(late.remove(random.nextInt(late.size())), 1);
        }
        if (step % 500 == 250) {
            order("flatten");
        }
        if (step % (5 * STEPS_PER_HOUR) == 100) {
            order("child");
        }
    }

    private void order(String task) {
        snowflake.faults().failTaskRuns(task, 1, ORDERED);
        orderedFailures++;
    }

    /** Lets what is late arrive and everything be consumed. */
    void settle() throws Exception {
        late.forEach(key -> announce(key, 1));
        late.clear();
        deliver();
        execute("ALTER PIPE p REFRESH");
        for (int minute = 0; minute < 75; minute++) {
            clock.advance(Duration.ofMinutes(1));
            awaitIdle();
        }
    }

    /** Every file once, every row once, every run accounted for. */
    void verify() throws SQLException {
        assertThat(lost).as("lost events").isPositive();
        assertThat(rows("SELECT COUNT(*), COUNT(DISTINCT file) FROM raw"))
                .as("files loaded")
                .containsExactly(List.of(text(files), text(files)));
        assertThat(rows("SELECT COUNT(*), COUNT(DISTINCT n), MIN(n), MAX(n) FROM typed"))
                .as("rows consumed")
                .containsExactly(List.of(text(2 * files), text(2 * files), "0", text(2 * files - 1)));
        assertThat(rows("SELECT COUNT(*) FROM SNOWFLAKE.ACCOUNT_USAGE.TASK_HISTORY"
                        + " WHERE STATE = 'FAILED' AND ERROR_MESSAGE = '" + ORDERED + "'"))
                .as("ordered failures")
                .containsExactly(List.of(text(orderedFailures)));
        assertThat(rows("SELECT STATE, COUNT(*) FROM SNOWFLAKE.ACCOUNT_USAGE.TASK_HISTORY"
                        + " WHERE STATE <> 'SUCCEEDED' AND COALESCE(ERROR_MESSAGE, '') <> '" + ORDERED
                        + "' GROUP BY STATE"))
                .as("runs that ended in any other way")
                .isEmpty();
        assertThat(rows("SELECT COUNT(*) FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY(RESULT_LIMIT => 10000))"
                        + " WHERE STATE = 'EXECUTING'"))
                .as("runs without an end")
                .containsExactly(List.of("0"));
        verifyHours();
    }

    private void verifyHours() throws SQLException {
        // One run more in the time that settling takes.
        int hours = (int) passed.toHours() + 1;
        for (var task : List.of("ROOT", "CHILD", "LAST")) {
            assertThat(rows("SELECT COUNT(*), COUNT(DISTINCT SCHEDULED_TIME), COUNT(DISTINCT GRAPH_RUN_GROUP_ID),"
                            + " DATEDIFF(HOUR, MIN(SCHEDULED_TIME), MAX(SCHEDULED_TIME)) + 1"
                            + " FROM SNOWFLAKE.ACCOUNT_USAGE.TASK_HISTORY WHERE NAME = '" + task + "'"))
                    .as(task)
                    .containsExactly(List.of(text(hours), text(hours), text(hours), text(hours)));
            assertThat(rows("SELECT COUNT(*) FROM SNOWFLAKE.ACCOUNT_USAGE.TASK_HISTORY WHERE NAME = '" + task
                            + "' AND STATE = 'SUCCEEDED'"))
                    .as("what %s did is there once for each run that says so", task)
                    .isEqualTo(rows("SELECT COUNT(DISTINCT due) FROM hours WHERE UPPER(task) = '" + task + "'"));
        }
        assertThat(
                        rows(
                                "SELECT COUNT(*) FROM SNOWFLAKE.ACCOUNT_USAGE.COMPLETE_TASK_GRAPHS WHERE ROOT_TASK_NAME = 'ROOT'"))
                .containsExactly(List.of(text(hours)));
    }

    private void announce(String key, int times) {
        for (int i = 0; i < times; i++) {
            announced.add(key);
        }
    }

    /** Events come in bunches, which is how a pipe loads them. */
    private void deliver() {
        announced.forEach(key -> snowflake.deliverS3Event(EmbeddedS3.eventOf(BUCKET, key)));
        announced.clear();
    }

    private void awaitIdle() {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(60))
                .until(snowflake::idle);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<List<String>> rows(String sql) throws SQLException {
        return MovingClockServer.rows(connection, sql);
    }

    private static String text(int number) {
        return String.valueOf(number);
    }

    @Override
    public void close() throws Exception {
        connection.close();
        snowflake.close();
        s3.close();
    }
}
