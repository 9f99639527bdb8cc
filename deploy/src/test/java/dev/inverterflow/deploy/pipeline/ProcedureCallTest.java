package dev.inverterflow.deploy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.deploy.outcome.DeployException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcedureCallTest {
    @Test
    void bindsEveryArgumentAndReadsJsonAsSuch() {
        ProcedureCall call = new ProcedureCall(
                "REPORT",
                List.of("2026-11-23 00:00:00", "30", "-1.5", "{\"a\": 1}", "[]", "007", "x'); drop table T; --"));

        assertThat(call.sql()).isEqualTo("call REPORT(?, ?, ?, parse_json(?), parse_json(?), ?, ?)");
        assertThat(call.binds())
                .containsExactly(
                        "2026-11-23 00:00:00",
                        new BigDecimal("30"),
                        new BigDecimal("-1.5"),
                        "{\"a\": 1}",
                        "[]",
                        "007",
                        "x'); drop table T; --");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P", "S.P", "D.S.P", "\"my proc\"", "D.\"s\".P"})
    void takesPlainQualifiedAndQuotedNames(String name) {
        assertThat(new ProcedureCall(name, List.of()).sql()).isEqualTo("call " + name + "()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P()", "P; drop table T", "", "a.b.c.d", "P --"})
    void refusesWhatIsNoName(String name) {
        assertThatThrownBy(() -> new ProcedureCall(name, List.of()))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("is no procedure's name");
    }
}
