package dev.inverterflow.snowflake.local.ast;

/**
 * A place in a statement's text, counted as Snowflake's messages count.
 *
 * @param line 1-based
 * @param column 0-based
 */
public record Position(int line, int column) {
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
