package dev.inverterflow.client.generate;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The energy counters of a fleet as they stood at an instant; what must survive a restart so that counters never fall.
 *
 * @param at the instant of the last tick, as ISO-8601
 * @param byInverter the counters by inverter id
 */
public record EnergyCounters(
        @JsonProperty("at") String at,
        @JsonProperty("inverters") Map<String, Counter> byInverter) {

    public EnergyCounters {
        byInverter = Collections.unmodifiableMap(new TreeMap<>(byInverter));
    }

    public Instant instant() {
        return Instant.parse(at);
    }

    /**
     * @param dayWh energy since the site's midnight, Wh
     * @param totalWh energy since installation, Wh
     */
    public record Counter(
            @JsonProperty("day_wh") double dayWh,
            @JsonProperty("total_wh") double totalWh) {}
}
