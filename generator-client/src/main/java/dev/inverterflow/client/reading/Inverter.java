package dev.inverterflow.client.reading;

/**
 * One inverter of a fleet, as the table {@code INVERTERS} has it.
 *
 * @param id {@code INV-} and digits
 * @param site the plant it stands in
 * @param ratedPowerW rated AC power, W
 * @param latitude degrees, north positive
 * @param longitude degrees, east positive
 */
public record Inverter(String id, String site, double ratedPowerW, double latitude, double longitude) {}
