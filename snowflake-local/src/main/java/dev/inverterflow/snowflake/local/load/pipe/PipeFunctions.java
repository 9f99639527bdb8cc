package dev.inverterflow.snowflake.local.load.pipe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Names;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.SystemFunctionProvider;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * SYSTEM$PIPE_STATUS and SYSTEM$PIPE_FORCE_RESUME.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions/system_pipe_status">SYSTEM$PIPE_STATUS</a>
 */
public final class PipeFunctions implements SystemFunctionProvider {
    private static final String STATUS = "SYSTEM$PIPE_STATUS";
    private static final String FORCE_RESUME = "SYSTEM$PIPE_FORCE_RESUME";
    private static final Map<String, Integer> MOST_ARGUMENTS = Map.of(STATUS, 1, FORCE_RESUME, 2);

    private final PipeService pipes;

    public PipeFunctions(PipeService pipes) {
        this.pipes = pipes;
    }

    @Override
    public Set<String> names() {
        return MOST_ARGUMENTS.keySet();
    }

    @Override
    public Optional<SnowflakeType> resultType(String name, int arguments) {
        int most = MOST_ARGUMENTS.getOrDefault(name, 0);
        return arguments >= 1 && arguments <= most ? Optional.of(SnowflakeType.VARCHAR) : Optional.empty();
    }

    @Override
    public Constant call(String name, List<Constant> arguments, SessionContext session) {
        var text = arguments.get(0).text();
        if (text == null) {
            throw Errors.invalidValue("NULL", name);
        }
        var pipe = SchemaObjects.requireUsable(
                Pipe.KIND, session.resolve(Names.parse(text)), session, name.equals(STATUS) ? "MONITOR" : "OPERATE");
        if (name.equals(STATUS)) {
            return Constant.text(status(pipe));
        }
        var overrides = arguments.size() < 2 ? null : arguments.get(1).text();
        var state = PipeResume.forced(
                pipe,
                PipeResume.Override.parse(overrides == null ? "" : overrides),
                session.clock().instant());
        session.catalog().objects(Pipe.KIND).update(pipe.name(), current -> current.withState(state));
        pipes.dropOutdated(pipe);
        pipes.wake();
        return Constant.text("Statement executed successfully.");
    }

    private String status(Pipe pipe) {
        return pipes.inspect(pipe, queue -> {
            var status = JsonNodeFactory.instance.objectNode();
            status.put("executionState", pipes.health(pipe).executionState());
            status.put("pendingFileCount", queue.size());
            queue.oldest().ifPresent(oldest -> {
                status.put("oldestFileTimestamp", text(oldest.received()));
                status.put("oldestPendingFilePath", oldest.file().path());
            });
            var activity = queue.activity();
            put(status, "lastIngestedTimestamp", text(activity.lastIngested()));
            put(status, "lastIngestedFilePath", activity.lastIngestedPath());
            if (pipe.feed() == Pipe.Feed.EVENTS) {
                status.put("notificationChannelName", pipe.notificationChannel());
                status.put("numOutstandingMessagesOnChannel", 0);
            }
            put(status, "lastReceivedMessageTimestamp", text(activity.lastReceived()));
            put(status, "lastForwardedMessageTimestamp", text(activity.lastReceived()));
            put(status, "lastForwardedFilePath", activity.lastReceivedPath());
            put(status, "lastPulledFromChannelTimestamp", text(activity.lastPulled()));
            put(status, "lastPipeErrorTimestamp", text(activity.lastError()));
            put(status, "error", activity.error());
            status.put("pendingHistoryRefreshJobsCount", 0);
            return status.toString();
        });
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static void put(ObjectNode status, String field, @Nullable String value) {
        if (value != null) {
            status.put(field, value);
        }
    }
}
