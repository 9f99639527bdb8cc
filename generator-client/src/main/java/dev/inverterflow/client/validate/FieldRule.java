package dev.inverterflow.client.validate;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one field must satisfy; every limit is optional and inclusive.
 *
 * @param required whether the field must be there
 * @param min least value, in the unit of the field
 * @param max greatest value, in the unit of the field
 * @param maxTimesRatedPower greatest value as a multiple of the inverter's rated power in W
 * @param maxTimesRatedCurrent greatest value as a multiple of the inverter's rated current in A
 * @param codes the only values allowed
 * @param maxAhead how far a time may be ahead of the reference clock
 * @param maxBehind how far a time may be behind the reference clock, in calendar years, months or days
 */
record FieldRule(
        @JsonProperty("required") boolean required,
        @JsonProperty("min") @Nullable Double min,
        @JsonProperty("max") @Nullable Double max,
        @JsonProperty("max_times_rated_power") @Nullable Double maxTimesRatedPower,
        @JsonProperty("max_times_rated_current") @Nullable Double maxTimesRatedCurrent,
        @JsonProperty("codes") @Nullable List<Integer> codes,
        @JsonProperty("max_ahead") @Nullable String maxAhead,
        @JsonProperty("max_behind") @Nullable String maxBehind) {

    FieldRule {
        try {
            if (maxAhead != null) {
                Duration.parse(maxAhead);
            }
            if (maxBehind != null) {
                Period.parse(maxBehind);
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + e.getParsedString() + "' is no ISO-8601 time; max_ahead is like PT5M, max_behind like P10Y",
                    e);
        }
        codes = codes == null ? null : List.copyOf(codes);
    }

    boolean outOfRange(double value, double ratedPowerW, double ratedVoltageV) {
        // Written so that NaN and infinity are out of every range, also where the field has no upper limit.
        return !Double.isFinite(value)
                || (min != null && value < min)
                || (max != null && value > max)
                || (maxTimesRatedPower != null && value > maxTimesRatedPower * ratedPowerW)
                || (maxTimesRatedCurrent != null && value > maxTimesRatedCurrent * ratedPowerW / ratedVoltageV);
    }

    boolean unknownCode(double value) {
        if (codes == null) {
            return false;
        }
        for (Integer code : codes) {
            if (code == value) {
                return false;
            }
        }
        return true;
    }

    /** The earliest and the latest valid time at a reference time. */
    TimeBounds timeBounds(Instant reference) {
        Instant earliest = maxBehind == null
                ? Instant.MIN
                : reference
                        .atZone(ZoneOffset.UTC)
                        .minus(Period.parse(maxBehind))
                        .toInstant();
        Instant latest = maxAhead == null ? Instant.MAX : reference.plus(Duration.parse(maxAhead));
        return new TimeBounds(earliest, latest);
    }

    /** Inclusive. */
    record TimeBounds(Instant earliest, Instant latest) {
        boolean inFuture(Instant time) {
            return time.isAfter(latest);
        }

        boolean tooOld(Instant time) {
            return time.isBefore(earliest);
        }
    }
}
