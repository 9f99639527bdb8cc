package dev.inverterflow.deploy.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import java.util.List;
import java.util.Locale;

/**
 * Adds the pipe's queue to a bucket's notification configuration. Putting one replaces the whole
 * (docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html), so everything there is kept. Two
 * configurations of one event must not overlap by prefix and suffix: S3 would refuse, and this refuses first, with the way
 * around it.
 */
public final class NotificationMerge {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVENT = "s3:ObjectCreated:*";
    private static final String CREATED = "s3:ObjectCreated:";
    private static final String QUEUES = "QueueConfigurations";
    private static final List<String> KINDS = List.of(QUEUES, "TopicConfigurations", "LambdaFunctionConfigurations");
    private static final int MOST_QUEUES = 100;

    private final String channel;
    private final String prefix;

    /**
     * A merge.
     *
     * @param channel ARN of the pipe's queue
     * @param prefix of the stage
     */
    public NotificationMerge(String channel, String prefix) {
        this.channel = channel;
        this.prefix = prefix;
    }

    /**
     * Merges.
     *
     * @param existing what {@code aws s3api get-bucket-notification-configuration} printed; nothing at all means none
     * @return what {@code put-bucket-notification-configuration} takes; equal to what there is when the queue is in it
     * @throws DeployException when the text is no such configuration, or an overlapping one is in it
     */
    public String merge(String existing) {
        ObjectNode configuration = parse(existing);
        if (!isThere(configuration)) {
            refuseOverlaps(configuration);
            ArrayNode queues = configuration.withArray(QUEUES);
            if (queues.size() >= MOST_QUEUES) {
                throw refusal("the bucket has " + queues.size() + " queue configurations; S3 takes no more. ");
            }
            add(queues);
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(configuration);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a parsed tree can be written", e);
        }
    }

    private static ObjectNode parse(String existing) {
        if (existing.isBlank()) {
            return JSON.createObjectNode();
        }
        try {
            if (JSON.readTree(existing) instanceof ObjectNode configuration) {
                return configuration;
            }
        } catch (JsonProcessingException e) {
            throw new DeployException(
                    ExitCode.USAGE, "the notification configuration is not valid JSON: " + e.getOriginalMessage(), e);
        }
        throw new DeployException(
                ExitCode.USAGE,
                "the notification configuration must be a JSON object, as get-bucket-notification-configuration prints");
    }

    private boolean isThere(ObjectNode configuration) {
        for (JsonNode queue : configuration.path(QUEUES)) {
            if (queue.path("QueueArn").asText().equals(channel)
                    && filter(queue, "prefix").equals(prefix)
                    && filter(queue, "suffix").isEmpty()
                    && hearsCreation(queue)) {
                return true;
            }
        }
        return false;
    }

    private void refuseOverlaps(ObjectNode configuration) {
        for (String kind : KINDS) {
            for (JsonNode other : configuration.path(kind)) {
                String otherPrefix = filter(other, "prefix");
                // Our own has no suffix, so every suffix overlaps.
                boolean overlaps = otherPrefix.startsWith(prefix) || prefix.startsWith(otherPrefix);
                if (overlaps && hearsCreation(other)) {
                    throw refusal("the bucket sends created objects of the prefix '" + otherPrefix + "' to "
                            + destination(other) + " already ("
                            + other.path("Id").asText("without an Id")
                            + "), which overlaps '" + prefix + "'; S3 takes only one destination for an event. ");
                }
            }
        }
    }

    private static DeployException refusal(String why) {
        return new DeployException(
                ExitCode.REFUSED,
                why
                        + "Let one SNS topic take the events and fan them out: SELECT SYSTEM$GET_AWS_SNS_IAM_POLICY('TOPIC_ARN')"
                        + " gives the statement for the topic's policy; point the bucket's notification at the topic;"
                        + " subscribe the present destination to it; and make the pipe with AWS_SNS_TOPIC = 'TOPIC_ARN'");
    }

    private void add(ArrayNode queues) {
        ObjectNode queue = queues.addObject();
        queue.put(
                "Id", "inverterflow-" + prefix.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", ""));
        queue.put("QueueArn", channel);
        queue.putArray("Events").add(EVENT);
        if (!prefix.isEmpty()) {
            queue.putObject("Filter")
                    .putObject("Key")
                    .putArray("FilterRules")
                    .addObject()
                    .put("Name", "prefix")
                    .put("Value", prefix);
        }
    }

    private static boolean hearsCreation(JsonNode configuration) {
        for (JsonNode event : configuration.path("Events")) {
            if (event.asText().startsWith(CREATED)) {
                return true;
            }
        }
        return false;
    }

    private static String filter(JsonNode configuration, String name) {
        for (JsonNode rule : configuration.path("Filter").path("Key").path("FilterRules")) {
            if (rule.path("Name").asText().toLowerCase(Locale.ROOT).equals(name)) {
                return rule.path("Value").asText();
            }
        }
        return "";
    }

    private static String destination(JsonNode configuration) {
        for (String key : List.of("QueueArn", "TopicArn", "LambdaFunctionArn")) {
            if (configuration.has(key)) {
                return configuration.path(key).asText();
            }
        }
        return "another destination";
    }
}
