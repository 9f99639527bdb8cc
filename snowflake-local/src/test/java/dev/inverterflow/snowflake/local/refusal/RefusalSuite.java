package dev.inverterflow.snowflake.local.refusal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The topics of the suite, each a file of {@link RefusalCase}s; the first paragraph of a file is what all of it needs. */
final class RefusalSuite {
    static final List<String> TOPICS = List.of(
            "account",
            "alerts",
            "bounds",
            "calls",
            "casts",
            "copy",
            "definitions",
            "dml",
            "foreign",
            "graphs",
            "histories",
            "names",
            "pipes",
            "privileges",
            "procedures",
            "queries",
            "session",
            "streams",
            "tasks",
            "timezones");

    private RefusalSuite() {}

    static List<RefusalCase> cases(String topic) {
        return Arrays.stream(read(topic + ".sql").strip().split("\n\n+"))
                .map(RefusalCase::of)
                .toList();
    }

    /** Statements that are wrong in one way or another, one a line. */
    static List<String> sweep() {
        return read("sweep.txt").lines().filter(line -> !line.isBlank()).toList();
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(RefusalSuite.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
