package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.catalog.Movable;
import dev.inverterflow.snowflake.local.catalog.Owned;
import dev.inverterflow.snowflake.local.catalog.SchemaObject;
import dev.inverterflow.snowflake.local.procedure.Procedure.Parameter;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What procedures and functions have in common. */
interface Routine<T extends SchemaObject> extends SchemaObject, Owned<T>, Movable<T> {

    List<Parameter> parameters();

    SnowflakeType returns();

    /** The Java version it is declared for: 11 or 17. */
    int runtimeVersion();

    /** The PACKAGES clause as written. */
    List<String> packages();

    /** Its own LOG_LEVEL; null if its schema's counts. */
    @Nullable
    String logLevel();

    T withLogLevel(@Nullable String newLevel);

    default List<SnowflakeType> types() {
        return parameters().stream().map(Parameter::type).toList();
    }

    /** {@code ADD(A NUMBER):NUMBER(38,0)}, as entries of the event table name it. */
    default String signature() {
        return parameters().stream()
                .map(parameter -> parameter.name() + " " + Signatures.plain(parameter.type()))
                .collect(Collectors.joining(
                        ", ", name().name() + "(", "):" + returns().displayName()));
    }
}
