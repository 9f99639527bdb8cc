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
    private static final Pattern IDENTIFIER = Pattern.compile("INV-[0-9]+");
    /** Stricter than {@link Instant#parse}, which takes lower case letters, hour 24 and second 60. */
    private static final Pattern INSTANT =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?)Z");

    private final ReadingRules rules;
    private final RatedPowers ratedPowers;

    public Validator(ReadingRules rules, RatedPowers ratedPowers) {
        this.rules = rules;
        this.ratedPowers = ratedPowers;
    }

    /** Everything wrong with the record, the decisive violation first; empty for a valid one. */
    public List<Violation> violations(Candidate record, Instant reference) {
        double ratedPowerW = ratedPowerW(record);
        List<Violation> violations = new ArrayList<>(0);
        for (Field field : Field.values()) {
            Rule violated = violated(field, record, ratedPowerW, reference);
            if (violated != null) {
                violations.add(new Violation(violated, field, record.json(field)));
            }
        }
        return violations;
    }

    private double ratedPowerW(Candidate record) {
        return record.content(Field.INVERTER_ID) == Candidate.Content.TEXT
                ? ratedPowers.of(record.text(Field.INVERTER_ID))
                : ratedPowers.unknown();
    }

    private @Nullable Rule violated(Field field, Candidate record, double ratedPowerW, Instant reference) {
        Candidate.Content content = record.content(field);
        if (content == Candidate.Content.ABSENT) {
            return rules.of(field).required() ? Rule.MISSING : null;
        }
        boolean rightType = content == (field.isNumeric() ? Candidate.Content.NUMBER : Candidate.Content.TEXT);
        if (!rightType) {
            return Rule.WRONG_TYPE;
        }
        return switch (field.type()) {
            case IDENTIFIER -> IDENTIFIER.matcher(record.text(field)).matches() ? null : Rule.BAD_FORMAT;
            case INSTANT -> violatedByTime(rules.of(field), record.text(field), reference);
            case NUMBER -> violatedByNumber(rules.of(field), record.number(field), ratedPowerW);
            case INTEGER -> violatedByInteger(rules.of(field), record.number(field), ratedPowerW);
        };
    }

    private static @Nullable Rule violatedByTime(FieldRule rule, String text, Instant reference) {
        Optional<Instant> time = instant(text);
        if (time.isEmpty()) {
            return Rule.BAD_FORMAT;
        }
        if (rule.inFuture(time.get(), reference)) {
            return Rule.TIME_IN_FUTURE;
        }
        return rule.tooOld(time.get(), reference) ? Rule.TIME_TOO_OLD : null;
    }

    private static Optional<Instant> instant(String text) {
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
