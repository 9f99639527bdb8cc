package dev.inverterflow.procs.flatten;

import dev.inverterflow.procs.flatten.ReadingRules.Rule;
import dev.inverterflow.procs.flatten.ReadingRules.Scale;
import java.util.List;

/** The rules as V006 seeds them. */
final class Rules {

    private static final double NONE = Double.MAX_VALUE;

    static final List<Rule> SEEDED = List.of(
            new Rule("timestamp", "TIME_IN_FUTURE", -NONE, 300, Scale.ONE, ""),
            new Rule("timestamp", "TIME_TOO_OLD", -10, NONE, Scale.ONE, ""),
            new Rule("pac", "OUT_OF_RANGE", 0, 1.1, Scale.RATED_POWER, ""),
            new Rule("uac", "OUT_OF_RANGE", 180, 280, Scale.ONE, ""),
            new Rule("iac", "OUT_OF_RANGE", 0, 1.2, Scale.RATED_CURRENT, ""),
            new Rule("fac", "OUT_OF_RANGE", 45, 65, Scale.ONE, ""),
            new Rule("udc", "OUT_OF_RANGE", 0, 1000, Scale.ONE, ""),
            new Rule("idc", "OUT_OF_RANGE", 0, NONE, Scale.ONE, ""),
            new Rule("pdc", "OUT_OF_RANGE", 0, NONE, Scale.ONE, ""),
            new Rule("day_energy", "OUT_OF_RANGE", 0, 24, Scale.RATED_POWER, ""),
            new Rule("total_energy", "OUT_OF_RANGE", 0, NONE, Scale.ONE, ""),
            new Rule("temperature", "OUT_OF_RANGE", -40, 90, Scale.ONE, ""),
            new Rule("status_code", "UNKNOWN_CODE", -NONE, NONE, Scale.ONE, "0,1,2,3,4,5,6,7,8,9,10,11,12,13,255"),
            new Rule("error_code", "OUT_OF_RANGE", 0, 999, Scale.ONE, ""),
            new Rule("rated_power", "DEFAULT", -NONE, 10000, Scale.ONE, ""),
            new Rule("nominal_voltage", "DEFAULT", -NONE, 230, Scale.ONE, ""));

    private Rules() {}
}
