package dev.inverterflow.snowflake.local.parser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * SQL texts, each with the line below it that says what it is read as ({@code =} and the tree as {@link TreePrinter}
 * writes it) or how it is refused ({@code !}, code and message). Blank lines stand between entries.
 */
final class Corpus {
    private static final List<String> STATEMENTS = List.of("queries.sql", "dml.sql", "ddl.sql", "commands.sql");

    private Corpus() {}

    record Entry(String sql, String outcome) {
        @Override
        public String toString() {
            return sql;
        }
    }

    static Stream<Entry> expressions() {
        return entries("expressions.sql");
    }

    static Stream<Entry> statements() {
        return STATEMENTS.stream().flatMap(Corpus::entries);
    }

    private static Stream<Entry> entries(String resource) {
        return Arrays.stream(read(resource).strip().split("\n\n+")).map(text -> {
            int lastLine = text.lastIndexOf('\n');
            return new Entry(text.substring(0, lastLine), text.substring(lastLine + 1));
        });
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(Corpus.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("cannot read " + resource, e);
        }
    }
}
