package dev.inverterflow.local.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs sql/operations and holds docs/operations.md to what the statements answer. */
@ExtendWith(WarehouseExtension.class)
class OperationsIT {
    private final Warehouse warehouse;

    OperationsIT(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call.sql",
                "status.sql",
                "errors.sql",
                "backlog_copy.sql",
                "replace_pipe.sql",
                "own_prices.sql",
                "region_prices.sql",
                "tasks.sql"
            })
    void answersWhatThePageSays(String script) throws Exception {
        warehouse.putWithoutEvent("2020-02-02/20200202T000000Z_old_r1_p1of1_n0.json", "[]");
        String section = section(script);
        try (Statement statement = warehouse.connection().createStatement()) {
            for (String sql : statements(script)) {
                if (statement.execute(sql)) {
                    answers(section, sql, statement.getResultSet());
                }
            }
        } finally {
            warehouse.execute("DELETE FROM PRICE_LIST WHERE SOURCE LIKE 'own %'");
        }
    }

    /** The stand-in has no budgets, and says so; docs/account-checklist.md has the row that an account settles. */
    @Test
    void aBudgetIsRefusedByName() throws Exception {
        for (String sql : statements("budget.sql")) {
            assertThatThrownBy(() -> warehouse.execute(sql))
                    .as(sql)
                    .hasMessageContaining("not supported by snowflake-local: ")
                    .hasMessageContaining("instance");
        }
        assertThat(section("budget.sql")).contains("snowflake-local has no budgets");
    }

    @Test
    void eachScriptHasASection() throws Exception {
        try (Stream<Path> scripts = Files.list(Path.of("..", "sql", "operations"))) {
            assertThat(scripts.map(script -> script.getFileName().toString()))
                    .hasSizeGreaterThan(8)
                    .allSatisfy(script -> assertThat(section(script)).isNotBlank());
        }
    }

    private static void answers(String section, String sql, ResultSet rows) throws Exception {
        List<String> labels = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            labels.add(rows.getMetaData().getColumnLabel(i));
        }
        if (sql.matches("(?s)(SELECT|LIST|COPY|ALTER TASK).*")) {
            assertThat(section).as(sql).contains("`" + String.join(", ", labels) + "`");
        }
        Matcher call = Pattern.compile("CALL (\\w+)\\((.*)\\)", Pattern.DOTALL).matcher(sql);
        if (call.matches()) {
            rows.next();
            JsonNode result = new ObjectMapper().readTree(rows.getString(1));
            List<String> keys = new ArrayList<>();
            result.fieldNames().forEachRemaining(keys::add);
            assertThat(keys).as(sql).containsAnyOf("run_id", "options");
            assertThat(section).as(sql).contains(sorted(keys, section));
        }
    }

    /** The row of the section that lists these keys; a VARIANT does not keep their order. */
    private static String sorted(List<String> keys, String section) {
        return Pattern.compile("`(\\w+(, \\w+)+)`")
                .matcher(section)
                .results()
                .map(row -> row.group(1))
                .filter(row ->
                        List.of(row.split(", ")).size() == keys.size() && keys.containsAll(List.of(row.split(", "))))
                .findFirst()
                .orElse(String.join(", ", keys));
    }

    private static List<String> statements(String script) throws Exception {
        String text = Files.readString(Path.of("..", "sql", "operations", script))
                .replace("&{backlog_date}", "2020-02-02")
                .replace("&{database}", "INVERTERFLOW")
                .replace("&{monthly_credit_quota}", "10")
                .replace("&{notification_integration}", "INVERTERFLOW_EMAIL")
                .replace("&{notification_recipients}", "operator@example.com")
                .replace("&{edition}", "ENTERPRISE")
                .replace("&{credit_price}", "2.5")
                .replace("&{price_from}", "2026-11-01")
                .replace("&{price_region}", "eu-central-1")
                .replace("&{storage_price}", "24.5")
                .replace("&{s3_put_price}", "0.0054")
                .replace("&{s3_get_price}", "0.00043")
                .replace("&{s3_storage_price}", "0.0245");
        return List.of(text.replaceAll("(?m)^--.*\\R?", "").strip().split(";\\s*"));
    }

    private static String section(String script) throws Exception {
        String page = Files.readString(Path.of("..", "docs", "operations.md"));
        int start = page.indexOf("## " + script);
        assertThat(start).as("section of " + script).isPositive();
        int end = page.indexOf("\n## ", start);
        return page.substring(start, end);
    }
}
