package dev.inverterflow.snowflake.local.ast;

/** An operator before its operand. */
public enum UnaryOperator {
    PLUS("+"),
    MINUS("-"),
    NOT("NOT");

    private final String sql;

    UnaryOperator(String sql) {
        this.sql = sql;
    }

    /** The sign or word. */
    public String sql() {
        return sql;
    }
}
