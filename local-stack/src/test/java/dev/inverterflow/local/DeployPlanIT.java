package dev.inverterflow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inverterflow.snowflake.local.SnowflakeLocal;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What plan tells, what apply refuses before its first statement, and what destroy takes. */
class DeployPlanIT {
    private static final String PIPELINE = """
            create stage if not exists PROCEDURE_CODE;
            create stage if not exists FILES;
            create table if not exists RAW (V variant);
            create stream if not exists RAW_STREAM on table RAW append_only = true;
            """;
    private static final String TASK =
            "create or replace task T user_task_managed_initial_warehouse_size = 'XSMALL' schedule = '%s' as select 1;\n";

    private static SnowflakeLocal snowflake;
    private static int schemas;

    private Operator operator;
    private String schema = "";

    @BeforeAll
    static void startSnowflake() {
        snowflake = SnowflakeLocal.start();
    }

    @AfterAll
    static void stopSnowflake() {
        snowflake.close();
    }

    @BeforeEach
    void writeASmallProject(@TempDir Path folder) throws IOException {
        schema = "P" + ++schemas;
        operator = new Operator(snowflake, folder, schema).withASmallProject();
        operator.write("sql/versioned/V002__stage.sql", PIPELINE);
        operator.write("sql/repeatable/R__20_task.sql", TASK.formatted("60 MINUTES"));
    }

    @Test
    void aFirstPlanCreatesEverythingAndSaysWhatTheCadenceCosts() {
        assertThat(operator.run("plan")).as(operator.complained()).isEqualTo(2);

        assertThat(operator.printed())
                .contains("+ TABLE A  (create, V001__tables.sql)", "+ STREAM RAW_STREAM", "+ VIEW V", "+ TASK T")
                .contains(
                        "never -> 60 MINUTES: at most 0 -> 720 runs a month; at 5.0 s each (assumed) 0.0 -> 0.9 credits")
                .contains("9 create");
        assertThat(operator.complained()).isEmpty();
    }

    @Test
    void afterAnApplyNothingIsLeftToDoAndNothingHasDrifted() {
        assertThat(operator.apply()).as(operator.complained()).isZero();

        assertThat(operator.run("plan", "--drift")).as(operator.printed()).isZero();
        assertThat(operator.printed()).contains("is up to date: apply would do nothing", "drift: none");
    }

    @Test
    void aChangedCadenceShowsItsPriceAndItsPassingLoss() throws Exception {
        assertThat(operator.apply()).as(operator.complained()).isZero();
        operator.write("sql/repeatable/R__20_task.sql", TASK.formatted("USING CRON */10 8-17 * * 1-5 UTC"));

        assertThat(operator.run("plan", "--json")).isEqualTo(2);

        JsonNode plan = new ObjectMapper().readTree(operator.printed());
        JsonNode task = object(plan, "TASK T");
        assertThat(plan.path("changes").asBoolean()).isTrue();
        assertThat(task.path("action").asText()).isEqualTo("change");
        assertThat(task.path("difference").toString()).contains("-create or replace task T", "60 MINUTES", "CRON");
        assertThat(task.path("month").path("runsBefore").asDouble()).isEqualTo(720);
        // 6 an hour, 10 hours a day, 5 days of 7, 30 days.
        assertThat(task.path("month").path("runsAfter").asDouble()).isCloseTo(1285.7, offset(0.1));
        assertThat(task.path("loses").path("severity").asText()).isEqualTo("restored");
        assertThat(object(plan, "TABLE A").path("action").asText()).isEqualTo("unchanged");
    }

    @Test
    void whatCannotComeBackIsOnlyTakenWithAllow() throws Exception {
        assertThat(operator.apply()).as(operator.complained()).isZero();
        operator.write(
                "sql/versioned/V003__stream.sql",
                "create or replace stream RAW_STREAM on table RAW append_only = true;\n");

        assertThat(operator.run("plan")).isEqualTo(2);
        assertThat(operator.printed())
                .contains(
                        "LOSES: its offset: rows that nobody has consumed yet are skipped; apply asks for --allow RAW_STREAM");
        assertThat(operator.apply()).isEqualTo(5);
        assertThat(operator.complained())
                .contains("nothing was applied:", "V003__stream.sql would take from STREAM RAW_STREAM: its offset")
                .contains("give --allow RAW_STREAM");
        assertThat(operator.outcomes()).noneMatch(step -> step.startsWith("V003"));

        assertThat(operator.apply("--allow", "RAW_STREAM"))
                .as(operator.complained())
                .isZero();
    }

    @Test
    void driftNamesWhatSomebodyElseChangedDroppedAndAdded() throws Exception {
        assertThat(operator.apply()).as(operator.complained()).isZero();
        operator.execute("alter table A add column Y varchar");
        operator.execute("drop view V");
        operator.execute("create view MINE as select 1 as X");

        assertThat(operator.run("plan", "--drift")).isEqualTo(2);
        assertThat(operator.printed())
                .contains("! TABLE A changed", "+ column Y:", "! VIEW V gone", "! VIEW MINE added")
                .doesNotContain("TABLE B changed");
        assertThat(operator.run("plan")).as("without --drift").isZero();
    }

    @Test
    void anObjectOfAnotherRoleIsRefusedWithTheGrantThatHelps() throws Exception {
        operator.write("sql/variables.json", """
                [{"name": "database", "kind": "identifier", "default": "DEPLOY_TEST", "description": "Database."},
                 {"name": "schema", "kind": "identifier", "default": "%s", "description": "Schema."},
                 {"name": "owner_role", "kind": "identifier", "default": "ACCOUNTADMIN", "description": "Owner."},
                 {"name": "word", "kind": "identifier", "default": "HERE", "description": "A word."}]""".formatted(schema));
        assertThat(operator.apply()).as(operator.complained()).isZero();
        operator.execute("create role if not exists STRANGER");
        operator.execute("grant role STRANGER to role ACCOUNTADMIN");
        operator.execute("grant usage on database DEPLOY_TEST to role STRANGER");
        operator.execute("grant usage, create view on schema DEPLOY_TEST." + schema + " to role STRANGER");
        operator.execute("drop view DEPLOY_TEST." + schema + ".V");
        operator.executeAs("STRANGER", "create view DEPLOY_TEST." + schema + ".V as select 2 as X");

        assertThat(operator.apply("--var", "word=THERE")).isEqualTo(5);
        assertThat(operator.complained())
                .contains(
                        "VIEW V belongs to the role STRANGER",
                        "GRANT OWNERSHIP ON VIEW DEPLOY_TEST." + schema + ".V TO ROLE")
                .contains("COPY CURRENT GRANTS");
    }

    @Test
    void destroyListsAsksKeepsDataAndApplyMakesTheRestAgain() throws SQLException {
        assertThat(operator.apply()).as(operator.complained()).isZero();
        operator.execute("insert into A values (7)");
        operator.execute("create view MINE as select 1 as X");

        assertThat(operator.run("destroy")).isEqualTo(5);
        assertThat(operator.complained()).contains("not confirmed; nothing was changed");
        assertThat(operator.printed())
                .contains("drops:\n  TASK T\n  VIEW V\n", "keeps, with its data (--data drops it too):", "TABLE A")
                .contains("keeps, since deploy did not make it:\n  VIEW MINE");

        operator.answer("DEPLOY_TEST." + schema);
        assertThat(operator.run("destroy")).as(operator.complained()).isZero();
        assertThat(operator.column("show views in schema DEPLOY_TEST." + schema, 2))
                .containsExactly("MINE");
        assertThat(operator.column("select X from A")).containsExactly("7");

        assertThat(operator.apply()).as(operator.complained()).isZero();
        assertThat(operator.column("select X from V")).containsExactly("7");
    }

    @Test
    void destroyWithDataTakesTheSchemaToo() throws SQLException {
        assertThat(operator.apply()).as(operator.complained()).isZero();

        assertThat(operator.run("destroy", "--data", "--yes"))
                .as(operator.complained())
                .isZero();
        assertThat(operator.printed()).contains("dropped SCHEMA DEPLOY_TEST." + schema);
        assertThat(operator.column("show schemas in database DEPLOY_TEST", 2)).doesNotContain(schema);
    }

    private static JsonNode object(JsonNode plan, String name) {
        for (JsonNode object : plan.path("objects")) {
            if (object.path("object").asText().equals(name)) {
                return object;
            }
        }
        throw new AssertionError(name + " is not in the plan: " + plan);
    }
}
