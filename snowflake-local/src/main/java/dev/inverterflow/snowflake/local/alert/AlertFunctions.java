package dev.inverterflow.snowflake.local.alert;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.SystemFunctionProvider;
import dev.inverterflow.snowflake.local.task.run.GraphConfig;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an alert's statements may ask about its run.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/alerts">Specifying timestamps based on alert schedules</a>
 */
final class AlertFunctions implements SystemFunctionProvider {
    private static final String SCHEDULED_TIME = "SNOWFLAKE.ALERT.SCHEDULED_TIME";
    private static final String LAST_SUCCESS = "SNOWFLAKE.ALERT.LAST_SUCCESSFUL_SCHEDULED_TIME";
    private static final String CONDITION_QUERY = "SNOWFLAKE.ALERT.GET_CONDITION_QUERY_UUID";
    private static final String GET_CONFIG = "SYSTEM$GET_ALERT_CONFIG";

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    private final AlertRunner runner;
    private final AlertHistory history;

    AlertFunctions(AlertRunner runner, AlertHistory history) {
        this.runner = runner;
        this.history = history;
    }

    @Override
    public Set<String> names() {
        return Set.of(SCHEDULED_TIME, LAST_SUCCESS, CONDITION_QUERY, GET_CONFIG);
    }

    @Override
    public Optional<SnowflakeType> resultType(String name, int arguments) {
        return switch (name) {
            case SCHEDULED_TIME, LAST_SUCCESS ->
                arguments == 0 ? Optional.of(SnowflakeType.TIMESTAMP_LTZ) : Optional.empty();
            case CONDITION_QUERY -> arguments == 0 ? Optional.of(SnowflakeType.VARCHAR) : Optional.empty();
            case GET_CONFIG -> arguments <= 1 ? Optional.of(SnowflakeType.VARCHAR) : Optional.empty();
            default -> Optional.empty();
        };
    }

    @Override
    public Constant call(String name, List<Constant> arguments, SessionContext session) {
        var running = runner.in(session.id())
                .orElseThrow(() -> new SnowflakeException(
                        91_092, "0A000", "Function " + name + " can only be called from within an alert."));
        var alert = running.run().alert();
        return switch (name) {
            case SCHEDULED_TIME -> time(running.run().scheduledTime());
            case LAST_SUCCESS -> time(history.lastSuccess(alert.id()).orElse(null));
            case CONDITION_QUERY -> Constant.text(running.conditionQueryId());
            case GET_CONFIG ->
                Constant.text(config(
                        alert, arguments.isEmpty() ? null : arguments.get(0).text()));
            default -> throw Errors.unknownFunction(name);
        };
    }

    private static @Nullable String config(Alert alert, @Nullable String path) {
        var config = alert.properties().get(AlertProperties.CONFIG);
        return config == null || path == null
                ? config
                : GraphConfig.value(config, path).orElse(null);
    }

    private static Constant time(@Nullable Instant time) {
        var text = time == null ? null : UTC.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
        return new Constant(SnowflakeType.TIMESTAMP_LTZ, text);
    }
}
