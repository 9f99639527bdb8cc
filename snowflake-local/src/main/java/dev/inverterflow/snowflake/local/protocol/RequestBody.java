package dev.inverterflow.snowflake.local.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads the JSON of a request's body while it arrives, within a bound: what is longer is never in memory. What is left of the
 * body is read and dropped before anything is answered, because a client that still sends does not see the answer.
 */
final class RequestBody {

    /** The longest body, as sent and unzipped: 64 MiB, many times what a statement may be long. */
    static final long MAX_BYTES = 64L << 20;

    /** Nested levels of JSON; drivers send four. */
    private static final int MAX_DEPTH = 100;

    /** What of a body too long is read for the sake of the answer; beyond it the connection is closed instead. */
    private static final long MAX_DROPPED_BYTES = 1L << 30;

    private static final int BUFFER_BYTES = 1 << 16;

    private final ObjectMapper mapper = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength((int) MAX_BYTES)
                            .build())
                    // A body may hold secrets, which its errors then show.
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * The JSON of a body, missing if it is empty.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException if it is too long, in another encoding or no JSON
     * @throws IOException if the connection breaks
     */
    JsonNode read(HttpExchange exchange) throws IOException {
        InputStream body = exchange.getRequestBody();
        try {
            return json(new Bounded(body), encoding(exchange));
        } finally {
            drop(body);
        }
    }

    /** Reads what is left of a body, up to a bound. */
    static void drop(InputStream body) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long dropped = 0;
        int read = body.read(buffer);
        while (read >= 0 && dropped < MAX_DROPPED_BYTES) {
            dropped += read;
            read = body.read(buffer);
        }
    }

    private JsonNode json(InputStream sent, String encoding) throws IOException {
        PushbackInputStream content = new PushbackInputStream(sent);
        int first = content.read();
        if (first < 0) {
            return MissingNode.getInstance();
        }
        content.unread(first);
        try {
            return mapper.readTree(unzipped(content, encoding));
        } catch (JsonProcessingException malformed) {
            throw WireRequest.badRequest("The body of the request is no JSON: " + malformed.getOriginalMessage());
        } catch (ZipException | EOFException broken) {
            throw WireRequest.badRequest("The body of the request is no gzip: " + broken.getMessage());
        }
    }

    private static InputStream unzipped(InputStream content, String encoding) throws IOException {
        return switch (encoding) {
            case "gzip" -> new Bounded(new GZIPInputStream(content, BUFFER_BYTES));
            case "", "identity" -> content;
            default ->
                throw WireRequest.badRequest("The Content-Encoding " + encoding
                        + " of the request is not known. Send it as gzip or as it is.");
        };
    }

    private static String encoding(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Encoding"))
                .map(header -> header.strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** Refuses to go on after {@link #MAX_BYTES}. */
    private static final class Bounded extends InputStream {
        private final InputStream in;
        private long left = MAX_BYTES;

        Bounded(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            if (value >= 0) {
                count(1);
            }
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            if (read > 0) {
                count(read);
            }
            return read;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw WireRequest.badRequest("The body of the request is longer than " + (MAX_BYTES >> 20)
                        + " MiB, as sent or unzipped. Send fewer values in one request, or put them into a stage.");
            }
        }
    }
}
