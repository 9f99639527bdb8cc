package dev.inverterflow.snowflake.local.load.pipe;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * When a paused pipe may go on.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions/system_pipe_force_resume">SYSTEM$PIPE_FORCE_RESUME</a>
 */
final class PipeResume {
    private PipeResume() {}

    /** What the caller of SYSTEM$PIPE_FORCE_RESUME takes upon itself. */
    enum Override {
        STALENESS_CHECK_OVERRIDE,
        OWNERSHIP_TRANSFER_CHECK_OVERRIDE;

        /** The overrides that a comma-separated text names. */
        static Set<Override> parse(String text) {
            var overrides = EnumSet.noneOf(Override.class);
            Arrays.stream(text.split(","))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .forEach(word -> overrides.add(one(word)));
            return overrides;
        }

        private static Override one(String word) {
            return Arrays.stream(values())
                    .filter(known -> known.name().equals(word.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> Errors.invalidValue(word, "SYSTEM$PIPE_FORCE_RESUME"));
        }
    }

    /** The state of a pipe that ALTER PIPE resumes. */
    static PipeState checked(Pipe pipe, Instant now) {
        if (pipe.state().ownership() == PipeState.Ownership.TRANSFERRED) {
            throw transferred(pipe);
        }
        return forced(pipe, EnumSet.of(Override.OWNERSHIP_TRANSFER_CHECK_OVERRIDE), now);
    }

    /** The state of a pipe that SYSTEM$PIPE_FORCE_RESUME resumes. */
    static PipeState forced(Pipe pipe, Set<Override> overrides, Instant now) {
        if (stale(pipe, now) && !overrides.contains(Override.STALENESS_CHECK_OVERRIDE)) {
            throw stale(pipe);
        }
        return PipeState.RUNNING;
    }

    /** Only notifications can be lost, so only a pipe that lives on them goes stale. */
    private static boolean stale(Pipe pipe, Instant now) {
        return pipe.feed() == Pipe.Feed.EVENTS && pipe.state().stale(now);
    }

    private static SnowflakeException transferred(Pipe pipe) {
        return new SnowflakeException(
                2204,
                "0A000",
                "Pipe " + pipe.name().name()
                        + " cannot be resumed as ownership had been transferred. Resuming pipe may load"
                        + " files inserted by previous owner into table. To forcefully resume pipe use SELECT"
                        + " SYSTEM$PIPE_FORCE_RESUME('" + pipe.name().name() + "').");
    }

    private static SnowflakeException stale(Pipe pipe) {
        return new SnowflakeException(
                2204,
                "0A000",
                "Pipe " + pipe.name().name() + " cannot be resumed as it is stale: it was paused for more than "
                        + PipeState.RETENTION.toDays() + " days, and notifications may have been dropped. To forcefully"
                        + " resume pipe use SELECT SYSTEM$PIPE_FORCE_RESUME('"
                        + pipe.name().name()
                        + "', 'staleness_check_override').");
    }
}
