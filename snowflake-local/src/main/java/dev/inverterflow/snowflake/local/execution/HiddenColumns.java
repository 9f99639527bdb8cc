package dev.inverterflow.snowflake.local.execution;

/** The columns every table has in the engine and no statement sees. */
public final class HiddenColumns {

    /**
     * The transaction that inserted the row, BIGINT. Filled by the column's default, which reads a variable that the
     * session sets at the start of each transaction: INSERT and MERGE need only name their own columns.
     */
    public static final String TRANSACTION = "$TXN";

    /** The engine's variable that holds the number of the transaction now open. */
    public static final String TRANSACTION_VARIABLE = "snowflake_local_txn";

    private HiddenColumns() {}

    /** The definition of the hidden columns in a CREATE TABLE of the engine. */
    public static String definition() {
        return "\"" + TRANSACTION + "\" BIGINT DEFAULT getvariable('" + TRANSACTION_VARIABLE + "')";
    }
}
