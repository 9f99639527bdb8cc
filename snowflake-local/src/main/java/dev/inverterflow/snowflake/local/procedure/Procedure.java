package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.CreateRoutine.NullInput;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.execution.CallFrame.Rights;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored procedure with a Java handler in staged jars.
 *
 * @param parameters in order; those with a default come last
 * @param returns the declared type of the result
 * @param notNull whether RETURNS says NOT NULL
 * @param nullInput whether the handler is called with NULL arguments
 * @param runtimeVersion the Java version that Snowflake would run it on: 11 or 17
 * @param packages the PACKAGES clause as written
 * @param imports the staged files of the IMPORTS clause
 * @param source the handler's source if it stood in the statement; null if it is in the imports
 * @param handler {@code package.Class.method}
 * @param rights whose rights it runs with
 * @param logLevel its own LOG_LEVEL; null if its schema's counts
 */
public record Procedure(
        ObjectName name,
        List<Parameter> parameters,
        SnowflakeType returns,
        boolean notNull,
        NullInput nullInput,
        int runtimeVersion,
        List<String> packages,
        List<Import> imports,
        @Nullable String source,
        String handler,
        Rights rights,
        boolean secure,
        @Nullable String logLevel,
        String owner,
        Instant createdOn,
        String comment)
        implements Routine<Procedure> {

    public static final ObjectType<Procedure> KIND = new ObjectType<>("PROCEDURE", Procedure.class);

    public Procedure {
        parameters = List.copyOf(parameters);
        packages = List.copyOf(packages);
        imports = List.copyOf(imports);
    }

    /**
     * A parameter.
     *
     * @param name as stored
     * @param type its declared type
     * @param defaultValue absent if the argument must be given
     */
    public record Parameter(
            String name, SnowflakeType type, @Nullable Expression defaultValue) {}

    /**
     * A file of the IMPORTS clause.
     *
     * @param text as written, with the at sign
     * @param stage the stage's full name, resolved when the procedure was created
     * @param path the file's path on the stage
     */
    public record Import(String text, ObjectName stage, String path) {

        /** The file's own name, by which imports must differ. */
        public String fileName() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** {@code ADD(NUMBER, NUMBER)}: what tells overloads apart. */
    @Override
    public String key() {
        return Signatures.key(name.name(), types());
    }

    @Override
    public Procedure withOwner(String newOwner) {
        return with(name, rights, logLevel, newOwner, comment);
    }

    @Override
    public Procedure withComment(String newComment) {
        return with(name, rights, logLevel, owner, newComment);
    }

    @Override
    public Procedure withName(ObjectName newName) {
        return with(newName, rights, logLevel, owner, comment);
    }

    @Override
    public Procedure withLogLevel(@Nullable String newLevel) {
        return with(name, rights, newLevel, owner, comment);
    }

    Procedure withRights(Rights newRights) {
        return with(name, newRights, logLevel, owner, comment);
    }

    /** How many arguments must be given. */
    int required() {
        return (int) parameters.stream()
                .filter(parameter -> parameter.defaultValue() == null)
                .count();
    }

    private Procedure with(
            ObjectName newName, Rights newRights, @Nullable String newLevel, String newOwner, String newComment) {
        return new Procedure(
                newName,
                parameters,
                returns,
                notNull,
                nullInput,
                runtimeVersion,
                packages,
                imports,
                source,
                handler,
                newRights,
                secure,
                newLevel,
                newOwner,
                createdOn,
                newComment);
    }
}
