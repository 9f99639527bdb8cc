package dev.inverterflow.procs.flatten;

import java.util.List;
import java.util.Locale;

/**
 * One field of a reading, in the order of the contract: the one description from which all SQL about it is made.
 *
 * @param name its name in JSON
 * @param column its column in INVERTER_READINGS
 * @param fieldType how it is typed and judged
 * @param presence whether a record may lack it
 */
record ReadingField(String name, String column, FieldType fieldType, Presence presence) {

    enum Presence {
        REQUIRED,
        OPTIONAL
    }

    /** All fields, in the order of the contract: the first field that breaks a rule gives "the" rule. */
    static final List<ReadingField> ALL = List.of(
            new ReadingField("inverter_id", "INVERTER_ID", FieldType.INVERTER_ID, Presence.REQUIRED),
            new ReadingField("timestamp", "READING_TIME", FieldType.INSTANT, Presence.REQUIRED),
            required("pac", FieldType.NUMBER),
            optional("uac"),
            optional("iac"),
            optional("fac"),
            optional("udc"),
            optional("idc"),
            optional("pdc"),
            required("day_energy", FieldType.NUMBER),
            required("total_energy", FieldType.NUMBER),
            required("temperature", FieldType.NUMBER),
            required("status_code", FieldType.INTEGER),
            required("error_code", FieldType.INTEGER));

    private static ReadingField required(String name, FieldType type) {
        return new ReadingField(name, name.toUpperCase(Locale.ROOT), type, Presence.REQUIRED);
    }

    private static ReadingField optional(String name) {
        return new ReadingField(name, name.toUpperCase(Locale.ROOT), FieldType.NUMBER, Presence.OPTIONAL);
    }

    /** Column with the JSON type of the value. */
    String type() {
        return column + "_TYPE";
    }

    /** Column with the value as text. */
    String text() {
        return column + "_TEXT";
    }

    /** The value as rejects show it. Cut, because a value may be longer than a VARCHAR column, and RECORD has it whole. */
    String shown(String alias) {
        return "LEFT(" + alias + text() + ", 1000)";
    }

    /** Column with the rule that the value breaks, or NULL. */
    String rule() {
        return column + "_RULE";
    }

    /** What RECORDS selects of the field of {@code record}, a VARIANT. */
    String extracted(String record) {
        return "TYPEOF(%4$s:%1$s) AS %2$s, %4$s:%1$s::VARCHAR AS %3$s".formatted(name, type(), text(), record);
    }

    /** What TYPED selects of the field. */
    String typed() {
        return fieldType.typed(this) + " AS " + column;
    }

    /** What JUDGED selects of the field: the rule that its value breaks. */
    String judged(ReadingRules rules) {
        String missing = presence == Presence.REQUIRED ? "'MISSING'" : "NULL";
        return """
                CASE
                      WHEN RECORD_TYPE <> 'OBJECT' THEN NULL
                      WHEN COALESCE(%s, 'NULL_VALUE') = 'NULL_VALUE' THEN %s
                      %s
                    END AS %s""".formatted(type(), missing, String.join("\n      ", fieldType.verdicts(this, rules)), rule());
    }

    /** Whether a stored reading {@code t} and a record {@code v} agree on the field. */
    String equal() {
        return "EQUAL_NULL(t.%1$s, v.%1$s)".formatted(column);
    }
}
