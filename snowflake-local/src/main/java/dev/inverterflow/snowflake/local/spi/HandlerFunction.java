package dev.inverterflow.snowflake.local.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A prepared handler of a user-defined function. Called by one thread at a time. */
@FunctionalInterface
public interface HandlerFunction {

    /**
     * The result for one row.
     *
     * @param values one per parameter, each in the representation that {@link SqlKind} names
     * @param log what takes its log
     * @return in the representation of the declared result
     * @throws HandlerException if there is no result, for whatever reason
     */
    @Nullable
    Object call(List<@Nullable Object> values, HandlerLog log) throws HandlerException;
}
