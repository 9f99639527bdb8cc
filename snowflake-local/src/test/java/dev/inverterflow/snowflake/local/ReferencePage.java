package dev.inverterflow.snowflake.local;

import dev.inverterflow.snowflake.local.function.FunctionRegistry;
import dev.inverterflow.snowflake.local.function.FunctionRow;
import dev.inverterflow.snowflake.local.parser.PropertyReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes docs/snowflake-local.md from the registries of a running server. */
final class ReferencePage {

    private static final String RENEWAL =
            "mvn -o -pl snowflake-local test -Dtest=ReferencePageTest -Dreference.page=write"
                    + " -Dsurefire.failIfNoSpecifiedTests=false";

    private final Registries registries;
    private final List<SessionParameter> parameters;
    private final TestLinks links;
    private final List<String> missing = new ArrayList<>();
    private final StringBuilder page = new StringBuilder();

    /** A row of SHOW PARAMETERS. */
    record SessionParameter(String name, String defaultValue, String description) {}

    ReferencePage(Registries registries, List<SessionParameter> parameters, TestLinks links) {
        this.registries = registries;
        this.parameters = parameters;
        this.links = links;
    }

    /** The page's text. */
    String text() {
        page.append("""
            # snowflake-local: what it knows

            This page is generated from the registries of the server; do not edit it. Renew it with
            `%s`.
            What has no row here is refused by name: `not supported by snowflake-local: …` (error 000002), or as Snowflake
            refuses it. The last column links a test that uses the row.

            """.formatted(RENEWAL));
        statements();
        names("Views of INFORMATION_SCHEMA", registries.informationViews());
        names("Table functions of INFORMATION_SCHEMA", registries.historyFunctions());
        names("Views of SNOWFLAKE.ACCOUNT_USAGE", registries.usageViews());
        names("Functions about the session and the account's objects", registries.systemFunctions());
        functions();
        parameters();
        properties();
        page.append(KnownDifferences.TEXT);
        return page.toString();
    }

    /** The rows without a test; known once the text was made. */
    List<String> missing() {
        return List.copyOf(missing);
    }

    private void statements() {
        heading("Statements", "Statement", "Test");
        for (String key : registries.statements()) {
            StatementPhrase phrase = StatementPhrase.of(key);
            row("`" + phrase.title() + "`", link(phrase.title(), phrase.pattern()));
        }
    }

    private void names(String title, List<String> names) {
        heading(title, "Name", "Test");
        for (String name : names) {
            row("`" + name + "`", link(name, TestLinks.function(name)));
        }
    }

    private void functions() {
        heading("Functions", "Function", "Arguments", "Kind", "Test");
        for (Map.Entry<String, List<FunctionRow>> entry :
                new TreeMap<>(FunctionRegistry.standard().all()).entrySet()) {
            String name = entry.getKey();
            if (name.matches("[A-Z][A-Z0-9_$]*")) {
                List<FunctionRow> rows = entry.getValue();
                row("`" + name + "`", arguments(rows), kinds(rows), link(name, TestLinks.function(name)));
            }
        }
    }

    private static String arguments(List<FunctionRow> rows) {
        int least = rows.stream().mapToInt(FunctionRow::required).min().orElse(0);
        boolean open = rows.stream().anyMatch(row -> row.most() == null);
        int most = rows.stream()
                .map(FunctionRow::most)
                .filter(count -> count != null)
                .mapToInt(count -> count)
                .max()
                .orElse(least);
        return open ? least + " or more" : least == most ? String.valueOf(least) : least + " to " + most;
    }

    private static String kinds(List<FunctionRow> rows) {
        return rows.stream()
                .map(row -> row.role().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void parameters() {
        heading("Session parameters", "Parameter", "Default", "Meaning");
        parameters.forEach(parameter ->
                row("`" + parameter.name() + "`", "`" + parameter.defaultValue() + "`", parameter.description()));
    }

    private void properties() {
        heading("Properties of objects", "Object", "Taken", "No effect locally: kept and shown", "Refused by name");
        for (PropertyReference.Entry entry : PropertyReference.entries()) {
            row(entry.kind(), list(entry.supported()), list(entry.withoutEffect()), list(entry.refused()));
        }
    }

    private String link(String row, String pattern) {
        return links.find(row, pattern).orElseGet(() -> {
            missing.add(row);
            return "none yet";
        });
    }

    private void heading(String title, String... columns) {
        page.append("\n## ").append(title).append("\n\n");
        row(columns);
        row(java.util.Arrays.stream(columns).map(column -> "---").toArray(String[]::new));
    }

    private void row(String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String list(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" "));
    }
}
