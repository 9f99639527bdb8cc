package dev.inverterflow.snowflake.local.function.runtime;

import dev.inverterflow.snowflake.local.function.runtime.EngineFunction.Body;
import dev.inverterflow.snowflake.local.function.runtime.EngineFunction.NullCall;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBColumnType;
import org.jspecify.annotations.Nullable;

/** Functions in Java of one field; a subclass adds them when it is made. */
abstract class FunctionGroup {
    private final List<EngineFunction> functions = new ArrayList<>();

    /** Adds a function that is NULL if an argument is. */
    final void add(String name, DuckDBColumnType result, Body body, DuckDBColumnType... parameters) {
        functions.add(new EngineFunction(name, List.of(parameters), result, NullCall.SKIPPED, body));
    }

    /** Adds a function that is called for NULLs, too. */
    final void addForNulls(String name, DuckDBColumnType result, Body body, DuckDBColumnType... parameters) {
        functions.add(new EngineFunction(name, List.of(parameters), result, NullCall.MADE, body));
    }

    List<EngineFunction> functions() {
        return List.copyOf(functions);
    }

    static Moment.Kind kind(Row row, int argument) {
        return Moment.Kind.valueOf(row.text(argument));
    }

    static @Nullable LocalDateTime time(@Nullable Moment moment, Moment.Kind kind) {
        if (moment == null) {
            return null;
        }
        return kind == Moment.Kind.TIMESTAMP_LTZ || kind == Moment.Kind.TIMESTAMP_TZ
                ? LocalDateTime.ofInstant(moment.instant(), ZoneOffset.UTC)
                : moment.wallClock();
    }

    static @Nullable Long offset(@Nullable Moment moment) {
        return moment == null ? null : moment.offset().getTotalSeconds() / 60L;
    }
}
