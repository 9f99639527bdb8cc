package dev.inverterflow.client.validate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.inverterflow.client.reading.Inverter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /**
     * Reads a JSON array of objects with {@code inverter_id} and {@code rated_power_w}; other members of table INVERTERS may stand
     * beside them.
     *
     * @throws RulesException if the file cannot be used; the message names it and says why
     */
    public static RatedPowers read(Path file, double otherwiseW) throws RulesException {
        try {
            Entry[] entries = new JsonMapper().readValue(Files.readAllBytes(file), Entry[].class);
            return new RatedPowers(powers(entries), otherwiseW);
        } catch (NoSuchFileException e) {
            throw new RulesException("inverters file " + file + " does not exist", e);
        } catch (JsonProcessingException e) {
            throw new RulesException(
                    "inverters file " + file + " is no JSON array of inverters: " + e.getOriginalMessage(), e);
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw new RulesException("inverters file " + file + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, Double> powers(Entry[] entries) {
        return List.of(entries).stream().collect(Collectors.toUnmodifiableMap(Entry::id, Entry::power));
    }

    double of(String inverterId) {
        return byInverter.getOrDefault(inverterId, unknown);
    }

    double unknown() {
        return unknown;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Entry(
            @JsonProperty("inverter_id") @Nullable String inverterId,
            @JsonProperty("rated_power_w") @Nullable Double ratedPowerW) {

        String id() {
            if (inverterId == null) {
                throw new IllegalArgumentException("an entry has no inverter_id");
            }
            return inverterId;
        }

        double power() {
            if (ratedPowerW == null || ratedPowerW <= 0) {
                throw new IllegalArgumentException(
                        "rated_power_w of " + inverterId + " must be a number of watts above 0");
            }
            return ratedPowerW;
        }
    }
}
