package dev.inverterflow.procs.flatten;

import dev.inverterflow.procs.flatten.ReadingRules.Rule;
import dev.inverterflow.procs.flatten.ReadingRules.Scale;
import java.util.List;
import java.util.OptionalDouble;

/** The rules as V006 seeds them. */
final class Rules {

    static final List<Rule> SEEDED = List.of(
            rule("timestamp", "TIME_IN_FUTURE", null, 300.0, Scale.ONE, ""),
            rule("timestamp", "TIME_TOO_OLD", -10.0, null, Scale.ONE, ""),
            rule("pac", "OUT_OF_RANGE", 0.0, 1.1, Scale.RATED_POWER, ""),
            rule("uac", "OUT_OF_RANGE", 180.0, 280.0, Scale.ONE, ""),
            rule("iac", "OUT_OF_RANGE", 0.0, 1.2, Scale.RATED_CURRENT, ""),
            rule("fac", "OUT_OF_RANGE", 45.0, 65.0, Scale.ONE, ""),
            rule("udc", "OUT_OF_RANGE", 0.0, 1000.0, Scale.ONE, ""),
            rule("idc", "OUT_OF_RANGE", 0.0, null, Scale.ONE, ""),
            rule("pdc", "OUT_OF_RANGE", 0.0, null, Scale.ONE, ""),
            rule("day_energy", "OUT_OF_RANGE", 0.0, 24.0, Scale.RATED_POWER, ""),
            rule("total_energy", "OUT_OF_RANGE", 0.0, null, Scale.ONE, ""),
            rule("temperature", "OUT_OF_RANGE", -40.0, 90.0, Scale.ONE, ""),
            rule("status_code", "UNKNOWN_CODE", null, null, Scale.ONE, "0,1,2,3,4,5,6,7,8,9,10,11,12,13,255"),
            rule("error_code", "OUT_OF_RANGE", 0.0, 999.0, Scale.ONE, ""),
            rule("rated_power", "DEFAULT", null, 10000.0, Scale.ONE, ""),
            rule("nominal_voltage", "DEFAULT", null, 230.0, Scale.ONE, ""),
            rule("flatten_chunk", "DEFAULT", null, 500_000.0, Scale.ONE, ""));

    private Rules() {}

    private static Rule rule(String field, String name, Double lower, Double upper, Scale scale, String codes) {
        return new Rule(field, name, bound(lower), bound(upper), scale, codes);
    }

    private static OptionalDouble bound(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
