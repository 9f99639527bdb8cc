package dev.inverterflow.client.validate;

import dev.inverterflow.client.reading.Inverter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rated AC power of each inverter, W, and of one that is not known. */
public final class RatedPowers {
    private final Map<String, Double> byInverter;
    private final double unknown;

    private RatedPowers(Map<String, Double> byInverter, double unknown) {
        this.byInverter = byInverter;
        this.unknown = unknown;
    }

    /** Every inverter has the same rated power. */
    public static RatedPowers allOf(double ratedPowerW) {
        return new RatedPowers(Map.of(), ratedPowerW);
    }

    /** The rated powers of a fleet; inverters outside of it have the given one. */
    public static RatedPowers of(List<Inverter> fleet, double otherwiseW) {
        return new RatedPowers(
                fleet.stream().collect(Collectors.toUnmodifiableMap(Inverter::id, Inverter::ratedPowerW)), otherwiseW);
    }

    double of(String inverterId) {
        return byInverter.getOrDefault(inverterId, unknown);
    }

    double unknown() {
        return unknown;
    }
}
