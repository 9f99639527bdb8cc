package dev.inverterflow.client.validate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.inverterflow.client.reading.InputException;
import dev.inverterflow.client.reading.RecordJson;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Judges every record of a file by itself, in constant memory. What a file is, is told by its first bytes and not by its name: gzip or
 * plain, a JSON array or one JSON value a line (NDJSON).
 */
public final class FileCheck {
    private static final int GZIP_FIRST = 0x1F;
    private static final int GZIP_SECOND = 0x8B;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Validator.At validator;
    private final RecordJson json = new RecordJson();

    public FileCheck(Validator validator, Instant reference) {
        this.validator = validator.at(reference);
    }

    /**
     * Judges one file.
     *
     * @throws InputException if it is empty, cannot be read or is a broken array; the message says where
     */
    public void judge(Path file, Verdicts verdicts) throws InputException {
        try (InputStream in = unpacked(Files.newInputStream(file))) {
            int first = firstCharacter(in);
            if (first < 0) {
                throw new InputException(file + " is empty");
            } else if (first == '[') {
                judgeArray(in, file, verdicts);
            } else {
                judgeLines(in, file, verdicts);
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

    private void judgeArray(InputStream in, Path file, Verdicts verdicts) throws IOException, InputException {
        try (JsonParser parser = json.parser(in)) {
            parser.nextToken();
            for (long index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                verdicts.record(file, index, validator.violations(json.next(parser)));
            }
            if (parser.nextToken() != null) {
                throw new InputException(file + " has more after its array");
            }
        }
    }

    private void judgeLines(InputStream in, Path file, Verdicts verdicts) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        long index = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                verdicts.record(file, index++, validator.violations(json.line(line)));
            }
        }
    }

    private static InputStream unpacked(InputStream file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file);
        try {
            in.mark(2);
            boolean packed = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
            in.reset();
            return packed ? new BufferedInputStream(new GZIPInputStream(in)) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Looks at the first character that is no blank, and leaves the stream before it; -1 if there is none. */
    private static int firstCharacter(InputStream in) throws IOException {
        in.mark(BYTE_ORDER_MARK.length);
        byte[] start = in.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
            in.reset();
        }
        int character;
        do {
            in.mark(1);
            character = in.read();
        } while (character == ' ' || character == '\t' || character == '\r' || character == '\n');
        in.reset();
        return character;
    }

    /** Takes the verdict on each record. */
    public interface Verdicts {
        /**
         * @param index of the record in its file, from 0
         * @param violations empty for a valid record
         */
        void record(Path file, long index, List<Violation> violations);
    }
}
