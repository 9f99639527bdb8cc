package dev.inverterflow.snowflake.local.task;

import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateTask;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes a task of its CREATE statement, refusing what Snowflake refuses.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/create-task">CREATE TASK</a>
 */
final class TaskRules {
    private static final String TRIGGER_INTERVAL = "USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS";
    private static final String TARGET_INTERVAL = "TARGET_COMPLETION_INTERVAL";
    private static final String INITIAL_SIZE = "USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE";
    private static final String MIN_SIZE = "SERVERLESS_TASK_MIN_STATEMENT_SIZE";
    private static final String MAX_SIZE = "SERVERLESS_TASK_MAX_STATEMENT_SIZE";
    private static final String TIMEOUT = "USER_TASK_TIMEOUT_MS";
    private static final String MAX_FAILURES = "SUSPEND_TASK_AFTER_NUM_FAILURES";
    private static final String SCHEDULE = "SCHEDULE";
    private static final String WAREHOUSE = "WAREHOUSE";

    private static final Set<String> TASK_PROPERTIES = Set.of(
            SCHEDULE,
            WAREHOUSE,
            "COMMENT",
            TRIGGER_INTERVAL,
            TARGET_INTERVAL,
            INITIAL_SIZE,
            MIN_SIZE,
            MAX_SIZE,
            TIMEOUT,
            MAX_FAILURES);

    /** Properties of a task that this scheduler does not have. */
    private static final Set<String> NOT_SUPPORTED = Set.of(
            "CONFIG",
            "OVERLAP_POLICY",
            "ALLOW_OVERLAPPING_EXECUTION",
            "ERROR_INTEGRATION",
            "SUCCESS_INTEGRATION",
            "LOG_LEVEL",
            "FINALIZE",
            "TASK_AUTO_RETRY_ATTEMPTS");

    /** Session parameters a task cannot set. */
    private static final Set<String> FORBIDDEN_PARAMETERS = Set.of("AUTOCOMMIT", "SEARCH_PATH");

    private static final List<String> SIZES =
            List.of("XSMALL", "SMALL", "MEDIUM", "LARGE", "XLARGE", "XXLARGE", "XXXLARGE");
    private static final String DEFAULT_INITIAL_SIZE = "MEDIUM";
    private static final String DEFAULT_MAX_SIZE = "XXLARGE";

    private static final int LEAST_TRIGGER_SECONDS = 10;
    private static final int MOST_TRIGGER_SECONDS = 604_800;
    private static final long LONGEST_TIMEOUT_MILLIS = Duration.ofDays(7).toMillis();

    private TaskRules() {}

    static Task task(CreateTask statement, SessionContext session) {
        var properties = statement.properties();
        if (!statement.after().isEmpty()) {
            throw Errors.notSupported("CREATE TASK … AFTER");
        }
        checkNumbers(properties);
        checkSizes(properties);
        var when = statement.when();
        if (when != null) {
            TaskCondition.check(when);
        }
        return new Task(
                session.resolve(statement.name()),
                UUID.randomUUID().toString(),
                schedule(properties, when != null),
                properties.text(WAREHOUSE).orElse(null),
                when == null ? null : when.span().text(),
                statement.body().span().text(),
                taskProperties(properties),
                sessionParameters(properties, session),
                Task.State.SUSPENDED,
                null,
                session.role(),
                session.clock().instant(),
                properties.text("COMMENT").orElse(""));
    }

    private static TaskSchedule schedule(Properties properties, boolean conditional) {
        var written = properties.text(SCHEDULE);
        if (written.isPresent()) {
            if (properties.has(TRIGGER_INTERVAL)) {
                throw invalid(TRIGGER_INTERVAL + " is for triggered tasks, which have no SCHEDULE");
            }
            return TaskSchedule.parse(written.get());
        }
        if (!conditional) {
            return new TaskSchedule.ByHand();
        }
        if (!properties.has(WAREHOUSE) && !properties.has(TARGET_INTERVAL)) {
            throw invalid("a serverless triggered task needs " + TARGET_INTERVAL);
        }
        return new TaskSchedule.Triggered(properties
                .number(TRIGGER_INTERVAL)
                .map(Duration::ofSeconds)
                .orElse(TaskSchedule.Triggered.DEFAULT_INTERVAL));
    }

    private static void checkNumbers(Properties properties) {
        checkRange(properties, TRIGGER_INTERVAL, LEAST_TRIGGER_SECONDS, MOST_TRIGGER_SECONDS);
        checkRange(properties, TIMEOUT, 0, LONGEST_TIMEOUT_MILLIS);
        checkRange(properties, MAX_FAILURES, 0, Integer.MAX_VALUE);
        properties.text(TARGET_INTERVAL).ifPresent(text -> {
            if (!TaskSchedule.INTERVAL.matcher(text.strip()).matches()) {
                throw Errors.invalidValue(text, TARGET_INTERVAL);
            }
        });
    }

    private static void checkRange(Properties properties, String name, long least, long most) {
        properties.number(name).ifPresent(value -> {
            if (value < least || value > most) {
                throw Errors.invalidValue(value.toString(), name);
            }
        });
    }

    private static void checkSizes(Properties properties) {
        var initial = size(properties, INITIAL_SIZE, DEFAULT_INITIAL_SIZE);
        var most = size(properties, MAX_SIZE, DEFAULT_MAX_SIZE);
        var least = size(properties, MIN_SIZE, SIZES.get(0));
        if (properties.has(WAREHOUSE)
                && (properties.has(INITIAL_SIZE) || properties.has(MAX_SIZE) || properties.has(MIN_SIZE))) {
            throw invalid("a task on a WAREHOUSE takes no sizes of serverless compute");
        }
        if (!properties.has(WAREHOUSE) && (most < initial || least > most)) {
            throw invalid(MAX_SIZE + " must not be below " + INITIAL_SIZE + " or " + MIN_SIZE);
        }
    }

    private static int size(Properties properties, String name, String otherwise) {
        var text = properties.text(name).orElse(otherwise);
        var size = text.toUpperCase(Locale.ROOT)
                .replace("-", "")
                .replace("X2LARGE", "XXLARGE")
                .replace("X3LARGE", "XXXLARGE");
        if (!SIZES.contains(size)) {
            throw Errors.invalidValue(text, name);
        }
        return SIZES.indexOf(size);
    }

    private static Map<String, String> taskProperties(Properties properties) {
        var own = new HashMap<String, String>();
        for (var property : properties.all()) {
            if (TASK_PROPERTIES.contains(property.name())) {
                properties.text(property.name()).ifPresent(text -> own.put(property.name(), text));
            }
        }
        return own;
    }

    private static Map<String, String> sessionParameters(Properties properties, SessionContext session) {
        var parameters = new HashMap<String, String>();
        for (var property : properties.all()) {
            if (NOT_SUPPORTED.contains(property.name())) {
                throw Errors.notSupported("CREATE TASK … " + property.name());
            }
            if (FORBIDDEN_PARAMETERS.contains(property.name())) {
                throw Errors.invalidProperty(property.name(), "TASK");
            }
            if (!TASK_PROPERTIES.contains(property.name())) {
                // Fails if there is no such session parameter.
                @Nullable String known = session.parameters().get(property.name());
                parameters.put(property.name(), properties.text(property.name()).orElse(String.valueOf(known)));
            }
        }
        return parameters;
    }

    private static SnowflakeException invalid(String reason) {
        return new SnowflakeException(
                91_090, "42601", "SQL compilation error:\nInvalid task definition: " + reason + ".");
    }
}
