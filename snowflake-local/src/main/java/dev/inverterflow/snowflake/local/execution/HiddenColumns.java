package dev.inverterflow.snowflake.local.execution;

/** The columns that tables have in the engine and no statement sees. */
public final class HiddenColumns {

    /**
     * The transaction that inserted the row, BIGINT. Filled by the column's default, which reads a variable that the
     * session sets at the start of each transaction: INSERT and MERGE need only name their own columns.
     */
    public static final String TRANSACTION = "$TXN";

    /** The engine's variable that holds the number of the transaction now open. */
    public static final String TRANSACTION_VARIABLE = "snowflake_local_txn";

    /**
     * What tells a row from all others for as long as it lives, BIGINT. Only tables that were followed by a stream have it; an
     * UPDATE leaves it as it is.
     */
    public static final String ROW = "$ROW";

    private HiddenColumns() {}

    /** The definition of the hidden columns in a CREATE TABLE of the engine. */
    public static String definition() {
        return "\"" + TRANSACTION + "\" BIGINT DEFAULT getvariable('" + TRANSACTION_VARIABLE + "')";
    }
}
