package dev.inverterflow.deploy.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.deploy.connection.StatementFailure;
import dev.inverterflow.deploy.script.RenderedScript;
import dev.inverterflow.deploy.script.SqlStatement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptFailureTest {
    private static final RenderedScript SCRIPT = new RenderedScript(
            "versioned/V003__stage.sql",
            "",
            List.of(
                    new SqlStatement("create table A (X int)", 2),
                    new SqlStatement("create stage\n  if nto exists B", 7)));

    @Test
    void namesFileLineStatementMessageCodeAndState() {
        String block = describe(0, "SQL compilation error:\nObject 'A' already exists.", "42710", 2002);

        assertThat(block).isEqualTo("""
                        versioned/V003__stage.sql:2: create table A (X int)
                          — SQL compilation error:
                            Object 'A' already exists. (code 002002, SQLSTATE 42710)
                          (statement 1 of 2)""");
    }

    @Test
    void turnsSnowflakesLineInTheStatementIntoTheLineOfTheFile() {
        String block = describe(
                1, "SQL compilation error:\nsyntax error line 2 at position 5 unexpected 'nto'.", "42000", 1003);

        assertThat(block).startsWith("versioned/V003__stage.sql:8: create stage if nto exists B\n");
    }

    @Test
    void doesNotMistakeOtherNumbersForALine() {
        assertThat(describe(1, "online 999 at positions", "58030", 200015)).startsWith("versioned/V003__stage.sql:7: ");
    }

    private static String describe(int index, String message, String state, int code) {
        StatementFailure failure =
                new StatementFailure(SCRIPT.statements().get(index).text(), new SQLException(message, state, code));
        return ScriptFailure.describe(SCRIPT, index, failure);
    }
}
