package dev.inverterflow.snowflake.local.task.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.schedule.Schedule;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What Snowflake refuses about a task's own properties, whether CREATE or ALTER brings them. What it refuses about its
 * place among other tasks is the business of {@link GraphRules}.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/create-task">CREATE TASK</a>
 */
public final class TaskRules {
    private static final List<String> SIZES = List.of("XSMALL", "SMALL", "MEDIUM", "LARGE", "XLARGE", "XXLARGE");
    private static final String DEFAULT_INITIAL_SIZE = "MEDIUM";
    private static final String DEFAULT_MAX_SIZE = "XXLARGE";

    private static final int LEAST_TRIGGER_SECONDS = 10;
    private static final int MOST_TRIGGER_SECONDS = 604_800;
    private static final long LONGEST_TIMEOUT_MILLIS = Duration.ofDays(7).toMillis();
    private static final int MOST_RETRIES = 30;
    private static final Duration LONGEST_TARGET = Duration.ofDays(1);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private TaskRules() {}

    /**
     * Checks a definition by itself.
     *
     * @throws SnowflakeException if a property has a value it cannot have, or does not go with another
     */
    public static void check(TaskDefinition definition) {
        checkNumbers(definition);
        checkSizes(definition);
        definition.property(TaskProperties.TARGET_INTERVAL).ifPresent(TaskRules::checkTarget);
        checkOverlap(definition);
        definition.property(TaskProperties.CONFIG).ifPresent(TaskRules::checkConfig);
        if (definition.schedule().isPresent() && has(definition, TaskProperties.TRIGGER_INTERVAL)) {
            throw invalid(TaskProperties.TRIGGER_INTERVAL + " is for triggered tasks, which have no SCHEDULE");
        }
        if (definition.triggered()
                && !has(definition, TaskProperties.WAREHOUSE)
                && !has(definition, TaskProperties.TARGET_INTERVAL)) {
            throw invalid("a serverless triggered task needs " + TaskProperties.TARGET_INTERVAL);
        }
    }

    /**
     * Checks a graph's configuration.
     *
     * @throws SnowflakeException if it is no JSON object
     */
    public static void checkConfig(String config) {
        try {
            if (JSON.readTree(config).isObject()) {
                return;
            }
        } catch (JsonProcessingException malformed) {
            throw invalidConfig(malformed);
        }
        throw invalidConfig(null);
    }

    static SnowflakeException invalid(String reason) {
        return new SnowflakeException(
                91_090, "42601", "SQL compilation error:\nInvalid task definition: " + reason + ".");
    }

    private static SnowflakeException invalidConfig(@Nullable Throwable cause) {
        var message = "SQL compilation error:\nInvalid task definition: CONFIG must be a JSON object.";
        return cause == null
                ? new SnowflakeException(91_090, "42601", message)
                : new SnowflakeException(91_090, "42601", message, cause);
    }

    private static void checkNumbers(TaskDefinition definition) {
        checkRange(definition, TaskProperties.TRIGGER_INTERVAL, LEAST_TRIGGER_SECONDS, MOST_TRIGGER_SECONDS);
        checkRange(definition, TaskProperties.TIMEOUT, 0, LONGEST_TIMEOUT_MILLIS);
        checkRange(definition, TaskProperties.MAX_FAILURES, 0, Integer.MAX_VALUE);
        checkRange(definition, TaskProperties.RETRIES, 0, MOST_RETRIES);
    }

    private static void checkRange(TaskDefinition definition, String name, long least, long most) {
        definition.property(name).ifPresent(text -> {
            try {
                long value = Long.parseLong(text);
                if (value >= least && value <= most) {
                    return;
                }
            } catch (NumberFormatException noNumber) {
                throw Errors.invalidValue(text, name);
            }
            throw Errors.invalidValue(text, name);
        });
    }

    private static void checkTarget(String text) {
        boolean fits = Schedule.interval(text)
                .filter(target -> target.compareTo(TaskDefinition.SHORTEST_INTERVAL) >= 0
                        && target.compareTo(LONGEST_TARGET) <= 0)
                .isPresent();
        if (!fits) {
            throw Errors.invalidValue(text, TaskProperties.TARGET_INTERVAL);
        }
    }

    private static void checkOverlap(TaskDefinition definition) {
        definition.property(TaskProperties.OVERLAP_POLICY).ifPresent(text -> {
            if (Arrays.stream(TaskDefinition.OverlapPolicy.values())
                    .noneMatch(policy -> policy.name().equalsIgnoreCase(text))) {
                throw Errors.invalidValue(text, TaskProperties.OVERLAP_POLICY);
            }
        });
        definition.property(TaskProperties.ALLOW_OVERLAP).ifPresent(text -> {
            if (!text.equalsIgnoreCase("TRUE") && !text.equalsIgnoreCase("FALSE")) {
                throw Errors.invalidValue(text, TaskProperties.ALLOW_OVERLAP);
            }
        });
    }

    private static void checkSizes(TaskDefinition definition) {
        int initial = size(definition, TaskProperties.INITIAL_SIZE, DEFAULT_INITIAL_SIZE);
        int most = size(definition, TaskProperties.MAX_SIZE, DEFAULT_MAX_SIZE);
        int least = size(definition, TaskProperties.MIN_SIZE, SIZES.get(0));
        boolean onWarehouse = has(definition, TaskProperties.WAREHOUSE);
        if (onWarehouse
                && (has(definition, TaskProperties.INITIAL_SIZE)
                        || has(definition, TaskProperties.MAX_SIZE)
                        || has(definition, TaskProperties.MIN_SIZE))) {
            throw invalid("a task on a WAREHOUSE takes no sizes of serverless compute");
        }
        if (!onWarehouse && (most < initial || least > most)) {
            throw invalid(TaskProperties.MAX_SIZE + " must not be below " + TaskProperties.INITIAL_SIZE + " or "
                    + TaskProperties.MIN_SIZE);
        }
        if (has(definition, TaskProperties.MIN_SIZE)
                && has(definition, TaskProperties.INITIAL_SIZE)
                && least > initial) {
            throw invalid(TaskProperties.MIN_SIZE + " must not be above " + TaskProperties.INITIAL_SIZE);
        }
    }

    private static int size(TaskDefinition definition, String name, String otherwise) {
        var text = definition.property(name).orElse(otherwise);
        var size = text.toUpperCase(Locale.ROOT).replace("-", "").replace("X2LARGE", "XXLARGE");
        if (!SIZES.contains(size)) {
            throw Errors.invalidValue(text, name);
        }
        return SIZES.indexOf(size);
    }

    private static boolean has(TaskDefinition definition, String name) {
        return definition.properties().containsKey(name);
    }
}
