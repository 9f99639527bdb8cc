package dev.inverterflow.snowflake.local.command;

import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.TypeName;
import dev.inverterflow.snowflake.local.catalog.Access;
import dev.inverterflow.snowflake.local.catalog.AccountObject;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.ShowFilter;
import dev.inverterflow.snowflake.local.execution.WireText;
import dev.inverterflow.snowflake.local.type.Collation;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import dev.inverterflow.snowflake.local.type.TypeNames;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the listings of SHOW and DESCRIBE have in common. */
public final class Shown {

    private static final int MILLIS = 3;
    private static final SnowflakeType TIME = SnowflakeType.timestamp(TypeKind.TIMESTAMP_LTZ, MILLIS);

    private Shown() {}

    /** A column of type TIMESTAMP_LTZ(3), for {@code created_on} and its like. */
    public static ResultColumn time(String name) {
        return ResultColumn.of(name, TIME);
    }

    /** A value for {@link #time}. */
    public static String time(Instant instant) {
        return WireText.timestampLtz(instant, MILLIS);
    }

    /** {@code Y} or {@code N}. */
    public static String yesNo(boolean value) {
        return value ? "Y" : "N";
    }

    /** The account's objects of a kind that the session's roles see, by name. */
    public static <T extends AccountObject> List<T> visible(AccountType<T> type, SessionContext session) {
        Access access = session.access();
        return session.catalog().account(type).all().stream()
                .filter(object -> access.sees(type, object))
                .toList();
    }

    /** Those whose name fits LIKE, STARTS WITH and LIMIT of a SHOW, in their order. */
    public static <T> List<T> filter(Show show, List<T> all, Function<T, String> name) {
        return ShowFilter.filter(show, all, name);
    }

    /**
     * The type of a column with a COLLATE clause, or without one.
     *
     * @throws SnowflakeException 002040 if there is no such type, 000002 if the stand-in has no such collation
     */
    public static SnowflakeType type(TypeName name, @Nullable String collation) {
        SnowflakeType type = type(name);
        if (collation == null || collation.isEmpty()) {
            return type;
        }
        if (!type.is(TypeKind.TEXT)) {
            throw Errors.notSupported("COLLATE of a column of type " + type);
        }
        Collation given = new Collation(collation, Collation.Level.COLUMN);
        given.rules();
        return type.withCollation(given);
    }

    /**
     * The type a name in DDL means.
     *
     * @throws SnowflakeException 002040 if there is no such type, 000002 if the stand-in does not have it
     */
    public static SnowflakeType type(TypeName name) {
        return TypeNames.find(name.name(), name.parameters())
                .orElseThrow(() -> TypeNames.unknown(name.name(), name.toString()));
    }
}
