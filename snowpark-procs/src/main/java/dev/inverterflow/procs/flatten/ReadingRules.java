package dev.inverterflow.procs.flatten;

import com.snowflake.snowpark_java.Row;
import dev.inverterflow.procs.run.Database;
import dev.inverterflow.procs.run.ProcedureException;
import dev.inverterflow.procs.run.Sql;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The thresholds of READING_RULES. */
record ReadingRules(List<Rule> rules) {

    private static final Pattern CODES = Pattern.compile("\\d+(,\\d+)*");

    /** What the bounds of a rule are multiplied by. */
    enum Scale {
        ONE {
            @Override
            String times(double bound, ReadingRules rules) {
                return Sql.number(bound);
            }
        },
        RATED_POWER {
            @Override
            String times(double bound, ReadingRules rules) {
                return Sql.number(bound) + " * RATED_POWER_W";
            }
        },
        RATED_CURRENT {
            // In the order in which the client multiplies, so that both round alike.
            @Override
            String times(double bound, ReadingRules rules) {
                return Sql.number(bound) + " * RATED_POWER_W / " + Sql.number(rules.nominalVoltage());
            }
        };

        abstract String times(double bound, ReadingRules rules);
    }

    /**
     * @param field field of a reading, or the name of a default
     * @param name rule that is broken outside the bounds
     * @param lower least valid value
     * @param upper greatest valid value
     * @param scale what both bounds are multiplied by
     * @param codes valid codes, comma separated; empty if the bounds decide
     */
    record Rule(String field, String name, OptionalDouble lower, OptionalDouble upper, Scale scale, String codes) {

        Rule {
            if (!codes.isEmpty() && !CODES.matcher(codes).matches()) {
                throw unusable(field, name, "CODES must be whole numbers separated by commas, not '" + codes + "'");
            }
        }

        private static Rule of(Row row) {
            String field = row.getString(0);
            String name = row.getString(1);
            String codes = text(row, 5).replace(" ", "");
            return new Rule(field, name, bound(row, 2), bound(row, 3), scale(field, name, text(row, 4)), codes);
        }

        private static Scale scale(String field, String name, String times) {
            return switch (times) {
                case "" -> Scale.ONE;
                case "RATED_POWER" -> Scale.RATED_POWER;
                case "RATED_CURRENT" -> Scale.RATED_CURRENT;
                default ->
                    throw unusable(
                            field, name, "TIMES must be RATED_POWER, RATED_CURRENT or NULL, not '" + times + "'");
            };
        }

        private static OptionalDouble bound(Row row, int column) {
            return row.isNullAt(column)
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(((Number) row.get(column)).doubleValue());
        }

        private static String text(Row row, int column) {
            @Nullable String value = row.isNullAt(column) ? null : row.getString(column);
            return value == null ? "" : value;
        }
    }

    ReadingRules {
        rules = List.copyOf(rules);
        for (ReadingField field : ReadingField.ALL) {
            boolean judged = rules.stream().anyMatch(rule -> rule.field().equals(field.name()));
            if (!judged && field.fieldType() != FieldType.INVERTER_ID) {
                throw unusable(field.name(), "OUT_OF_RANGE", "there is no row; insert one");
            }
        }
    }

    static ReadingRules load(Database database) {
        return new ReadingRules(database.rows("""
                        SELECT FIELD, RULE, LOWER_BOUND, UPPER_BOUND, TIMES, CODES
                        FROM READING_RULES
                        ORDER BY FIELD, RULE""").stream().map(Rule::of).toList());
    }

    List<Rule> of(String field) {
        return rules.stream().filter(rule -> rule.field().equals(field)).toList();
    }

    double lower(String field, String name) {
        return rule(field, name).lower().orElseThrow(() -> unusable(field, name, "LOWER_BOUND must not be NULL"));
    }

    double upper(String field, String name) {
        return rule(field, name).upper().orElseThrow(() -> unusable(field, name, "UPPER_BOUND must not be NULL"));
    }

    private Rule rule(String field, String name) {
        return of(field).stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unusable(field, name, "there is no row; insert one"));
    }

    double ratedPower() {
        return upper("rated_power", "DEFAULT");
    }

    /** Records that one statement of the flattening takes at most, roughly; a backlog is cut by it. */
    long chunkRecords() {
        long records = (long) upper("flatten_chunk", "DEFAULT");
        if (records < 1) {
            throw unusable("flatten_chunk", "DEFAULT", "UPPER_BOUND must be 1 or more");
        }
        return records;
    }

    double nominalVoltage() {
        return upper("nominal_voltage", "DEFAULT");
    }

    private static ProcedureException unusable(String field, String rule, String problem) {
        return new ProcedureException(
                "INVALID_RULES", "READING_RULES, field '" + field + "', rule '" + rule + "': " + problem);
    }
}
