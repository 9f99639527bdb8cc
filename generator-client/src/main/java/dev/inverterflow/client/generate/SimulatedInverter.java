package dev.inverterflow.client.generate;

import dev.inverterflow.client.generate.FaultProcess.Episode;
import dev.inverterflow.client.generate.FaultProcess.Fault;
import dev.inverterflow.client.generate.Noise.Topic;
import dev.inverterflow.client.generate.SiteSky.Conditions;
import dev.inverterflow.client.reading.Field;
import dev.inverterflow.client.reading.Inverter;
import dev.inverterflow.client.reading.Reading;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One inverter with its modules: light to DC to AC, what its sensors show, its counters. All but the counters is a function of seed
 * and time. Used by one thread.
 */
final class SimulatedInverter {
    private static final int RUNNING = 7;
    private static final int STANDBY = 8;
    private static final int ERROR = 10;

    /** Module power under standard test conditions over rated AC power: clear middays are clipped. */
    private static final double DC_OVER_AC = 1.4;
    /** Cables, mismatch, wiring: losses as in PVWatts (Dobos: PVWatts Version 5 Manual, 2014), without soiling. */
    private static final double LOSSES = 0.9;
    /** Change of module power per kelvin above 25 °C (PVWatts: -0.47 % to -0.35 %). */
    private static final double POWER_PER_KELVIN = -0.004;
    /** Change of module voltage per kelvin. */
    private static final double VOLTAGE_PER_KELVIN = -0.003;
    /** Warming of the cells at 1000 W/m² (Ross: Interface design considerations for terrestrial solar cell modules, 1976). */
    private static final double CELL_WARMING = 30;

    private static final double DERATED = 0.5;
    private static final double HOTTEST_CABINET = 85;

    private final Inverter inverter;
    private final long subject;
    private final SiteSky sky;
    private final SandiaModel model;
    private final Noise noise;
    private final Noise.Walk cloudEdge;
    private final FaultProcess faults;
    private final EnergyMeter meter;
    private final double soiling;
    private long stuckSince = Long.MIN_VALUE;
    private double stuckTemperature;

    SimulatedInverter(Inverter inverter, SiteSky sky, SandiaModel model, Noise noise, double faultsPerDay) {
        this.inverter = inverter;
        this.subject = inverter.id().hashCode();
        this.sky = sky;
        this.model = model;
        this.noise = noise;
        this.cloudEdge = noise.walk(Topic.CLOUD_EDGE, subject, 240);
        this.faults = new FaultProcess(noise, subject, faultsPerDay);
        this.soiling = 1 - 0.08 * noise.uniform(Topic.SOILING, subject, 0);
        this.meter = new EnergyMeter(
                second -> at(second).acPower(),
                inverter.ratedPowerW(),
                500 + 5_000 * noise.uniform(Topic.AGE, subject, 0),
                SiteSky.solarOffsetSeconds(inverter.longitude()));
    }

    String id() {
        return inverter.id();
    }

    EnergyMeter meter() {
        return meter;
    }

    /** The reading at a tick, null while nothing is heard of the inverter. Ticks come in their order. */
    @Nullable
    Reading reading(Instant tick) {
        long second = tick.getEpochSecond();
        OperatingPoint point = at(second);
        meter.advance(second, point.acPower());
        Episode fault = point.fault();
        if (fault != null && fault.kind() == Fault.COMMUNICATION_GAP) {
            return null;
        }
        double load = point.acPower() / inverter.ratedPowerW();
        double gridVoltage = 230 + 2.5 * load + 2 * noise.symmetric(Topic.GRID_VOLTAGE, subject, second);
        return Reading.of(inverter.id(), tick)
                .with(Field.PAC, point.acPower())
                .with(Field.UAC, gridVoltage)
                .with(Field.IAC, point.acPower() / gridVoltage)
                .with(Field.FAC, 50 + 0.03 * sky.gridFrequencyNoise(second))
                .with(Field.UDC, point.dcVoltage())
                .with(Field.IDC, point.dcPower() == 0 ? 0 : point.dcPower() / point.dcVoltage())
                .with(Field.PDC, point.dcPower())
                .with(Field.DAY_ENERGY, meter.dayWh())
                .with(Field.TOTAL_ENERGY, meter.totalWh())
                .with(Field.TEMPERATURE, shownTemperature(point, fault))
                .with(Field.STATUS_CODE, statusCode(point, fault))
                .with(
                        Field.ERROR_CODE,
                        fault == null || point.irradiance() == 0
                                ? 0
                                : fault.kind().code())
                .build();
    }

    private static int statusCode(OperatingPoint point, @Nullable Episode fault) {
        if (fault != null && fault.kind() == Fault.GROUND_FAULT && point.irradiance() > 0) {
            return ERROR;
        }
        return point.acPower() > 0 ? RUNNING : STANDBY;
    }

    private double shownTemperature(OperatingPoint point, @Nullable Episode fault) {
        if (fault == null || fault.kind() != Fault.STUCK_SENSOR) {
            return cabinetTemperature(point);
        }
        if (stuckSince != fault.from()) {
            stuckSince = fault.from();
            stuckTemperature = cabinetTemperature(at(fault.from()));
        }
        return stuckTemperature;
    }

    /** Follows the air around it and the heat that the inverter makes of a part of its power. */
    private double cabinetTemperature(OperatingPoint point) {
        Episode fault = point.fault();
        double trouble = fault != null && fault.kind() == Fault.OVER_TEMPERATURE && point.acPower() > 0 ? 25 : 0;
        double load = point.acPower() / inverter.ratedPowerW();
        return Math.min(
                HOTTEST_CABINET,
                point.airTemperature()
                        + 3
                        + 22 * load
                        + trouble
                        + noise.symmetric(Topic.CABINET, subject, point.second()));
    }

    /** The operating point at an instant. */
    private OperatingPoint at(long second) {
        Conditions conditions = sky.at(second);
        Episode fault = faults.at(second);
        if (conditions.clearSkyIrradiance() == 0) {
            return new OperatingPoint(second, 0, 0, 0, 0, conditions.airTemperature(), fault);
        }
        double irradiance = conditions.clearSkyIrradiance() * clearness(conditions, second);
        double cell = conditions.airTemperature() + CELL_WARMING * irradiance / 1_000;
        double voltage = dcVoltage(irradiance, cell, second);
        double available = fault != null && fault.kind() == Fault.GROUND_FAULT ? 0 : dcPower(irradiance, cell, fault);
        double ac = model.acPower(available, voltage);
        if (ac <= 0) {
            return new OperatingPoint(second, irradiance, 0, 0, voltage, conditions.airTemperature(), fault);
        }
        double dc = Math.min(available, model.fullDcPower(voltage));
        if (fault != null && fault.kind() == Fault.OVER_TEMPERATURE && ac > DERATED * model.paco()) {
            dc *= DERATED * model.paco() / ac;
            ac = DERATED * model.paco();
        }
        return new OperatingPoint(second, irradiance, ac, dc, voltage, conditions.airTemperature(), fault);
    }

    /** The share of the clear sky's light that comes through: slow cover of the region times the edges of single clouds. */
    private double clearness(Conditions conditions, long second) {
        return 1 - 0.75 * conditions.cloudCover() * (0.4 + 0.6 * cloudEdge.at(second));
    }

    private double dcPower(double irradiance, double cell, @Nullable Episode fault) {
        double strings = fault != null && fault.kind() == Fault.STRING_LOSS ? 0.5 : 1;
        return inverter.ratedPowerW()
                * DC_OVER_AC
                * LOSSES
                * soiling
                * strings
                * irradiance
                / 1_000
                * (1 + POWER_PER_KELVIN * (cell - 25));
    }

    /** Falls with heat and in faint light, and stays where the inverter can follow it. */
    private double dcVoltage(double irradiance, double cell, long second) {
        double voltage = model.vdco()
                * (0.93 + 0.07 * Math.sqrt(irradiance / 1_000))
                * (1 + VOLTAGE_PER_KELVIN * (cell - 45))
                * (1 + 0.01 * noise.symmetric(Topic.STRING_VOLTAGE, subject, second));
        return Math.max(model.mpptLow(), Math.min(model.mpptHigh(), voltage));
    }

    /**
     * An operating point.
     *
     * @param irradiance on the modules, W/m²
     * @param acPower delivered power, W: 0 at night, in a ground fault and while the light does not cover the inverter's own use
     * @param dcPower power taken from the modules, W
     * @param dcVoltage of the modules, V
     * @param airTemperature °C
     * @param fault what is wrong, if anything
     */
    private record OperatingPoint(
            long second,
            double irradiance,
            double acPower,
            double dcPower,
            double dcVoltage,
            double airTemperature,
            @Nullable Episode fault) {}
}
