package dev.inverterflow.snowflake.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds for each row of the reference page a test that uses it. A link that the page has already stays as long as it holds,
 * so that other tests do not change the page.
 */
final class TestLinks {
    /** What makes the page names every row and proves none. */
    private static final Set<String> OF_THE_PAGE = Set.of(
            "KnownDifferences.java",
            "ReferencePage.java",
            "ReferencePageTest.java",
            "Registries.java",
            "StatementPhrase.java",
            "TestLinks.java");

    private static final Pattern ROW =
            Pattern.compile("^\\| `([^`]+)` \\|.*\\[([\\w.-]+)]\\(([^)]+)\\) \\|$", Pattern.MULTILINE);

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, String> known = new LinkedHashMap<>();

    /**
     * @param repository the folder of the whole project
     * @param page the page as it is, empty for none
     */
    TestLinks(Path repository, String page) throws IOException {
        for (String module : List.of("snowflake-local", "snowflake-local-snowpark", "local-stack")) {
            Path tests = repository.resolve(module).resolve("src/test");
            if (Files.isDirectory(tests)) {
                read(repository, tests);
            }
        }
        Matcher rows = ROW.matcher(page);
        while (rows.find()) {
            known.putIfAbsent(rows.group(1), rows.group(3).substring("../".length()));
        }
    }

    private void read(Path repository, Path tests) throws IOException {
        try (Stream<Path> files = Files.walk(tests)) {
            for (Path file : files.filter(TestLinks::isTest).sorted().toList()) {
                String name = repository.relativize(file).toString().replace('\\', '/');
                texts.put(name, Files.readString(file, StandardCharsets.UTF_8));
            }
        }
    }

    private static boolean isTest(Path file) {
        String name = file.getFileName().toString();
        return !OF_THE_PAGE.contains(name)
                && (name.endsWith(".java") || name.endsWith(".sql") || name.endsWith(".txt") || name.endsWith(".csv"));
    }

    /** A pattern for words that may have any blanks between them. */
    static String literal(String words) {
        return Stream.of(words.split(" "))
                .map(Pattern::quote)
                .reduce((a, b) -> a + "\\s+" + b)
                .orElse("");
    }

    /** A pattern for a call, or for a function's name in quotes or as a method of that name. */
    static String function(String name) {
        String camel = name.replace("_", "_?");
        return "(\\b" + camel.replace("$", "\\$") + "\\s*\\(|\\b" + camel.replace("$", "\\$") + "\\b)";
    }

    /** The link in Markdown. */
    Optional<String> find(String row, String pattern) {
        Pattern wanted = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        String old = known.get(row);
        if (old != null
                && texts.containsKey(old)
                && wanted.matcher(texts.get(old)).find()) {
            return Optional.of(link(old));
        }
        return texts.entrySet().stream()
                .filter(test -> wanted.matcher(test.getValue()).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .map(TestLinks::link);
    }

    private static String link(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1).replaceAll("\\.\\w+$", "");
        return "[" + name + "](../" + file + ")";
    }
}
