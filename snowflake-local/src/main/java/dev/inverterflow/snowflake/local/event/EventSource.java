package dev.inverterflow.snowflake.local.event;

import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A procedure or function that logs.
 *
 * @param type what it is
 * @param name its name
 * @param signature its name with its arguments and its result, as in {@code ADD(A NUMBER):NUMBER(38,0)}
 * @param owner the role that owns it
 * @param runtimeVersion the Java version it is declared for
 * @param level its own LOG_LEVEL; null if its schema's counts
 */
public record EventSource(
        Type type,
        ObjectName name,
        String signature,
        String owner,
        int runtimeVersion,
        @Nullable String level) {

    /** The values of snow.executable.type that occur here. */
    public enum Type {
        PROCEDURE,
        FUNCTION
    }

    /** The keys of RESOURCE_ATTRIBUTES that mean something here, ids aside. */
    Map<String, Object> attributes(SessionContext session) {
        var attributes = new TreeMap<String, Object>();
        attributes.put("db.user", session.user());
        attributes.put("snow.database.name", name.database());
        attributes.put("snow.executable.name", signature);
        attributes.put("snow.executable.runtime.version", String.valueOf(runtimeVersion));
        attributes.put("snow.executable.type", type.name());
        attributes.put("snow.owner.name", owner);
        attributes.put("snow.query.id", session.queryId());
        attributes.put("snow.schema.name", name.schema());
        attributes.put("snow.session.id", session.id());
        attributes.put("snow.session.role.primary.name", session.role());
        session.warehouse().ifPresent(warehouse -> attributes.put("snow.warehouse.name", warehouse));
        attributes.put("telemetry.sdk.language", "java");
        return attributes;
    }
}
