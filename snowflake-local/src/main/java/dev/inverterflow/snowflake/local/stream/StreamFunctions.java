package dev.inverterflow.snowflake.local.stream;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Names;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.SystemFunctionProvider;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * SYSTEM$STREAM_HAS_DATA and SYSTEM$STREAM_GET_TABLE_TIMESTAMP.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions/system_stream_has_data">SYSTEM$STREAM_HAS_DATA</a>
 */
final class StreamFunctions implements SystemFunctionProvider {
    private static final String HAS_DATA = "SYSTEM$STREAM_HAS_DATA";
    private static final String TABLE_TIMESTAMP = "SYSTEM$STREAM_GET_TABLE_TIMESTAMP";
    private static final Duration TOUCHED_EVERY = Duration.ofHours(1);

    @Override
    public Set<String> names() {
        return Set.of(HAS_DATA, TABLE_TIMESTAMP);
    }

    @Override
    public Optional<SnowflakeType> resultType(String name, int arguments) {
        if (arguments != 1) {
            return Optional.empty();
        }
        return switch (name) {
            case HAS_DATA -> Optional.of(SnowflakeType.BOOLEAN);
            case TABLE_TIMESTAMP -> Optional.of(SnowflakeType.VARCHAR);
            default -> Optional.empty();
        };
    }

    @Override
    public Constant call(String name, List<Constant> arguments, SessionContext session) {
        var text = arguments.get(0).text();
        if (text == null) {
            throw Errors.invalidValue("NULL", name);
        }
        var stream =
                SchemaObjects.requireUsable(TableStream.KIND, session.resolve(Names.parse(text)), session, "SELECT");
        return name.equals(HAS_DATA)
                ? Constant.bool(hasData(stream, session))
                : Constant.text(tableTimestamp(stream, session));
    }

    static boolean hasData(TableStream stream, SessionContext session) {
        var table = StreamRelations.baseTable(stream, session.catalog());
        var sql = "SELECT EXISTS (SELECT 1 FROM " + StreamContent.rows(stream, table) + ")";
        try {
            Staleness.check(stream, session);
            boolean any = first(sql, session);
            if (!any) {
                keepFromGettingStale(stream, session);
            }
            return any;
        } catch (SQLException failure) {
            throw Errors.internal("reading stream " + stream.name() + " failed", failure);
        }
    }

    /** To look at an empty stream counts as to read it; once in a while is enough. */
    private static void keepFromGettingStale(TableStream stream, SessionContext session) throws SQLException {
        var now = session.clock().instant();
        var offset = ChangeLog.offset(session.connection(), stream.id());
        if (offset.isPresent() && offset.get().movedAt().isBefore(now.minus(TOUCHED_EVERY))) {
            try (var own = session.auxiliaryConnection()) {
                ChangeLog.touchOffset(own, stream.id(), now);
            }
        }
    }

    /** In nanoseconds since 1970. */
    private static String tableTimestamp(TableStream stream, SessionContext session) {
        try {
            var movedAt = ChangeLog.offset(session.connection(), stream.id())
                    .map(ChangeLog.Offset::movedAt)
                    .orElse(stream.createdOn());
            return String.valueOf(TimeUnit.SECONDS.toNanos(movedAt.getEpochSecond()) + movedAt.getNano());
        } catch (SQLException failure) {
            throw Errors.internal("reading the offset of stream " + stream.name() + " failed", failure);
        }
    }

    private static boolean first(String sql, SessionContext session) throws SQLException {
        try (var statement = session.connection().createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
