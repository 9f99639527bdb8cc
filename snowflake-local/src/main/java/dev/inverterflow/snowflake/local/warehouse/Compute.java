package dev.inverterflow.snowflake.local.warehouse;

import dev.inverterflow.snowflake.local.ast.Statement;

/**
 * What a statement computes with: the one judgement by which statements are refused without a warehouse and metered with one.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/warehouses-overview">Overview of warehouses</a>
 */
public enum Compute {
    /** The cloud services: definitions, SHOW, files, constants. */
    NONE,
    /** A warehouse if there is one; whether Snowflake would do without is known of some of them and settled of none. */
    IF_ANY,
    /** A warehouse: what reads or changes rows, and what runs Java. */
    WAREHOUSE;

    /** What the statement computes with. */
    public static Compute of(Statement statement, KnownNames names) {
        return statement.accept(new StatementCompute(names));
    }

    Compute with(Compute other) {
        return compareTo(other) < 0 ? other : this;
    }
}
