package dev.inverterflow.client.generate;

import dev.inverterflow.client.generate.Noise.Topic;
import dev.inverterflow.client.reading.Field;
import dev.inverterflow.client.reading.Reading;

/** Scripted trouble: makes a share of the readings incomplete or puts a value out of its range. */
final class Spoiler {
    private final Noise noise;
    private final double rate;

    Spoiler(Noise noise, double rate) {
        this.noise = noise;
        this.rate = rate;
    }

    Reading spoil(Reading reading) {
        long subject = reading.inverterId().hashCode();
        long second = reading.time().getEpochSecond();
        if (noise.uniform(Topic.SPOIL, subject, second) >= rate) {
            return reading;
        }
        Way[] ways = Way.values();
        Way way = ways[(int) (noise.uniform(Topic.SPOIL_HOW, subject, second) * ways.length)];
        return way.spoil(reading);
    }

    private enum Way {
        NO_POWER(Field.PAC, Double.NaN),
        NO_ENERGY(Field.TOTAL_ENERGY, Double.NaN),
        NO_TEMPERATURE(Field.TEMPERATURE, Double.NaN),
        POWER_BELOW_ZERO(Field.PAC, -5),
        VOLTAGE_SPIKE(Field.UAC, 999),
        SENSOR_AT_ITS_END(Field.TEMPERATURE, 850),
        STATUS_UNHEARD_OF(Field.STATUS_CODE, 99);

        private final Field field;
        private final double value;

        Way(Field field, double value) {
            this.field = field;
            this.value = value;
        }

        Reading spoil(Reading reading) {
            return Double.isNaN(value)
                    ? reading.changed().without(field).build()
                    : reading.changed().with(field, value).build();
        }
    }
}
