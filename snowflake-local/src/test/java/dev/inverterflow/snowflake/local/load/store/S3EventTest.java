package dev.inverterflow.snowflake.local.load.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3EventTest {
    @Test
    void readsEveryCreatedObjectOfAMessage() {
        var message = """
                {"Records":[
                 {"eventName":"ObjectCreated:Put","s3":{"bucket":{"name":"b"},"object":{"key":"raw/a.json","size":7}}},
                 {"eventName":"ObjectCreated:CompleteMultipartUpload",
                  "s3":{"bucket":{"name":"b"},"object":{"key":"raw/b.json","size":9}}}]}""";

        assertThat(S3Event.parse(message))
                .hasValueSatisfying(events -> assertThat(events)
                        .containsExactly(
                                new S3Event(new S3Location("b", "raw/a.json"), 7),
                                new S3Event(new S3Location("b", "raw/b.json"), 9)));
    }

    @Test
    void decodesTheKeyWhichS3SendsUrlEncoded() {
        assertThat(S3Event.parse(EmbeddedS3.eventOf("b", "raw/a+b%2Bc%C3%BC.json")))
                .hasValueSatisfying(events -> assertThat(events)
                        .extracting(event -> event.file().path())
                        .containsExactly("raw/a b+cü.json"));
    }

    @Test
    void passesOverRemovedObjects() {
        var message = """
                {"Records":[{"eventName":"ObjectRemoved:Delete","s3":{"bucket":{"name":"b"},"object":{"key":"k"}}}]}""";

        assertThat(S3Event.parse(message))
                .hasValueSatisfying(events -> assertThat(events).isEmpty());
    }

    @Test
    void passesOverTheTestMessageOfANewNotification() {
        assertThat(S3Event.parse("{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"b\"}"))
                .hasValueSatisfying(events -> assertThat(events).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{}",
                "{\"Records\":7}",
                "{\"Records\":[{}]}",
                "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"bucket\":{\"name\":\"b\"}}}]}",
                "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"bucket\":{\"name\":\"b\"},"
                        + "\"object\":{\"key\":\"%zz\"}}}]}"
            })
    void tellsAMalformedMessageFromAnEmptyOne(String message) {
        assertThat(S3Event.parse(message)).isEmpty();
    }
}
