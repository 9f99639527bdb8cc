package dev.inverterflow.snowflake.local.load.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One created object that an S3 event notification speaks of.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event message
 *     structure</a>
 */
public record S3Event(S3Location file, long sizeBytes) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CREATED = "ObjectCreated:";

    /**
     * Reads a notification message. A message holds several records; those of other events (removal, restore) and S3's own
     * {@code s3:TestEvent} yield none.
     *
     * @return the created objects, or empty if the message is not an S3 event notification
     */
    public static Optional<List<S3Event>> parse(String message) {
        JsonNode root;
        try {
            root = JSON.readTree(message);
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
        if (root.path("Event").asText().equals("s3:TestEvent")) {
            return Optional.of(List.of());
        }
        var records = root.path("Records");
        if (!records.isArray()) {
            return Optional.empty();
        }
        return parseRecords(records);
    }

    private static Optional<List<S3Event>> parseRecords(JsonNode records) {
        var events = new ArrayList<S3Event>();
        for (var each : records) {
            // The notification service writes "ObjectCreated:Put"; the configuration of a bucket "s3:ObjectCreated:*".
            var name = each.path("eventName").asText();
            var bucket = each.path("s3").path("bucket").path("name").asText();
            var object = each.path("s3").path("object");
            var key = object.path("key").asText();
            if (name.isEmpty() || bucket.isEmpty() || key.isEmpty()) {
                return Optional.empty();
            }
            var decoded = decoded(key);
            if (decoded.isEmpty()) {
                return Optional.empty();
            }
            if (name.startsWith(CREATED)) {
                events.add(new S3Event(
                        new S3Location(bucket, decoded.get()),
                        object.path("size").asLong()));
            }
        }
        return Optional.of(List.copyOf(events));
    }

    private static Optional<String> decoded(String key) {
        try {
            return Optional.of(URLDecoder.decode(key, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
