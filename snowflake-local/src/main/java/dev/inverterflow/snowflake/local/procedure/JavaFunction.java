package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.analysis.UserTableFunction.Output;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.NullInput;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.Volatility;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.procedure.Procedure.Import;
import dev.inverterflow.snowflake.local.procedure.Procedure.Parameter;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user-defined function with a Java handler.
 *
 * @param id tells it from every other one there ever was
 * @param parameters in order
 * @param returns the declared type of the result; of a table function VARIANT, and without meaning
 * @param columns the declared columns of a table function; empty for any other
 * @param nullInput whether the handler is called with NULL arguments
 * @param volatility whether equal arguments may be taken to give equal results; told, and of no effect
 * @param handler {@code package.Class.method}
 * @param imports the staged files of the IMPORTS clause
 * @param source the handler's source if it stood in the statement; null if it is in the imports
 * @param runtimeVersion the Java version that Snowflake would run it on: 11 or 17
 * @param packages the PACKAGES clause as written
 * @param logLevel its own LOG_LEVEL; null if its schema's counts
 */
public record JavaFunction(
        ObjectName name,
        long id,
        List<Parameter> parameters,
        SnowflakeType returns,
        List<Output> columns,
        NullInput nullInput,
        Volatility volatility,
        String handler,
        List<Import> imports,
        @Nullable String source,
        int runtimeVersion,
        List<String> packages,
        boolean secure,
        @Nullable String logLevel,
        String owner,
        Instant createdOn,
        String comment)
        implements Routine<JavaFunction> {

    public static final ObjectType<JavaFunction> KIND = new ObjectType<>("FUNCTION", JavaFunction.class);

    public JavaFunction {
        parameters = List.copyOf(parameters);
        columns = List.copyOf(columns);
        imports = List.copyOf(imports);
        packages = List.copyOf(packages);
    }

    /** {@code ADD(NUMBER, NUMBER)}: what tells overloads apart. */
    @Override
    public String key() {
        return Signatures.key(name.name(), types());
    }

    @Override
    public JavaFunction withOwner(String newOwner) {
        return with(name, secure, logLevel, newOwner, comment);
    }

    @Override
    public JavaFunction withComment(String newComment) {
        return with(name, secure, logLevel, owner, newComment);
    }

    @Override
    public JavaFunction withName(ObjectName newName) {
        return with(newName, secure, logLevel, owner, comment);
    }

    @Override
    public JavaFunction withLogLevel(@Nullable String newLevel) {
        return with(name, secure, newLevel, owner, comment);
    }

    JavaFunction withSecure(boolean newSecure) {
        return with(name, newSecure, logLevel, owner, comment);
    }

    boolean isTable() {
        return !columns.isEmpty();
    }

    private JavaFunction with(
            ObjectName newName, boolean newSecure, @Nullable String newLevel, String newOwner, String newComment) {
        return new JavaFunction(
                newName,
                id,
                parameters,
                returns,
                columns,
                nullInput,
                volatility,
                handler,
                imports,
                source,
                runtimeVersion,
                packages,
                newSecure,
                newLevel,
                newOwner,
                createdOn,
                newComment);
    }
}
