package dev.inverterflow.local.s3;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The JSON of an S3 event notification, structure version 2.1, see
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html. The key is URL-encoded, as S3 sends
 * it.
 */
final class S3EventNotification {
    private final String region;
    private final AtomicLong sequence = new AtomicLong();

    S3EventNotification(String region) {
        this.region = region;
    }

    String json(String eventName, String bucket, String key, long sizeBytes, String eTag) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode event = root.putArray("Records").addObject();
        event.put("eventVersion", "2.1");
        event.put("eventSource", "aws:s3");
        event.put("awsRegion", region);
        event.put("eventTime", Instant.now().toString());
        event.put("eventName", eventName);
        ObjectNode s3 = event.putObject("s3");
        s3.put("s3SchemaVersion", "1.0");
        s3.putObject("bucket").put("name", bucket).put("arn", "arn:aws:s3:::" + bucket);
        s3.putObject("object")
                .put("key", URLEncoder.encode(key, StandardCharsets.UTF_8))
                .put("size", sizeBytes)
                .put("eTag", eTag.replace("\"", ""))
                .put("sequencer", String.format(Locale.ROOT, "%016X", sequence.incrementAndGet()));
        return root.toString();
    }
}
