package dev.inverterflow.snowflake.local.ast;

/** An operator between its operands. {@code !=} and {@code <>} are one. */
public enum BinaryOperator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    MODULO("%"),
    CONCATENATE("||"),
    EQUAL("="),
    NOT_EQUAL("<>"),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    AND("AND"),
    OR("OR");

    private final String sql;

    BinaryOperator(String sql) {
        this.sql = sql;
    }

    /** The sign or word. */
    public String sql() {
        return sql;
    }

    /** Whether it compares two values and gives a boolean. */
    public boolean isComparison() {
        return compareTo(EQUAL) >= 0 && compareTo(GREATER_OR_EQUAL) <= 0;
    }

    /** Whether it computes with numbers, dates or intervals. */
    public boolean isArithmetic() {
        return compareTo(MODULO) <= 0;
    }
}
