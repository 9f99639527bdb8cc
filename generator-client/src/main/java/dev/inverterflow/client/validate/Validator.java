package dev.inverterflow.client.validate;

import dev.inverterflow.client.reading.Candidate;
import dev.inverterflow.client.reading.Field;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges one record by itself. All violations are found, in the order of the fields; the first one is the reason a record is
 * refused for. The reference time is given by the caller, so that a record judged again gets the same verdict.
 */
public final class Validator {
    /** Stricter than {@link Instant#parse}, which takes lower case letters, hour 24 and second 60. */
    private static final Pattern INSTANT =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?)Z");

    private static final String IDENTIFIER_PREFIX = "INV-";
    private static final Field[] FIELDS = Field.values();

    private final ReadingRules rules;
    private final RatedPowers ratedPowers;

    public Validator(ReadingRules rules, RatedPowers ratedPowers) {
        this.rules = rules;
        this.ratedPowers = ratedPowers;
    }

    /** Everything wrong with the record, the decisive violation first; empty for a valid one. */
    public List<Violation> violations(Candidate record, Instant reference) {
        return at(reference).violations(record);
    }

    /** A validator with a fixed reference time; faster where many records have the same one. */
    public At at(Instant reference) {
        return new At(reference);
    }

    /** Judges at one reference time. Any thread may. */
    public final class At {
        private final FieldRule[] byField = new FieldRule[FIELDS.length];
        private final FieldRule.TimeBounds timeBounds;

        private At(Instant reference) {
            for (Field field : FIELDS) {
                byField[index(field)] = rules.of(field);
            }
            timeBounds = rules.of(Field.TIMESTAMP).timeBounds(reference);
        }

        public List<Violation> violations(Candidate record) {
            if (!record.isObject()) {
                return List.of(new Violation(Rule.NOT_AN_OBJECT, null, record.json(Field.INVERTER_ID)));
            }
            double ratedPowerW = ratedPowerW(record);
            List<Violation> violations = null;
            for (Field field : FIELDS) {
                Rule violated = violated(field, record, ratedPowerW);
                if (violated != null) {
                    violations = violations == null ? new ArrayList<>(1) : violations;
                    violations.add(new Violation(violated, field, record.json(field)));
                }
            }
            return violations == null ? List.of() : violations;
        }

        private @Nullable Rule violated(Field field, Candidate record, double ratedPowerW) {
            FieldRule rule = byField[index(field)];
            Candidate.Content content = record.content(field);
            if (content == Candidate.Content.ABSENT) {
                return rule.required() ? Rule.MISSING : null;
            }
            boolean rightType = content == (field.isNumeric() ? Candidate.Content.NUMBER : Candidate.Content.TEXT);
            if (!rightType) {
                return Rule.WRONG_TYPE;
            }
            return switch (field.type()) {
                case IDENTIFIER -> isIdentifier(record.text(field)) ? null : Rule.BAD_FORMAT;
                case INSTANT -> violatedByTime(record);
                case NUMBER -> violatedByNumber(rule, record.number(field), ratedPowerW);
                case INTEGER -> violatedByInteger(rule, record.number(field), ratedPowerW);
            };
        }

        private @Nullable Rule violatedByTime(Candidate record) {
            Instant known = record.knownTime();
            Optional<Instant> time = known == null ? instant(record.text(Field.TIMESTAMP)) : Optional.of(known);
            if (time.isEmpty()) {
                return Rule.BAD_FORMAT;
            }
            if (timeBounds.inFuture(time.get())) {
                return Rule.TIME_IN_FUTURE;
            }
            return timeBounds.tooOld(time.get()) ? Rule.TIME_TOO_OLD : null;
        }
    }

    @SuppressWarnings("EnumOrdinal") // An array is looked up for each field of each record; it lives in memory only.
    private static int index(Field field) {
        return field.ordinal();
    }

    private double ratedPowerW(Candidate record) {
        return record.content(Field.INVERTER_ID) == Candidate.Content.TEXT
                ? ratedPowers.of(record.text(Field.INVERTER_ID))
                : ratedPowers.unknown();
    }

    /** {@code INV-} and digits. */
    static boolean isIdentifier(String text) {
        if (text.length() <= IDENTIFIER_PREFIX.length() || !text.startsWith(IDENTIFIER_PREFIX)) {
            return false;
        }
        for (int i = IDENTIFIER_PREFIX.length(); i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The instant that a timestamp says, if it is written as one. */
    static Optional<Instant> instant(String text) {
        var matcher = INSTANT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(matcher.group(1)).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private @Nullable Rule violatedByInteger(FieldRule rule, double value, double ratedPowerW) {
        return Double.isFinite(value) && value != Math.rint(value)
                ? Rule.WRONG_TYPE
                : violatedByNumber(rule, value, ratedPowerW);
    }

    private @Nullable Rule violatedByNumber(FieldRule rule, double value, double ratedPowerW) {
        if (rule.outOfRange(value, ratedPowerW, rules.ratedVoltageV())) {
            return Rule.OUT_OF_RANGE;
        }
        return rule.unknownCode(value) ? Rule.UNKNOWN_CODE : null;
    }
}
