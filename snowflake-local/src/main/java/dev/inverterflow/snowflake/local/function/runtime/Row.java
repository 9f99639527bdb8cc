package dev.inverterflow.snowflake.local.function.runtime;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.duckdb.DuckDBDataChunkReader;
import org.jspecify.annotations.Nullable;

/** The arguments of one call of a function that DuckDB makes. */
final class Row {
    private final DuckDBDataChunkReader chunk;
    private final long index;

    Row(DuckDBDataChunkReader chunk, long index) {
        this.chunk = chunk;
        this.index = index;
    }

    /** The place of the row among those that DuckDB hands over at once. */
    long index() {
        return index;
    }

    boolean isNull(int argument) {
        return chunk.vector(argument).isNull(index);
    }

    String text(int argument) {
        return chunk.vector(argument).getString(index);
    }

    @Nullable
    String textOrNull(int argument) {
        return isNull(argument) ? null : text(argument);
    }

    long whole(int argument) {
        return chunk.vector(argument).getLong(index);
    }

    double floatingPoint(int argument) {
        return chunk.vector(argument).getDouble(index);
    }

    boolean bool(int argument) {
        return chunk.vector(argument).getBoolean(index);
    }

    LocalDateTime time(int argument) {
        return chunk.vector(argument).getLocalDateTime(index);
    }

    LocalDate date(int argument) {
        return chunk.vector(argument).getLocalDate(index);
    }

    BigDecimal decimal(int argument) {
        return new BigDecimal(text(argument));
    }

    ZoneId zone(int argument) {
        return ZoneId.of(text(argument));
    }
}
