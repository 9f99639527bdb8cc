package dev.inverterflow.snowflake.local.function.runtime;

import dev.inverterflow.snowflake.local.function.runtime.EngineFunction.Failure;
import dev.inverterflow.snowflake.local.function.runtime.JsonBuilder.Nulls;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Registers the functions in Java that emitted SQL calls. All are pure. Each {@code sf_x} has a twin {@code sf_try_x}
 * that gives NULL where the first gives an error.
 */
public final class EngineFunctions {
    private EngineFunctions() {}

    /**
     * Registers everything; call it once per DuckDB instance, for all its connections.
     *
     * @throws SQLException if DuckDB refuses one
     */
    public static void register(Connection connection) throws SQLException {
        for (var group : groups()) {
            for (var function : group.functions()) {
                function.register(connection, Failure.ERROR);
                function.register(connection, Failure.NULL);
            }
        }
        EngineFunction.registerVariadic(
                connection, "sf_object", arguments -> JsonBuilder.object(arguments, Nulls.LEFT_OUT));
        EngineFunction.registerVariadic(
                connection, "sf_object_keep_null", arguments -> JsonBuilder.object(arguments, Nulls.KEPT));
        EngineFunction.registerVariadic(connection, "sf_array", JsonBuilder::array);
        EngineFunction.registerVariadic(connection, "sf_hash", Hash::of);
    }

    private static List<FunctionGroup> groups() {
        return List.of(
                new NumberFunctions(),
                new BitFunctions(),
                new JsonFunctions(),
                new ArrayFunctions(),
                new XmlFunctions(),
                new VariantFunctions(),
                new MomentFunctions(),
                new TextFunctions());
    }
}
