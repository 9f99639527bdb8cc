package dev.inverterflow.deploy.apply;

import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What an apply may do.
 *
 * @param allowed names of objects that may lose what cannot come back, as the plan names them
 * @param snowpark what the procedures ask for
 * @param stopRequested asked between statements; true ends the run in order
 */
public record ApplyOptions(Set<String> allowed, SnowparkVersion snowpark, BooleanSupplier stopRequested) {}
