package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.ast.Persistence;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.error.Errors;
import java.util.regex.Pattern;

/**
 * Which temporary objects a procedure may make. In one with owner's rights these are only those that Snowpark makes for
 * itself, known by their names (docs.snowflake.com/en/developer-guide/stored-procedure/java/procedure-java-limitations).
 */
public final class TemporaryObjects {

    private static final Pattern OF_SNOWPARK =
            Pattern.compile("SNOWPARK_TEMP_(TABLE|VIEW|STAGE|FUNCTION|TABLE_FUNCTION|FILE_FORMAT|PROCEDURE)_[0-9A-Z]+");

    private TemporaryObjects() {}

    /**
     * Refuses what a procedure may not make; does nothing for objects that are not temporary.
     *
     * @param kind as in SQL
     */
    public static void requireAllowed(Persistence persistence, String kind, ObjectName name, SessionContext session) {
        if (!persistence.isTemporary()) {
            return;
        }
        boolean scoped = persistence == Persistence.SCOPED;
        boolean ofSnowpark = isOfSnowpark(name);
        if (scoped && (kind.equals("PROCEDURE") || session.inProcedure() && !ofSnowpark)) {
            throw Errors.unsupportedFeature("SCOPED_TEMPORARY");
        }
        if (!ofSnowpark && session.inOwnersRightsProcedure()) {
            throw Errors.unsupportedInProcedure("temporary " + kind);
        }
    }

    /** Whether Snowpark has made up the name. */
    public static boolean isOfSnowpark(ObjectName name) {
        return OF_SNOWPARK.matcher(name.name()).matches();
    }
}
