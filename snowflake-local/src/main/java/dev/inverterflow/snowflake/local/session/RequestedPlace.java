package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import org.jspecify.annotations.Nullable;

/**
 * Where a login wants to begin. It begins without what is not there, unless the client asks to be refused then, as the
 * driver does with {@code validateDefaultParameters} and Snowpark always.
 */
record RequestedPlace(
        boolean checked,
        @Nullable String database,
        @Nullable String schema,
        @Nullable String warehouse) {
    private static final int NOT_THERE = 390201;

    static RequestedPlace of(LoginRequest request) {
        return new RequestedPlace(
                Boolean.parseBoolean(request.parameters().get("CLIENT_VALIDATE_DEFAULT_PARAMETERS")),
                request.database(),
                request.schema(),
                request.warehouse());
    }

    /** @throws SnowflakeException 390201 if the session did not begin there and that is to be checked */
    void requireIn(QueryAnswer.SessionState begun) {
        if (checked) {
            require("database", database, begun.database());
            require("schema", schema, begun.schema());
            require("warehouse", warehouse, begun.warehouse());
        }
    }

    private static void require(String kind, @Nullable String wanted, @Nullable String begun) {
        if (wanted != null && !wanted.isEmpty() && !Sessions.stored(wanted).equals(begun)) {
            throw new SnowflakeException(
                    NOT_THERE, "08001", "The requested " + kind + " does not exist or not authorized.");
        }
    }
}
