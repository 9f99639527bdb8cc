package dev.inverterflow.snowflake.local.ast;

import java.util.Locale;

/** The kinds of objects that statements name. */
public enum ObjectKind {
    ACCOUNT("ACCOUNT"),
    ALERT("ALERT"),
    APPLICATION_ROLE("APPLICATION ROLE"),
    DATABASE("DATABASE"),
    DATABASE_ROLE("DATABASE ROLE"),
    FILE_FORMAT("FILE FORMAT"),
    FUNCTION("FUNCTION"),
    INTEGRATION("INTEGRATION"),
    PIPE("PIPE"),
    PROCEDURE("PROCEDURE"),
    RESOURCE_MONITOR("RESOURCE MONITOR"),
    ROLE("ROLE"),
    SCHEMA("SCHEMA"),
    SEQUENCE("SEQUENCE"),
    STAGE("STAGE"),
    STREAM("STREAM"),
    TABLE("TABLE"),
    TASK("TASK"),
    USER("USER"),
    VIEW("VIEW"),
    WAREHOUSE("WAREHOUSE");

    private final String sql;

    ObjectKind(String sql) {
        this.sql = sql;
    }

    /** The words in SQL, separated by one blank. */
    public String sql() {
        return sql;
    }

    /** The words as Snowflake's messages write them: {@code File format}. */
    public String display() {
        return sql.charAt(0) + sql.substring(1).toLowerCase(Locale.ROOT);
    }

    /** Whether such objects live in a schema. */
    public boolean livesInSchema() {
        return switch (this) {
            case ALERT, FILE_FORMAT, FUNCTION, PIPE, PROCEDURE, SEQUENCE, STAGE, STREAM, TABLE, TASK, VIEW -> true;
            case ACCOUNT,
                    APPLICATION_ROLE,
                    DATABASE,
                    DATABASE_ROLE,
                    INTEGRATION,
                    RESOURCE_MONITOR,
                    ROLE,
                    SCHEMA,
                    USER,
                    WAREHOUSE -> false;
        };
    }
}
