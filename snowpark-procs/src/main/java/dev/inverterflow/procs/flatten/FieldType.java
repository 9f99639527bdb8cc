package dev.inverterflow.procs.flatten;

import static java.util.stream.Collectors.joining;

import dev.inverterflow.procs.run.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How a JSON value becomes a typed column, and which verdicts its value alone can get. {@code X_VALUE} is the value as
 * VARIANT; no expression here can fail on any input, so a bad value never stops a batch.
 */
enum FieldType {
    INVERTER_ID {
        @Override
        String typed(ReadingField field) {
            return text(field);
        }

        @Override
        String valid(ReadingField field, ReadingRules rules) {
            return "REGEXP_LIKE(" + field.column() + ", 'INV-[0-9]+')";
        }

        @Override
        List<String> verdicts(ReadingField field, ReadingRules rules) {
            return List.of(notAText(field), when("NOT " + valid(field, rules), "BAD_FORMAT"));
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
                        END""".formatted(text(field), instant);
        }

        @Override
        String valid(ReadingField field, ReadingRules rules) {
            return field.column() + " BETWEEN " + earliest(field, rules) + " AND " + latest(field, rules);
        }

        @Override
        List<String> verdicts(ReadingField field, ReadingRules rules) {
            return List.of(
                    notAText(field),
                    when(field.column() + " IS NULL", "BAD_FORMAT"),
                    when(field.column() + " > " + latest(field, rules), "TIME_IN_FUTURE"),
                    when(field.column() + " < " + earliest(field, rules), "TIME_TOO_OLD"));
        }
    },

    NUMBER {
        @Override
        String typed(ReadingField field) {
            return "AS_DOUBLE(" + field.value() + ")";
        }

        @Override
        String valid(ReadingField field, ReadingRules rules) {
            return rules.of(field.name()).stream()
                    .map(rule -> within(field, rule, rules))
                    .collect(joining(" AND "));
        }

        @Override
        List<String> verdicts(ReadingField field, ReadingRules rules) {
            List<String> verdicts = new ArrayList<>();
            verdicts.add(when("NOT IS_DOUBLE(" + field.value() + ")", "WRONG_TYPE"));
            verdicts.add(notFinite(field));
            for (ReadingRules.Rule rule : rules.of(field.name())) {
                verdicts.add(when("NOT (" + within(field, rule, rules) + ")", rule.name()));
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
        String valid(ReadingField field, ReadingRules rules) {
            return NUMBER.valid(field, rules) + " AND " + whole(field);
        }

        @Override
        List<String> verdicts(ReadingField field, ReadingRules rules) {
            List<String> verdicts = new ArrayList<>(NUMBER.verdicts(field, rules));
            verdicts.add(2, when("NOT " + whole(field), "WRONG_TYPE"));
            return verdicts;
        }
    };

    private static final String GREATEST = Sql.number(Double.MAX_VALUE);

    /** The column's value, or NULL where the value does not fit. */
    abstract String typed(ReadingField field);

    /** Whether a present value is valid: that it gets none of the verdicts. NULL or false if it gets one. */
    abstract String valid(ReadingField field, ReadingRules rules);

    /** WHEN branches in the order of the verdicts; a present value that passes all of them is valid. */
    abstract List<String> verdicts(ReadingField field, ReadingRules rules);

    private static String text(ReadingField field) {
        return "AS_VARCHAR(" + field.value() + ")";
    }

    private static String notAText(ReadingField field) {
        return when("NOT IS_VARCHAR(" + field.value() + ")", "WRONG_TYPE");
    }

    private static String earliest(ReadingField field, ReadingRules rules) {
        return "DATEADD(YEAR, " + (long) rules.lower(field.name(), "TIME_TOO_OLD") + ", START_SCAN_TIME)";
    }

    private static String latest(ReadingField field, ReadingRules rules) {
        return "DATEADD(SECOND, " + (long) rules.upper(field.name(), "TIME_IN_FUTURE") + ", START_SCAN_TIME)";
    }

    private static String notFinite(ReadingField field) {
        String column = field.column();
        return when(column + " IS NULL OR ABS(" + column + ") > " + GREATEST, "OUT_OF_RANGE");
    }

    private static String whole(ReadingField field) {
        return field.column() + " = FLOOR(" + field.column() + ")";
    }

    /** Whether a number keeps the rule; none that is not finite does, and NaN sorts above every number in Snowflake. */
    private static String within(ReadingField field, ReadingRules.Rule rule, ReadingRules rules) {
        if (!rule.codes().isEmpty()) {
            return field.column() + " IN (" + rule.codes() + ")";
        }
        return field.column() + " BETWEEN "
                + bound(rule.lower(), -Double.MAX_VALUE, rule, rules) + " AND "
                + bound(rule.upper(), Double.MAX_VALUE, rule, rules);
    }

    private static String bound(OptionalDouble bound, double open, ReadingRules.Rule rule, ReadingRules rules) {
        return bound.isPresent() ? rule.scale().times(bound.getAsDouble(), rules) : Sql.number(open);
    }

    private static String when(String condition, String verdict) {
        return "WHEN " + condition + " THEN " + Sql.text(verdict);
    }
}
