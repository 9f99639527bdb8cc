package dev.inverterflow.snowflake.local.load.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class S3StoreTest {
    private static EmbeddedS3 s3;
    private static S3Store store;

    @BeforeAll
    static void start() throws Exception {
        s3 = EmbeddedS3.start("readings", "many");
        store = new S3Store(s3.endpoint());
    }

    @AfterAll
    static void stop() throws Exception {
        store.close();
        s3.close();
    }

    @Test
    void listsExactlyTheObjectsBelowAPrefix() {
        s3.put("readings", "raw/2026-11-23/a.json", "[]");
        s3.put("readings", "raw/2026-11-24/b.json", "[]");
        s3.put("readings", "rawer/c.json", "[]");

        try (var listed = store.list(new S3Location("readings", "raw/"))) {
            assertThat(listed.map(file -> file.location().path()))
                    .containsExactly("raw/2026-11-23/a.json", "raw/2026-11-24/b.json");
        }
    }

    @Test
    void listsMoreObjectsThanOnePageHolds() {
        IntStream.range(0, 1001).forEach(n -> s3.put("many", "f" + n, ""));

        try (var listed = store.list(new S3Location("many", ""))) {
            assertThat(listed).hasSize(1001);
        }
    }

    /** As a store over a file system answers while it writes a file. */
    @Test
    void anObjectThatIsNotCompleteIsNotListed() throws Exception {
        var answer = """
                <?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
                <Name>readings</Name><IsTruncated>false</IsTruncated>
                <Contents><Key>a</Key><LastModified>2026-11-23T06:00:00.000Z</LastModified><ETag>"1"</ETag><Size>1</Size></Contents>
                <Contents><Key>b</Key><LastModified>2026-11-23T06:00:00.000Z</LastModified><Size>0</Size></Contents>
                </ListBucketResult>""".getBytes(UTF_8);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, answer.length);
            try (var body = exchange.getResponseBody()) {
                body.write(answer);
            }
        });
        server.start();
        var endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());

        try (var busy = new S3Store(new S3Endpoint(endpoint, "us-east-1", "key", "secret"));
                var listed = busy.list(new S3Location("readings", ""))) {
            assertThat(listed.map(file -> file.location().path())).containsExactly("a");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void knowsSizeAndMd5OfAnObject() {
        s3.put("readings", "one/hello.txt", "hello");

        assertThat(store.find(new S3Location("readings", "one/hello.txt"))).hasValueSatisfying(file -> {
            assertThat(file.sizeBytes()).isEqualTo(5);
            assertThat(file.contentKey()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
            assertThat(file.lastModified().getNano()).isZero();
        });
    }

    @Test
    void findsNothingUnderAnUnknownKey() {
        assertThat(store.find(new S3Location("readings", "absent"))).isEmpty();
    }

    @Test
    void readsAnObjectAsItWasPut() throws Exception {
        s3.put("readings", "one/content.txt", "grüße");

        try (var open = store.open(new S3Location("readings", "one/content.txt"))) {
            assertThat(new String(open.content().readAllBytes(), UTF_8)).isEqualTo("grüße");
            assertThat(open.file().sizeBytes()).isEqualTo(7);
        }
    }
}
