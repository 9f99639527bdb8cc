package dev.inverterflow.snowflake.local.load.json;

/**
 * How a JSON file is cut into rows.
 *
 * @param outerArray whether each element of a top-level array is a row of its own, or the array is one row
 * @param nullFields whether object fields and array elements that are JSON null stay
 * @param duplicates whether an object may name a field twice; the last one wins
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/copy-into-table#type-json">TYPE = JSON</a>
 */
public record JsonFormat(OuterArray outerArray, NullFields nullFields, Duplicates duplicates) {
    /** What is done with a top-level array (STRIP_OUTER_ARRAY). */
    public enum OuterArray {
        KEPT,
        STRIPPED
    }

    /** What is done with JSON nulls (STRIP_NULL_VALUES). */
    public enum NullFields {
        KEPT,
        STRIPPED
    }

    /** What is done with a field named twice (ALLOW_DUPLICATE). */
    public enum Duplicates {
        REFUSED,
        LAST_WINS
    }

    /** The format without any option given. */
    static final JsonFormat DEFAULT = new JsonFormat(OuterArray.KEPT, NullFields.KEPT, Duplicates.REFUSED);
}
