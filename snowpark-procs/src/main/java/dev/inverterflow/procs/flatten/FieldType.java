package dev.inverterflow.procs.flatten;

import dev.inverterflow.procs.run.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
            String instant = "[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]";
            return """
                    CASE
                          WHEN REGEXP_LIKE(%1$s, '%2$sZ') THEN TRY_TO_TIMESTAMP_NTZ(%1$s, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                          WHEN REGEXP_LIKE(%1$s, '%2$s[.][0-9]{1,9}Z') THEN TRY_TO_TIMESTAMP_NTZ(%1$s, 'YYYY-MM-DD"T"HH24:MI:SS.FF"Z"')
                        END""".formatted(field.text(), instant);
        }

        @Override
        List<String> verdicts(ReadingField field, ReadingRules rules) {
            long secondsAhead = (long) rules.upper(field.name(), "TIME_IN_FUTURE");
            long yearsBehind = (long) rules.lower(field.name(), "TIME_TOO_OLD");
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
            verdicts.add(notFinite(field));
            for (ReadingRules.Rule rule : rules.of(field.name())) {
                invalid(field, rule, rules).ifPresent(condition -> verdicts.add(when(condition, rule.name())));
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
            verdicts.add(2, when(field.column() + " <> FLOOR(" + field.column() + ")", "WRONG_TYPE"));
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

    // NaN sorts above every number in Snowflake, and a text of too great a number gives NULL.
    private static String notFinite(ReadingField field) {
        String column = field.column();
        return when(column + " IS NULL OR ABS(" + column + ") > " + Sql.number(Double.MAX_VALUE), "OUT_OF_RANGE");
    }

    private static Optional<String> invalid(ReadingField field, ReadingRules.Rule rule, ReadingRules rules) {
        if (!rule.codes().isEmpty()) {
            return Optional.of(field.column() + " NOT IN (" + rule.codes() + ")");
        }
        List<String> outside = new ArrayList<>();
        rule.lower()
                .ifPresent(lower ->
                        outside.add(field.column() + " < " + rule.scale().times(lower, rules)));
        rule.upper()
                .ifPresent(upper ->
                        outside.add(field.column() + " > " + rule.scale().times(upper, rules)));
        return outside.isEmpty() ? Optional.empty() : Optional.of(String.join(" OR ", outside));
    }

    private static String when(String condition, String verdict) {
        return "WHEN " + condition + " THEN " + Sql.text(verdict);
    }
}
