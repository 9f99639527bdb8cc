package dev.inverterflow.snowflake.local.execution;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The parameters of a session. Names are upper case; values are checked when set. */
public interface SessionParameters {

    /**
     * The value in force, in the form SHOW PARAMETERS prints.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException if there is no such parameter
     */
    String get(String name);

    /**
     * Sets a parameter for the session.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException if there is no such parameter or the value does
     *     not fit it
     */
    void set(String name, String value);

    /**
     * Checks a parameter that another session is to have.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException as {@link #set} would
     */
    void check(String name, String value);

    /** Back to the default. */
    void unset(String name);

    /** Those set in this session, by name. */
    Map<String, String> changed();

    /** All values in force, by name. */
    Map<String, String> all();

    /** All parameters as SHOW PARAMETERS lists them, by name. */
    List<Description> describe();

    /**
     * A parameter as SHOW PARAMETERS lists it.
     *
     * @param setInSession whether the value was set in this session
     * @param type BOOLEAN, NUMBER or STRING
     */
    record Description(
            String name, String value, String defaultValue, boolean setInSession, String description, String type) {}

    /** The value of a parameter that is true or false. */
    boolean flag(String name);

    /** The session's time zone. */
    ZoneId timeZone();

    /** Whether statements outside a transaction commit by themselves. */
    boolean autocommit();
}
