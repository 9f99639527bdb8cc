package dev.inverterflow.client.generate;

/**
 * What is generated.
 *
 * @param seed the same seed, fleet and ticks give the same readings
 * @param faultsPerDay mean number of faults of an inverter in a day, 0 to 4
 * @param invalidRate share of readings that are made incomplete or out of range, 0 to 1
 * @param threads how many may generate at once; the readings do not depend on it
 */
public record GeneratorOptions(long seed, double faultsPerDay, double invalidRate, int threads) {
    public GeneratorOptions {
        if (!(faultsPerDay >= 0 && faultsPerDay <= 4) || !(invalidRate >= 0 && invalidRate <= 1) || threads < 1) {
            throw new IllegalArgumentException("faultsPerDay " + faultsPerDay + ", invalidRate " + invalidRate
                    + " or threads " + threads + " is out of its range");
        }
    }

    /** No scripted trouble, one thread. */
    public static GeneratorOptions quiet(long seed) {
        return new GeneratorOptions(seed, 0, 0, 1);
    }
}
