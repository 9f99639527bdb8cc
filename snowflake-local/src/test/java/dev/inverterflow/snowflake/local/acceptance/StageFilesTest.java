package dev.inverterflow.snowflake.local.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Tag("driver")
class StageFilesTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    @TempDir
    Path folder;

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = SERVER.connect();
        LocalServer.execute(connection, "create or replace stage files");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void aFileIsPutListedGotAndRemoved() throws Exception {
        Path file = Files.writeString(folder.resolve("hello.txt"), "hello");
        assertThat(LocalServer.column(connection, "put file://" + file + " @files/a/b auto_compress = false", "status"))
                .containsExactly("UPLOADED");
        assertThat(LocalServer.column(connection, "list @files", "name")).containsExactly("files/a/b/hello.txt");
        assertThat(LocalServer.column(connection, "list @files/a", "md5"))
                .containsExactly("5d41402abc4b2a76b9719d911017c592");
        Path target = Files.createDirectory(folder.resolve("target"));
        LocalServer.execute(connection, "get @files/a/b file://" + target);
        try (var found = Files.walk(target)) {
            assertThat(found.filter(Files::isRegularFile)
                            .map(StageFilesTest::read)
                            .toList())
                    .containsExactly("hello");
        }
        assertThat(LocalServer.column(connection, "remove @files/a/b/hello.txt", "result"))
                .containsExactly("removed");
        assertThat(LocalServer.column(connection, "list @files", "name")).isEmpty();
    }

    @Test
    void filesAreCompressedUnlessToldOtherwise() throws Exception {
        Path file = Files.writeString(folder.resolve("data.json"), "[]");
        LocalServer.execute(connection, "put file://" + file + " @files");
        assertThat(LocalServer.column(connection, "list @files", "name")).containsExactly("files/data.json.gz");
    }

    /** The table of SOURCE_COMPRESSION on the page of PUT. */
    @Test
    void aFileIsTakenForCompressedAsPutSays() throws Exception {
        Path file = folder.resolve("data");
        try (OutputStream zipped = new GZIPOutputStream(Files.newOutputStream(file))) {
            zipped.write("[]".getBytes(UTF_8));
        }
        for (String said : List.of("auto_detect GZIP data", "gzip GZIP data", "none NONE data.gz")) {
            String[] expected = said.split(" ");
            String put = "put file://" + file + " @files overwrite = true source_compression = " + expected[0];
            assertThat(LocalServer.rows(connection, put, " ").get(0))
                    .as(put)
                    .startsWith("data " + expected[2] + " ")
                    .contains(" " + expected[1] + " GZIP UPLOADED");
        }
        assertThatThrownBy(() ->
                        LocalServer.execute(connection, "put file://" + file + " @files source_compression = lzma"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("invalid value [LZMA] for parameter 'SOURCE_COMPRESSION'");
    }

    @Test
    void filesMoveInOneToNinetyNineThreads() throws Exception {
        Path file = Files.writeString(folder.resolve("x.txt"), "x");
        for (String threads : List.of("0", "100")) {
            for (String statement : List.of("put file://" + file + " @files", "get @files file://" + folder)) {
                assertThatThrownBy(() -> LocalServer.execute(connection, statement + " parallel = " + threads))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("invalid value [" + threads + "] for parameter 'PARALLEL'");
            }
        }
        LocalServer.execute(connection, "put file://" + file + " @files parallel = 99");
    }

    @Test
    void replacingAStageForgetsItsFiles() throws Exception {
        Path file = Files.writeString(folder.resolve("x.txt"), "x");
        LocalServer.execute(connection, "put file://" + file + " @files", "create or replace stage files");
        assertThat(LocalServer.column(connection, "list @files", "name")).isEmpty();
    }

    @Test
    void noPathLeadsOutOfItsStage() throws Exception {
        Path file = Files.writeString(folder.resolve("x.txt"), "x");
        assertThatThrownBy(() -> LocalServer.execute(connection, "put file://" + file + " '@files/../../elsewhere'"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("leads out of its stage");
        assertThatThrownBy(() -> LocalServer.execute(connection, "remove '@files/../..'"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("leads out of its stage");
    }

    @Test
    void aStageThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> LocalServer.execute(connection, "list @nowhere"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("does not exist or not authorized");
    }

    @Test
    void aPresignedUrlGivesOneFileToWhoeverHasIt() throws Exception {
        Path file = Files.writeString(folder.resolve("page.html"), "<p>hello</p>");
        LocalServer.execute(
                connection,
                "create or replace stage files encryption = (type = 'SNOWFLAKE_SSE')",
                "put file://" + file + " @files/reports auto_compress = false");
        String url = LocalServer.value(connection, "select get_presigned_url(@files, 'reports/page.html', 60)");
        assertThat(get(url).body()).isEqualTo("<p>hello</p>");
        assertThat(get(url.replaceFirst("/presigned/[0-9a-f]{8}", "/presigned/00000000"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aPresignedUrlThatNobodyCouldReadIsRefused() {
        assertThatThrownBy(() -> LocalServer.value(connection, "select get_presigned_url(@files, 'page.html')"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("not supported by snowflake-local")
                .hasMessageContaining("SNOWFLAKE_SSE");
        assertThatThrownBy(() -> LocalServer.value(connection, "select get_presigned_url(@~, 'page.html')"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("SNOWFLAKE_SSE");
    }

    @Test
    void aPresignedUrlIsValidForAtMostAWeek() throws Exception {
        LocalServer.execute(connection, "create or replace stage files encryption = (type = 'SNOWFLAKE_SSE')");
        assertThat(LocalServer.value(connection, "select get_presigned_url(@files, 'page.html', 604800)"))
                .startsWith("http://");
        for (String seconds : new String[] {"604801", "0"}) {
            assertThatThrownBy(() -> LocalServer.value(
                            connection, "select get_presigned_url(@files, 'page.html', " + seconds + ")"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining(seconds);
        }
    }

    private static HttpResponse<String> get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
