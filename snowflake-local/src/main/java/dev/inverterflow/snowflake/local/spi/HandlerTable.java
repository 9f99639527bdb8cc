package dev.inverterflow.snowflake.local.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A prepared handler of a user-defined table function. May be called from several threads at once. */
@FunctionalInterface
public interface HandlerTable {

    /**
     * Works through one partition, with an object of its own.
     *
     * @param rows the arguments of each row in order, in the representation that {@link SqlKind} names
     * @param log what takes its log
     * @return for each of the rows what came of it, and last what came of the partition's end; each of the rows that came
     *     has one value per declared column
     * @throws HandlerException if there is no result, for whatever reason
     */
    List<List<List<@Nullable Object>>> partition(List<List<@Nullable Object>> rows, HandlerLog log)
            throws HandlerException;
}
