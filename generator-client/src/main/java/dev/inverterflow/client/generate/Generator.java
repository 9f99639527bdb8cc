package dev.inverterflow.client.generate;

import dev.inverterflow.client.generate.EnergyCounters.Counter;
import dev.inverterflow.client.generate.InverterModel.State;
import dev.inverterflow.client.generate.Noise.Topic;
import dev.inverterflow.client.reading.Field;
import dev.inverterflow.client.reading.Inverter;
import dev.inverterflow.client.reading.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the readings of a fleet. The same seed, fleet, counters and tick give the same readings. Light follows the sun at the
 * inverter's place, clouds are a smooth walk, the counters are the integral of the AC power and never fall.
 */
public final class Generator {
    private static final int RUNNING = 7;
    private static final int STANDBY = 8;
    private static final int ERROR = 10;

    private final List<Inverter> fleet;
    private final InverterModel model;
    private final EnergyMeter meter;
    private final Noise noise;
    private final Spoiler spoiler;

    /**
     * @param invalidRate share of readings that are made incomplete or out of range, 0 to 1
     */
    public Generator(List<Inverter> fleet, long seed, double invalidRate) {
        this.fleet = List.copyOf(fleet);
        this.model = new InverterModel(seed);
        this.meter = new EnergyMeter(model);
        this.noise = model.noise();
        this.spoiler = new Spoiler(noise, invalidRate);
    }

    /**
     * The readings of one tick, one for each inverter in the order of the fleet.
     *
     * @param before the counters after the tick before, null at the very first
     */
    public Generated readings(Instant tick, @Nullable EnergyCounters before) {
        Instant last = before == null ? tick : before.instant();
        Map<String, Counter> counters = new HashMap<>(before == null ? Map.of() : before.byInverter());
        List<Reading> readings = new ArrayList<>(fleet.size());
        for (Inverter inverter : fleet) {
            Counter counter = meter.advance(inverter, counters.get(inverter.id()), last, tick);
            counters.put(inverter.id(), counter);
            readings.add(spoiler.spoil(reading(inverter, tick, counter)));
        }
        return new Generated(readings, new EnergyCounters(tick.toString(), counters));
    }

    private Reading reading(Inverter inverter, Instant tick, Counter counter) {
        long subject = inverter.id().hashCode();
        long second = tick.getEpochSecond();
        State state = model.at(inverter, tick);
        boolean running = state.acPowerW() > 0;
        double load = state.acPowerW() / inverter.ratedPowerW();
        double gridVoltage = 230 + 2.5 * load + 2 * noise.symmetric(Topic.GRID_VOLTAGE, subject, second);
        double stringVoltage =
                running ? 560 + 60 * load + 8 * noise.symmetric(Topic.STRING_VOLTAGE, subject, second) : 0;
        double cabinet = state.airTemperature() + 3 + 22 * load + noise.symmetric(Topic.CABINET, subject, second);
        return Reading.of(inverter.id(), tick)
                .with(Field.PAC, state.acPowerW())
                .with(Field.UAC, gridVoltage)
                .with(Field.IAC, state.acPowerW() / gridVoltage)
                .with(Field.FAC, 50 + 0.03 * noise.symmetric(Topic.GRID_FREQUENCY, 0, second))
                .with(Field.UDC, stringVoltage)
                .with(Field.IDC, running ? state.dcPowerW() / stringVoltage : 0)
                .with(Field.PDC, state.dcPowerW())
                .with(Field.DAY_ENERGY, counter.dayWh())
                .with(Field.TOTAL_ENERGY, counter.totalWh())
                .with(Field.TEMPERATURE, cabinet)
                .with(Field.STATUS_CODE, statusCode(state))
                .with(Field.ERROR_CODE, state.fault().map(fault -> fault.code()).orElse(0))
                .build();
    }

    private static int statusCode(State state) {
        if (state.fault().isPresent()) {
            return ERROR;
        }
        return state.acPowerW() > 0 ? RUNNING : STANDBY;
    }

    /**
     * @param readings one for each inverter, in the order of the fleet
     * @param counters what the next tick goes on from
     */
    public record Generated(List<Reading> readings, EnergyCounters counters) {
        public Generated {
            readings = List.copyOf(readings);
        }
    }
}
