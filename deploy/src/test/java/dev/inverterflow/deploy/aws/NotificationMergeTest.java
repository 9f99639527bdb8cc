package dev.inverterflow.deploy.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inverterflow.deploy.outcome.DeployException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationMergeTest {
    private static final String CHANNEL = "arn:aws:sqs:eu-central-1:123456789012:sf-snowpipe-X";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final NotificationMerge merge = new NotificationMerge(CHANNEL, "inverters/");

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "{}"})
    void aBucketWithoutNotificationsGetsTheQueueAlone(String existing) throws Exception {
        JsonNode queues = JSON.readTree(merge.merge(existing)).path("QueueConfigurations");

        assertThat(queues).hasSize(1);
        assertThat(queues.get(0).toString())
                .isEqualTo("{\"Id\":\"inverterflow-inverters\",\"QueueArn\":\"" + CHANNEL
                        + "\",\"Events\":[\"s3:ObjectCreated:*\"],\"Filter\":{\"Key\":{\"FilterRules\":"
                        + "[{\"Name\":\"prefix\",\"Value\":\"inverters/\"}]}}}");
    }

    @Test
    void everythingElseIsKeptAsItIs() throws Exception {
        String existing = """
                {"TopicConfigurations": [{"Id": "t", "TopicArn": "arn:t", "Events": ["s3:ObjectCreated:Put"],
                    "Filter": {"Key": {"FilterRules": [{"Name": "Prefix", "Value": "images/"}]}}}],
                 "LambdaFunctionConfigurations": [{"Id": "l", "LambdaFunctionArn": "arn:l", "Events": ["s3:ObjectRemoved:*"]}],
                 "EventBridgeConfiguration": {}, "Unknown": 1}""";

        JsonNode merged = JSON.readTree(merge.merge(existing));

        JsonNode before = JSON.readTree(existing);
        before.properties()
                .forEach(field -> assertThat(merged.path(field.getKey())).isEqualTo(field.getValue()));
        assertThat(merged.path("QueueConfigurations")).hasSize(1);
    }

    @Test
    void mergingTwiceChangesNothing() {
        String once = merge.merge("{}");
        assertThat(merge.merge(once)).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource({"'',", "inverters/2026/,", "inv,", "inverters/,.json"})
    void anOverlappingConfigurationIsRefusedWithTheRoadOverSns(String prefix, String suffix) {
        String existing = """
                {"LambdaFunctionConfigurations": [{"Id": "thumbs", "LambdaFunctionArn": "arn:l",
                  "Events": ["s3:ObjectCreated:CompleteMultipartUpload"], "Filter": {"Key": {"FilterRules": [
                  {"Name": "prefix", "Value": "%s"}, {"Name": "suffix", "Value": "%s"}]}}}]}""".formatted(prefix, suffix == null ? "" : suffix);

        assertThatThrownBy(() -> merge.merge(existing))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("to arn:l already (thumbs), which overlaps 'inverters/'")
                .hasMessageContaining("SYSTEM$GET_AWS_SNS_IAM_POLICY")
                .hasMessageContaining("AWS_SNS_TOPIC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inverters-refused/", "other/inverters/"})
    void aPrefixBesideItIsNoOverlap(String prefix) throws Exception {
        String existing = """
                {"QueueConfigurations": [{"Id": "q", "QueueArn": "%s", "Events": ["s3:ObjectCreated:*"],
                  "Filter": {"Key": {"FilterRules": [{"Name": "prefix", "Value": "%s"}]}}}]}""".formatted(CHANNEL, prefix);

        assertThat(JSON.readTree(merge.merge(existing)).path("QueueConfigurations"))
                .hasSize(2);
    }

    @Test
    void theHundredAndFirstQueueIsRefused() {
        String queues = IntStream.range(0, 100)
                .mapToObj(i -> "{\"QueueArn\": \"arn:q\", \"Events\": [\"s3:ObjectRemoved:*\"]}")
                .collect(Collectors.joining(","));

        assertThatThrownBy(() -> merge.merge("{\"QueueConfigurations\": [" + queues + "]}"))
                .hasMessageContaining("has 100 queue configurations; S3 takes no more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "3", "{", "not json"})
    void whatIsNoConfigurationIsRefused(String existing) {
        assertThatThrownBy(() -> merge.merge(existing))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("the notification configuration");
    }
}
