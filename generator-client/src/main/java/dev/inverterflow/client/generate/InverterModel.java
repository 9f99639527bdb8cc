package dev.inverterflow.client.generate;

import dev.inverterflow.client.generate.FaultProcess.Fault;
import dev.inverterflow.client.generate.Noise.Topic;
import dev.inverterflow.client.reading.Inverter;
import java.time.Instant;
import java.util.Optional;

/** What an inverter and its modules make of the light: a function of inverter and time only. */
final class InverterModel {
    /** Module power over rated AC power. */
    private static final double DC_OVERSIZE = 1.2;
    /** Cabling, mismatch and angle of the modules. */
    private static final double PERFORMANCE = 0.9;
    /** Change of module power per kelvin above 25 °C. */
    private static final double TEMPERATURE_COEFFICIENT = -0.004;
    /** Warming of the cells at 1000 W/m². */
    private static final double CELL_WARMING = 30;
    /** Own use while running, and the loss that grows with power, as shares of rated and of DC power. */
    private static final double OWN_USE = 0.004;

    private static final double CONVERSION_LOSS = 0.025;

    private final Noise noise;
    private final Sky sky;
    private final FaultProcess faults;

    InverterModel(long seed) {
        this.noise = new Noise(seed);
        this.sky = new Sky(noise);
        this.faults = new FaultProcess(noise);
    }

    /** The operating point at an instant. */
    State at(Inverter inverter, Instant time) {
        double irradiance = sky.irradiance(inverter, time);
        double air = sky.airTemperature(inverter, time);
        Optional<Fault> fault = irradiance == 0 ? Optional.empty() : faults.at(inverter, time);
        double dc = fault.isPresent() ? 0 : dcPower(inverter, irradiance, air);
        double ac = acPower(inverter, dc);
        return new State(ac, ac == 0 ? 0 : ac / (1 - CONVERSION_LOSS) + OWN_USE * inverter.ratedPowerW(), air, fault);
    }

    /** AC power alone, W; what the energy counters integrate. */
    double power(Inverter inverter, Instant time) {
        return at(inverter, time).acPowerW();
    }

    /** Energy that the inverter had delivered before it was first read, Wh. */
    double energyBeforeFirstReading(Inverter inverter) {
        double fullLoadHours =
                500 + 5_000 * noise.uniform(Topic.AGE, inverter.id().hashCode(), 0);
        return inverter.ratedPowerW() * fullLoadHours;
    }

    Noise noise() {
        return noise;
    }

    private double dcPower(Inverter inverter, double irradiance, double air) {
        double cell = air + CELL_WARMING * irradiance / 1_000;
        double soiling = 1 - 0.08 * noise.uniform(Topic.SOILING, inverter.id().hashCode(), 0);
        return inverter.ratedPowerW()
                * DC_OVERSIZE
                * PERFORMANCE
                * soiling
                * irradiance
                / 1_000
                * (1 + TEMPERATURE_COEFFICIENT * (cell - 25));
    }

    private static double acPower(Inverter inverter, double dc) {
        double ac = (dc - OWN_USE * inverter.ratedPowerW()) * (1 - CONVERSION_LOSS);
        return Math.max(0, Math.min(inverter.ratedPowerW(), ac));
    }

    /**
     * An operating point.
     *
     * @param acPowerW delivered power, 0 at night, in a fault and while the light does not cover the inverter's own use
     * @param dcPowerW power taken from the modules
     * @param airTemperature °C
     * @param fault what stops the inverter, if anything
     */
    record State(double acPowerW, double dcPowerW, double airTemperature, Optional<Fault> fault) {}
}
