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

    /** Column with the value as VARIANT; NULL if the record has no such field. */
    String value() {
        return column + "_VALUE";
    }

    /** The value as rejects show it. Cut, because a value may be longer than a VARCHAR column, and RECORD has it whole. */
    String shown(String alias) {
        return "LEFT(" + text(alias) + ", 1000)";
    }

    /** The value as text, whatever its type. */
    String text(String alias) {
        return alias + value() + "::VARCHAR";
    }

    /** Column with the rule that the value breaks, or NULL. */
    String rule() {
        return column + "_RULE";
    }

    /** What RECORDS selects of the field of {@code record}, a VARIANT. */
    String extracted(String record) {
        return record + ":" + name + " AS " + value();
    }

    /** What TYPED selects of the field. */
    String typed() {
        return fieldType.typed(this) + " AS " + column;
    }

    /** Whether the value of a record that is an object breaks no rule; where this is not true, {@link #judged} names one. */
    String valid(ReadingRules rules) {
        String valid = fieldType.valid(this, rules);
        return presence == Presence.REQUIRED ? valid : "(" + valid + " OR " + isMissing() + ")";
    }

    /** What JUDGED selects of the field: the rule that its value breaks. Most values break none, so that is asked first. */
    String judged(ReadingRules rules) {
        String missing = presence == Presence.REQUIRED ? "'MISSING'" : "NULL";
        return """
                CASE
                      WHEN %s THEN NULL
                      WHEN RECORD_TYPE <> 'OBJECT' THEN NULL
                      WHEN %s THEN %s
                      %s
                    END AS %s""".formatted(
                        fieldType.valid(this, rules),
                        isMissing(),
                        missing,
                        String.join("\n      ", fieldType.verdicts(this, rules)),
                        rule());
    }

    private String isMissing() {
        return "COALESCE(IS_NULL_VALUE(" + value() + "), TRUE)";
    }

    /** Whether a stored reading {@code t} and a record {@code v} agree on the field. */
    String equal() {
        return "EQUAL_NULL(t.%1$s, v.%1$s)".formatted(column);
    }
}
