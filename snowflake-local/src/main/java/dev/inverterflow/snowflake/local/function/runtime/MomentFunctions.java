package dev.inverterflow.snowflake.local.function.runtime;

import static org.duckdb.DuckDBColumnType.BIGINT;
import static org.duckdb.DuckDBColumnType.BOOLEAN;
import static org.duckdb.DuckDBColumnType.TIMESTAMP;
import static org.duckdb.DuckDBColumnType.VARCHAR;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

/** Dates and times. Local and zoned timestamps come as UTC. */
final class MomentFunctions extends FunctionGroup {
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    MomentFunctions() {
        add(
                "sf_moment",
                TIMESTAMP,
                row -> time(MomentReader.by(row.text(0), row.text(1), kind(row, 2), row.zone(3)), kind(row, 2)),
                VARCHAR,
                VARCHAR,
                VARCHAR,
                VARCHAR);
        add(
                "sf_moment_offset",
                BIGINT,
                row -> offset(MomentReader.by(row.text(0), row.text(1), kind(row, 2), row.zone(3))),
                VARCHAR,
                VARCHAR,
                VARCHAR,
                VARCHAR);
        add("sf_is_zone", BOOLEAN, row -> isZone(row.text(0)), VARCHAR);
        add(
                "sf_epoch_moment",
                TIMESTAMP,
                row -> Moment.ofEpoch(row.decimal(0), (int) row.whole(1)).wallClock(),
                VARCHAR,
                BIGINT);
        add(
                "sf_moment_text",
                VARCHAR,
                row -> MomentWriter.write(
                        new Moment(row.time(0), ZoneOffset.ofTotalSeconds((int) row.whole(1) * 60)), row.text(2)),
                TIMESTAMP,
                BIGINT,
                VARCHAR);
    }

    /** IANA names only; offsets are no time zones to Snowflake. */
    private static boolean isZone(String name) {
        return ZONES.contains(name);
    }
}
