package dev.inverterflow.client.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;

/**
 * One reading of one inverter. Numbers are kept rounded to the decimals of their field, so that what is judged is what is written.
 * Any numeric field may be absent; identifier and time are always there.
 */
@SuppressWarnings(
        "EnumOrdinal") // An array of primitives is a fraction of an EnumMap of boxes, and lives in memory only.
public final class Reading implements Candidate {
    private final String inverterId;
    private final Instant time;
    /** By ordinal of {@link Field}; NaN is absent. */
    private final double[] numbers;

    private Reading(String inverterId, Instant time, double[] numbers) {
        this.inverterId = inverterId;
        this.time = time;
        this.numbers = numbers;
    }

    public static Builder of(String inverterId, Instant time) {
        return new Builder(inverterId, time, emptyNumbers());
    }

    private static double[] emptyNumbers() {
        double[] numbers = new double[Field.values().length];
        Arrays.fill(numbers, Double.NaN);
        return numbers;
    }

    public String inverterId() {
        return inverterId;
    }

    public Instant time() {
        return time;
    }

    /** A builder that starts from this reading. */
    public Builder changed() {
        return new Builder(inverterId, time, numbers.clone());
    }

    @Override
    public Content content(Field field) {
        if (!field.isNumeric()) {
            return Content.TEXT;
        }
        return Double.isNaN(numbers[field.ordinal()]) ? Content.ABSENT : Content.NUMBER;
    }

    @Override
    public double number(Field field) {
        return numbers[field.ordinal()];
    }

    @Override
    public String text(Field field) {
        return field == Field.INVERTER_ID ? inverterId : time.toString();
    }

    @Override
    public String json(Field field) {
        return switch (content(field)) {
            case ABSENT -> "null";
            case NUMBER -> decimal(field).toString();
            case TEXT, OTHER -> '"' + text(field) + '"';
        };
    }

    /** The number of a field that is present, with exactly the decimals of the field. */
    public BigDecimal decimal(Field field) {
        return BigDecimal.valueOf(numbers[field.ordinal()]).setScale(field.decimals(), RoundingMode.HALF_EVEN);
    }

    /** Collects the numbers of one reading. */
    public static final class Builder {
        private final String inverterId;
        private final Instant time;
        private final double[] numbers;

        private Builder(String inverterId, Instant time, double[] numbers) {
            this.inverterId = inverterId;
            this.time = time;
            this.numbers = numbers;
        }

        /** Sets a numeric field, rounded to the decimals of the field; the value must be finite. */
        public Builder with(Field field, double value) {
            numbers[field.ordinal()] = BigDecimal.valueOf(value)
                    .setScale(field.decimals(), RoundingMode.HALF_EVEN)
                    .doubleValue();
            return this;
        }

        public Builder without(Field field) {
            numbers[field.ordinal()] = Double.NaN;
            return this;
        }

        public Reading build() {
            return new Reading(inverterId, time, numbers.clone());
        }
    }
}
