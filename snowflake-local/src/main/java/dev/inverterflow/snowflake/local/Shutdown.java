package dev.inverterflow.snowflake.local;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Closes parts in the reverse of the order in which they came up, all of them whatever happens, once. */
final class Shutdown {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /**
     * Closes all.
     *
     * @throws SnowflakeLocalException with the first failure as cause, the others beside it
     */
    synchronized void run() {
        @Nullable SnowflakeLocalException failure = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                failure = with(failure, interrupted);
            } catch (Exception problem) {
                failure = with(failure, problem);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static SnowflakeLocalException with(@Nullable SnowflakeLocalException first, Exception problem) {
        if (first == null) {
            return new SnowflakeLocalException(
                    "A part of snowflake-local could not be stopped: " + problem.getMessage(), problem);
        }
        first.addSuppressed(problem);
        return first;
    }
}
