package dev.inverterflow.client.reading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One reading of one inverter. Numbers are kept as integers, scaled by the decimals of their field, so that what is judged is what is
 * written. Any numeric field may be absent; identifier and time are always there.
 */
@SuppressWarnings(
        "EnumOrdinal") // An array of primitives is a fraction of an EnumMap of boxes, and lives in memory only.
public final class Reading implements SendableRecord {
    private static final long ABSENT = Long.MIN_VALUE;
    private static final int FIELDS = Field.values().length;
    /** Doubles hold integers exactly up to here. */
    private static final double LARGEST_SCALED = 0x1.0p53;

    private final String inverterId;
    private final Instant time;
    /** By ordinal of {@link Field}. */
    private final long[] scaled;

    private Reading(String inverterId, Instant time, long[] scaled) {
        this.inverterId = inverterId;
        this.time = time;
        this.scaled = scaled;
    }

    /** @param inverterId {@code INV-} and digits: it is written without escapes */
    public static Builder of(String inverterId, Instant time) {
        long[] scaled = new long[FIELDS];
        Arrays.fill(scaled, ABSENT);
        return new Builder(inverterId, time, scaled);
    }

    /** A reading that was written before; fields that a reading does not have are left out. */
    public static Reading parse(ObjectNode json) {
        Builder builder = of(
                json.required(Field.INVERTER_ID.jsonName()).textValue(),
                Instant.parse(json.required(Field.TIMESTAMP.jsonName()).textValue()));
        for (Field field : Field.values()) {
            if (field.isNumeric() && json.path(field.jsonName()).isNumber()) {
                builder.with(field, json.get(field.jsonName()).doubleValue());
            }
        }
        return builder.build();
    }

    public String inverterId() {
        return inverterId;
    }

    public Instant time() {
        return time;
    }

    /** A builder that starts from this reading. */
    public Builder changed() {
        return new Builder(inverterId, time, scaled.clone());
    }

    @Override
    public Content content(Field field) {
        if (!field.isNumeric()) {
            return Content.TEXT;
        }
        return scaled[field.ordinal()] == ABSENT ? Content.ABSENT : Content.NUMBER;
    }

    @Override
    public double number(Field field) {
        return (double) scaled[field.ordinal()] / field.scale();
    }

    @Override
    public String text(Field field) {
        return field == Field.INVERTER_ID ? inverterId : time.toString();
    }

    @Override
    public @Nullable Instant knownTime() {
        return time;
    }

    @Override
    public String json(Field field) {
        return switch (content(field)) {
            case ABSENT -> "null";
            case NUMBER -> ReadingJson.decimal(scaled[field.ordinal()], field);
            case TEXT, OTHER -> '"' + text(field) + '"';
        };
    }

    @Override
    public void appendTo(JsonBuffer buffer) {
        ReadingJson.append(this, buffer);
    }

    /** The number of a field, times {@link Field#scale}; only asked for where it is present. */
    long scaled(Field field) {
        return scaled[field.ordinal()];
    }

    /** Collects the numbers of one reading. Used once. */
    public static final class Builder {
        private final String inverterId;
        private final Instant time;
        private final long[] scaled;

        private Builder(String inverterId, Instant time, long[] scaled) {
            this.inverterId = inverterId;
            this.time = time;
            this.scaled = scaled;
        }

        /**
         * Sets a numeric field, rounded to the decimals of the field.
         *
         * @throws IllegalArgumentException if the value is not finite or beyond what a reading can hold
         */
        public Builder with(Field field, double value) {
            double rounded = Math.rint(value * field.scale());
            if (!(Math.abs(rounded) <= LARGEST_SCALED)) {
                throw new IllegalArgumentException(field.jsonName() + " cannot be " + value);
            }
            scaled[field.ordinal()] = (long) rounded;
            return this;
        }

        public Builder without(Field field) {
            scaled[field.ordinal()] = ABSENT;
            return this;
        }

        public Reading build() {
            return new Reading(inverterId, time, scaled);
        }
    }
}
