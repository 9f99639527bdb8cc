package dev.inverterflow.client.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;

/** How records of others are read: numbers with all their digits, and NaN and Infinity as some programs write them. */
public final class RecordJson {
    private static final int LONGEST_QUOTE = 200;

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private final JsonMapper ofStreams = json.rebuild()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** A line of NDJSON; one that is no JSON becomes a record that is no object, with the line's beginning as its value. */
    public JsonRecord line(String line) {
        try {
            JsonNode node = json.readTree(line);
            return new JsonRecord(node);
        } catch (JsonProcessingException e) {
            return unusable(line);
        }
    }

    /** A record that stands for a line that is not looked into. */
    public JsonRecord unusable(String line) {
        return new JsonRecord(TextNode.valueOf(line.substring(0, Math.min(line.length(), LONGEST_QUOTE))));
    }

    /** A parser whose values are read by {@link #next}. */
    public JsonParser parser(InputStream in) throws IOException {
        JsonFactory factory = ofStreams.getFactory();
        return factory.createParser(in);
    }

    /** The value that a parser stands at. */
    public JsonRecord next(JsonParser parser) throws IOException {
        return new JsonRecord(ofStreams.readTree(parser));
    }
}
