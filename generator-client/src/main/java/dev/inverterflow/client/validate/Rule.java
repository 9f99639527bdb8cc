package dev.inverterflow.client.validate;

/** Why a record is refused; the names are shared with the procedures and their reject table. */
public enum Rule {
    /** The record is no JSON object. */
    NOT_AN_OBJECT,
    /** A required field is absent or JSON null. */
    MISSING,
    /** The JSON type is not the field's; numeric strings are not numbers. */
    WRONG_TYPE,
    /** An identifier or an instant that is not written as one. */
    BAD_FORMAT,
    OUT_OF_RANGE,
    /** A status code that no inverter sends. */
    UNKNOWN_CODE,
    TIME_IN_FUTURE,
    TIME_TOO_OLD,
    /** {@code total_energy} is below that of the same inverter's reading before. */
    FALLING_ENERGY
}
