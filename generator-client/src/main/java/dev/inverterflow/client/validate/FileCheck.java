package dev.inverterflow.client.validate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inverterflow.client.reading.InputException;
import dev.inverterflow.client.reading.JsonCandidate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Judges every record of a file by itself, in constant memory. */
public final class FileCheck {
    private final Validator validator;
    private final Instant reference;
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    public FileCheck(Validator validator, Instant reference) {
        this.validator = validator;
        this.reference = reference;
    }

    /**
     * Judges one file, a JSON array.
     *
     * @throws InputException if it is none or cannot be read; the message says where
     */
    public void judge(Path file, Verdicts verdicts) throws InputException {
        try (InputStream in = open(file);
                JsonParser parser = json.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new InputException(file + " is no JSON array of readings");
            }
            for (long index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                verdicts.record(file, index, violations(json.readTree(parser)));
            }
            if (parser.nextToken() != null) {
                throw new InputException(file + " has more after its array");
            }
        } catch (NoSuchFileException e) {
            throw new InputException(file + " does not exist", e);
        } catch (JsonProcessingException e) {
            throw new InputException(
                    file + ", line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage(),
                    e);
        } catch (IOException e) {
            throw new InputException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private List<Violation> violations(JsonNode record) {
        return record instanceof ObjectNode object
                ? validator.violations(new JsonCandidate(object), reference)
                : List.of(new Violation(Rule.NOT_AN_OBJECT, null, record.toString()));
    }

    /** Takes the verdict on each record. */
    public interface Verdicts {
        /** @param violations empty for a valid record */
        void record(Path file, long index, List<Violation> violations);
    }
}
