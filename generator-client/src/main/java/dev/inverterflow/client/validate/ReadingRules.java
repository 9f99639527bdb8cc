package dev.inverterflow.client.validate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.inverterflow.client.reading.Field;
import dev.inverterflow.client.reading.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The thresholds that readings are judged by. The defaults are the resource {@code reading-rules.json}; a file of the same form
 * may give only what it changes, and {@code null} takes a limit away.
 */
public final class ReadingRules {
    private static final String RESOURCE = "reading-rules.json";
    private static final FieldRule NO_RULE = new FieldRule(false, null, null, null, null, null, null, null);

    private final double defaultRatedPowerW;
    private final double ratedVoltageV;
    private final Map<Field, FieldRule> rules;

    private ReadingRules(double defaultRatedPowerW, double ratedVoltageV, Map<Field, FieldRule> rules) {
        this.defaultRatedPowerW = defaultRatedPowerW;
        this.ratedVoltageV = ratedVoltageV;
        this.rules = rules;
    }

    /** The rules that the client comes with. */
    public static ReadingRules defaults() {
        try {
            return from(defaultTree());
        } catch (IOException e) {
            throw new IllegalStateException("the rules inside the client's jar cannot be read", e);
        }
    }

    /**
     * The rules the client comes with, changed by a file.
     *
     * @throws InputException if the file is not there, is no JSON or holds what is no rule; the message names file and place
     */
    public static ReadingRules changedBy(Path file) throws InputException {
        try (InputStream in = Files.newInputStream(file)) {
            JsonNode merged = mapper().readerForUpdating(defaultTree()).readTree(in);
            return from(merged);
        } catch (NoSuchFileException e) {
            throw new InputException("rules file " + file + " does not exist", e);
        } catch (JsonProcessingException e) {
            throw new InputException(
                    "rules file " + file + ": " + e.getOriginalMessage()
                            + "; reading-rules.json in the client's jar shows the form",
                    e);
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException("rules file " + file + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode defaultTree() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ReadingRules.class.getResourceAsStream(RESOURCE), RESOURCE + " is not in the jar")) {
            return mapper().readTree(in);
        }
    }

    private static ReadingRules from(JsonNode tree) throws JsonProcessingException {
        Document document = mapper().treeToValue(tree, Document.class);
        Map<Field, FieldRule> rules = new EnumMap<>(Field.class);
        for (Map.Entry<String, FieldRule> entry : document.fields().entrySet()) {
            Field field = Field.named(entry.getKey())
                    .orElseThrow(() -> new IllegalArgumentException("a reading has no field " + entry.getKey()));
            rules.put(field, entry.getValue());
        }
        return new ReadingRules(document.defaultRatedPowerW(), document.ratedVoltageV(), rules);
    }

    private static ObjectMapper mapper() {
        return new JsonMapper();
    }

    /** The rated power of an inverter that nothing else is known about, W. */
    public double defaultRatedPowerW() {
        return defaultRatedPowerW;
    }

    double ratedVoltageV() {
        return ratedVoltageV;
    }

    FieldRule of(Field field) {
        return rules.getOrDefault(field, NO_RULE);
    }

    record Document(
            @JsonProperty("default_rated_power_w") double defaultRatedPowerW,
            @JsonProperty("rated_voltage_v") double ratedVoltageV,
            @JsonProperty("fields") Map<String, FieldRule> fields) {

        Document {
            if (!(defaultRatedPowerW > 0) || !(ratedVoltageV > 0)) {
                throw new IllegalArgumentException("default_rated_power_w and rated_voltage_v must be above 0");
            }
        }
    }
}
