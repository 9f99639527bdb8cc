package dev.inverterflow.deploy.connection;

import java.sql.SQLException;

/** Snowflake refused a statement, or the connection broke during it. The message is Snowflake's, with code and SQLSTATE. */
public final class StatementFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** Object (or database, schema …) does not exist or the role may not see it. */
    private static final int OBJECT_MISSING = 2003;
    /** The same for the container a USE, SHOW or DROP names. */
    private static final int CONTAINER_MISSING = 2043;

    private static final int UNKNOWN_FUNCTION = 2140;
    private static final String NOT_SUPPORTED = "0A000";
    /** The role may see the object, but not do this with it. */
    private static final int INSUFFICIENT_PRIVILEGES = 3001;

    private final String statement;
    private final int code;
    private final String snowflakeMessage;
    private final String state;

    public StatementFailure(String statement, SQLException cause) {
        super(describe(cause), cause);
        this.statement = statement;
        this.code = cause.getErrorCode();
        this.state = cause.getSQLState() == null ? "" : cause.getSQLState();
        this.snowflakeMessage = String.valueOf(cause.getMessage());
    }

    public String statement() {
        return statement;
    }

    /** Snowflake's own words, without code and SQLSTATE. */
    public String snowflakeMessage() {
        return snowflakeMessage;
    }

    /** Whether the object is not there, or not there for this role: Snowflake does not tell them apart. */
    public boolean meansMissingObject() {
        return code == OBJECT_MISSING || code == CONTAINER_MISSING;
    }

    /** Whether the function is not there, or not to be had here (SQLSTATE 0A000). */
    public boolean meansUnknownFunction() {
        return code == UNKNOWN_FUNCTION || state.equals(NOT_SUPPORTED);
    }

    public boolean meansMissingPrivilege() {
        return code == INSUFFICIENT_PRIVILEGES;
    }

    /** Whether nobody can tell if the statement ran: the network or the session is gone (SQLSTATE 08… and 58…). */
    public boolean meansLostConnection() {
        return state.startsWith("08") || state.startsWith("58");
    }

    private static String describe(SQLException cause) {
        String state = cause.getSQLState() == null ? "none" : cause.getSQLState();
        return cause.getMessage() + " (code " + "%06d".formatted(cause.getErrorCode()) + ", SQLSTATE " + state + ")";
    }
}
