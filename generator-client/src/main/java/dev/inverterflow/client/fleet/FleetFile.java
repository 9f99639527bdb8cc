package dev.inverterflow.client.fleet;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.inverterflow.client.reading.InputException;
import dev.inverterflow.client.reading.Inverter;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fleet from a file, with the columns of table {@code INVERTERS} and the model beside them: CSV with a header, or a JSON array of
 * objects. Only {@code inverter_id} must be there; what else is absent or empty is taken from the defaults.
 */
public final class FleetFile {
    private final Defaults defaults;

    public FleetFile(Defaults defaults) {
        this.defaults = defaults;
    }

    /**
     * Reads a fleet.
     *
     * @throws InputException if the file cannot be used; the message names it, the place and the reason
     */
    public List<Inverter> read(Path file) throws InputException {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            List<Row> rows = text.stripLeading().startsWith("[") ? jsonRows(text) : CsvFleet.rows(text);
            return inverters(rows);
        } catch (NoSuchFileException e) {
            throw new InputException("inverters file " + file + " does not exist", e);
        } catch (MalformedInputException e) {
            throw new InputException("inverters file " + file + " is no UTF-8 text", e);
        } catch (JsonProcessingException e) {
            throw new InputException(
                    "inverters file " + file + " is no JSON array of inverters: " + e.getOriginalMessage(), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException("inverters file " + file + ": " + e.getMessage(), e);
        }
    }

    private static List<Row> jsonRows(String text) throws JsonProcessingException {
        return List.of(new JsonMapper().readValue(text, Row[].class));
    }

    private List<Inverter> inverters(List<Row> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("it has no inverters");
        }
        List<Inverter> fleet = new ArrayList<>(rows.size());
        Set<String> ids = new HashSet<>();
        for (Row row : rows) {
            Inverter inverter = row.inverter(defaults);
            if (!ids.add(inverter.id())) {
                throw new IllegalArgumentException(inverter.id() + " stands in it twice");
            }
            fleet.add(inverter);
        }
        return fleet;
    }

    /**
     * What an inverter has that the file does not tell of.
     *
     * @param ratedPowerW W
     * @param latitude degrees
     * @param longitude degrees
     */
    public record Defaults(double ratedPowerW, double latitude, double longitude) {}

    /** One row, as it is written. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Row(
            @JsonProperty("inverter_id") @Nullable String inverterId,
            @JsonProperty("site") @Nullable String site,
            @JsonProperty("model") @Nullable String model,
            @JsonProperty("rated_power_w") @Nullable Double ratedPowerW,
            @JsonProperty("latitude") @Nullable Double latitude,
            @JsonProperty("longitude") @Nullable Double longitude) {
        Inverter inverter(Defaults defaults) {
            if (inverterId == null || !inverterId.matches("INV-[0-9]+")) {
                throw new IllegalArgumentException("inverter_id is "
                        + (inverterId == null ? "absent" : "'" + inverterId + "'") + "; it must be INV- and digits");
            }
            return new Inverter(
                    inverterId,
                    site == null ? "" : site,
                    model == null ? "" : model,
                    within("rated_power_w", ratedPowerW, defaults.ratedPowerW(), 1, 1e9),
                    within("latitude", latitude, defaults.latitude(), -90, 90),
                    within("longitude", longitude, defaults.longitude(), -180, 180));
        }

        private double within(String column, @Nullable Double value, double otherwise, double least, double most) {
            double number = value == null ? otherwise : value;
            if (!(number >= least && number <= most)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "%s of %s is %s; it must be from %.0f to %.0f",
                        column,
                        inverterId,
                        number,
                        least,
                        most));
            }
            return number;
        }
    }
}
