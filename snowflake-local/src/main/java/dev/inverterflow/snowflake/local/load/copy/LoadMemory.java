package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.load.store.StoredFile;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a table remembers of the files that COPY brought into it, for 64 days. Of a file that is older than that, in a table
 * that was first loaded longer ago than that, nobody knows whether it was loaded, so it is left out unless the statement
 * asks for it.
 *
 * @param loaded content keys by the key of their location
 * @param forced whether all of it is to be forgotten
 * @param uncertain whether files of which nothing is known are loaded
 * @param horizon how far the memory reaches
 * @param firstLoad when the table was first loaded; null if never
 * @see <a href="https://docs.snowflake.com/en/user-guide/data-load-considerations-load#loading-older-files">Loading older
 *     files</a>
 */
record LoadMemory(
        Map<String, String> loaded,
        boolean forced,
        boolean uncertain,
        Instant horizon,
        @Nullable Instant firstLoad) {
    static LoadMemory of(long table, CopyOptions options, SessionContext session) throws SQLException {
        var now = session.clock().instant();
        return new LoadMemory(
                LoadHistory.loadedIntoTable(session.connection(), table, now),
                options.force(),
                options.uncertain(),
                now.minus(LoadHistory.TABLE_MEMORY),
                LoadHistory.firstLoad(session.connection(), table));
    }

    boolean isToLoad(StoredFile file) {
        if (forced) {
            return true;
        }
        var known = loaded.get(file.location().key());
        return known == null ? uncertain || !isUncertain(file) : !known.equals(file.contentKey());
    }

    /** Whether the table has the file as it is. */
    boolean isLoaded(StoredFile file) {
        return !forced && file.contentKey().equals(loaded.get(file.location().key()));
    }

    private boolean isUncertain(StoredFile file) {
        return firstLoad != null
                && firstLoad.isBefore(horizon)
                && file.lastModified().isBefore(horizon);
    }
}
