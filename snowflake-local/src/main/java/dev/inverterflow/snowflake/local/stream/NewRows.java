package dev.inverterflow.snowflake.local.stream;

import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.sql.SQLException;

/**
 * The rows that came to a table since somebody looked last, for parts of the server itself: an append-only stream that no
 * listing shows and that has the columns of its table only. It is read under its name and consumed like any other.
 */
public final class NewRows {

    private NewRows() {}

    /** Begins to watch a table, from now on. */
    public static void watch(ObjectName name, ObjectName table, SessionContext session) throws SQLException {
        var base = SchemaObjects.require(ObjectType.TABLE, table, session);
        var now = session.clock().instant();
        var stream = new TableStream(
                name,
                session.catalog().newId(),
                table,
                base.id(),
                TableStream.Mode.APPEND_ONLY,
                TableStream.InitialRows.HIDDEN,
                session.role(),
                now,
                "");
        StreamTables.prepare(stream, base, session);
        session.catalog().objects(TableStream.HIDDEN).put(stream);
        StreamTables.add(stream, base, session);
    }

    /** Ends it. */
    public static void forget(ObjectName name, SessionContext session) {
        session.catalog()
                .objects(TableStream.HIDDEN)
                .find(name)
                .flatMap(stream -> session.catalog().objects(TableStream.HIDDEN).remove(stream))
                .ifPresent(stream -> {
                    try {
                        StreamTables.remove(stream, session.catalog(), session.connection());
                    } catch (SQLException failure) {
                        throw Errors.internal("the new rows of " + stream.table() + " could not be forgotten", failure);
                    }
                });
    }

    /** Whether there are any. */
    public static boolean any(ObjectName name, SessionContext session) {
        return session.catalog()
                .objects(TableStream.HIDDEN)
                .find(name)
                .map(stream -> StreamFunctions.hasData(stream, session))
                .orElse(false);
    }
}
