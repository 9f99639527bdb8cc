package dev.inverterflow.procs.flatten;

import dev.inverterflow.procs.run.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * How a JSON value becomes a typed column, and which verdicts its value alone can get. {@code X_TYPE} and {@code X_TEXT}
 * are the value's JSON type and text; no expression here can fail on any input, so a bad value never stops a batch.
 */
enum FieldType {
    INVERTER_ID {
        @Override
        String typed(ReadingField field) {
            return field.text();
        }

        @Override
        List<String> verdicts(ReadingField field, ReadingRules rules) {
            return List.of(
                    when(field.type() + " <> 'VARCHAR'", "WRONG_TYPE"),
                    when("NOT REGEXP_LIKE(" + field.text() + ", 'INV-[0-9]+')", "BAD_FORMAT"));
        }
    },

    INSTANT {
        // Two formats, since Snowflake does not say whether .FF matches a text without a fraction.
        @Override
        String typed(ReadingField field) {
            String instant = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}";
            return """
                    CASE
                          WHEN REGEXP_LIKE(%1$s, '%2$sZ') THEN TRY_TO_TIMESTAMP_NTZ(%1$s, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                          WHEN REGEXP_LIKE(%1$s, '%2$s[.][0-9]{1,9}Z') THEN TRY_TO_TIMESTAMP_NTZ(%1$s, 'YYYY-MM-DD"T"HH24:MI:SS.FF"Z"')
                        END""".formatted(field.text(), instant);
        }

        @Override
        List<String> verdicts(ReadingField field, ReadingRules rules) {
            long secondsAhead =
                    (long) rules.rule(field.name(), "TIME_IN_FUTURE").upper();
            long yearsBehind = (long) rules.rule(field.name(), "TIME_TOO_OLD").lower();
            return List.of(
                    when(field.type() + " <> 'VARCHAR'", "WRONG_TYPE"),
                    when(field.column() + " IS NULL", "BAD_FORMAT"),
                    when(
                            field.column() + " > DATEADD(SECOND, " + secondsAhead + ", START_SCAN_TIME)",
                            "TIME_IN_FUTURE"),
                    when(field.column() + " < DATEADD(YEAR, " + yearsBehind + ", START_SCAN_TIME)", "TIME_TOO_OLD"));
        }
    },

    NUMBER {
        @Override
        String typed(ReadingField field) {
            return "TRY_TO_DOUBLE(" + field.text() + ")";
        }

        @Override
        List<String> verdicts(ReadingField field, ReadingRules rules) {
            List<String> verdicts = new ArrayList<>();
            verdicts.add(notANumber(field));
            for (ReadingRules.Rule rule : rules.of(field.name())) {
                verdicts.add(when("NOT COALESCE(" + valid(field, rule, rules) + ", FALSE)", rule.name()));
            }
            return verdicts;
        }
    },

    INTEGER {
        @Override
        String typed(ReadingField field) {
            return NUMBER.typed(field);
        }

        @Override
        List<String> verdicts(ReadingField field, ReadingRules rules) {
            List<String> verdicts = new ArrayList<>(NUMBER.verdicts(field, rules));
            verdicts.add(1, when(field.column() + " <> FLOOR(" + field.column() + ")", "WRONG_TYPE"));
            return verdicts;
        }
    };

    /** The column's value, or NULL where the text does not fit. */
    abstract String typed(ReadingField field);

    /** WHEN branches in the order of the verdicts; a present value that passes all of them is valid. */
    abstract List<String> verdicts(ReadingField field, ReadingRules rules);

    private static String notANumber(ReadingField field) {
        // TYPEOF may say DECIMAL for a whole number, see its usage notes.
        return when(field.type() + " NOT IN ('INTEGER', 'DECIMAL', 'DOUBLE')", "WRONG_TYPE");
    }

    // Bounds that are absent become the greatest finite value: NaN sorts above every number in Snowflake.
    private static String valid(ReadingField field, ReadingRules.Rule rule, ReadingRules rules) {
        if (!rule.codes().isEmpty()) {
            return field.column() + " IN (" + rule.codes() + ")";
        }
        return field.column() + " BETWEEN " + bound(rule.lower(), rule, rules) + " AND "
                + bound(rule.upper(), rule, rules);
    }

    private static String bound(double value, ReadingRules.Rule rule, ReadingRules rules) {
        boolean open = Math.abs(value) == Double.MAX_VALUE;
        return open ? Sql.number(value) : rule.scale().times(Sql.number(value), rules);
    }

    private static String when(String condition, String verdict) {
        return "WHEN " + condition + " THEN '" + verdict + "'";
    }
}
