package dev.inverterflow.client.reading;

/**
 * One inverter of a fleet, as the table {@code INVERTERS} has it.
 *
 * @param id {@code INV-} and digits
 * @param site the plant it stands in
 * @param model what the inverter is sold as; only the generator looks at it, an empty one is fine
 * @param ratedPowerW rated AC power, W
 * @param latitude degrees, north positive
 * @param longitude degrees, east positive
 */
public record Inverter(String id, String site, String model, double ratedPowerW, double latitude, double longitude) {}
