package dev.inverterflow.deploy.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.deploy.apply.HistoryEntry.Outcome;
import dev.inverterflow.deploy.apply.Plan.PendingStep;
import dev.inverterflow.deploy.apply.Plan.Reason;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.script.RenderedScript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Step RAW = versioned("V001__raw.sql", "create table RAW");
    private static final Step PIPE = versioned("V002__pipe.sql", "create pipe P");
    private static final Step VIEWS = repeatable("R__views.sql", "create view V");

    private final Map<String, HistoryEntry> history = new LinkedHashMap<>();

    @Test
    void everythingIsNewBeforeTheFirstApply() {
        Plan plan = Plan.of(List.of(RAW, PIPE, VIEWS), history);

        assertThat(plan.pending())
                .containsExactly(
                        new PendingStep(RAW, Reason.NEW),
                        new PendingStep(PIPE, Reason.NEW),
                        new PendingStep(VIEWS, Reason.NEW));
    }

    @Test
    void nothingIsPendingWhenAllWasAppliedAsItIs() {
        remember(RAW, Outcome.SUCCEEDED);
        remember(PIPE, Outcome.SUCCEEDED);
        remember(VIEWS, Outcome.SUCCEEDED);

        Plan plan = Plan.of(List.of(RAW, PIPE, VIEWS), history);

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.unchanged()).containsExactly(RAW, PIPE, VIEWS);
        assertThat(plan.notes()).isEmpty();
    }

    @Test
    void aHalfDoneApplyGoesOnWithTheStepThatDidNotFinish() {
        remember(RAW, Outcome.SUCCEEDED);
        remember(PIPE, Outcome.STARTED);

        assertThat(Plan.of(List.of(RAW, PIPE, VIEWS), history).pending())
                .containsExactly(new PendingStep(PIPE, Reason.RETRY), new PendingStep(VIEWS, Reason.NEW));
    }

    @Test
    void aFailedVersionedScriptMayBeMended() {
        remember(RAW, Outcome.FAILED);
        Step mended = versioned("V001__raw.sql", "create table RAW (A int)");

        assertThat(Plan.of(List.of(mended), history).pending()).containsExactly(new PendingStep(mended, Reason.RETRY));
    }

    @Test
    void aRepeatableScriptRunsAgainWhenItsRenderedTextChanges() {
        remember(VIEWS, Outcome.SUCCEEDED);
        Step changed = repeatable("R__views.sql", "create view W");

        assertThat(Plan.of(List.of(changed), history).pending())
                .containsExactly(new PendingStep(changed, Reason.CHANGED));
    }

    @Test
    void anAppliedVersionedScriptThatChangedIsRefusedWithWhatToDo() {
        remember(RAW, Outcome.SUCCEEDED);

        assertThatThrownBy(() -> Plan.of(List.of(versioned("V001__raw.sql", "create table OTHER")), history))
                .isInstanceOfSatisfying(
                        DeployException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.REFUSED))
                .hasMessageContainingAll(
                        "nothing was applied",
                        "V001__raw.sql was applied 2026-11-23 06:00:00.000 UTC by ANNA and is different now",
                        "put it into a new script with a higher number");
    }

    @Test
    void aNewScriptBelowTheNewestAppliedOneIsRefused() {
        remember(PIPE, Outcome.SUCCEEDED);

        assertThatThrownBy(() -> Plan.of(List.of(RAW, PIPE), history))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("V001__raw.sql is new, but V002__pipe.sql is applied already");
    }

    @Test
    void anAppliedScriptThatIsNotAtHandIsRefused() {
        remember(RAW, Outcome.SUCCEEDED);
        remember(PIPE, Outcome.SUCCEEDED);

        assertThatThrownBy(() -> Plan.of(List.of(RAW), history))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("V002__pipe.sql was applied")
                .hasMessageContaining("not among the scripts at hand");
    }

    @Test
    void tellsOfARepeatableScriptThatIsGone() {
        remember(VIEWS, Outcome.SUCCEEDED);

        assertThat(Plan.of(List.of(), history).notes())
                .singleElement()
                .asString()
                .startsWith("R__views.sql was applied")
                .contains("stays until somebody drops it");
    }

    private void remember(Step step, Outcome outcome) {
        history.put(
                step.name(),
                new HistoryEntry(
                        step.name(),
                        step.kind(),
                        step.checksum(),
                        outcome,
                        "ANNA",
                        "2026-11-23 06:00:00.000",
                        "12",
                        ""));
    }

    private static Step versioned(String name, String text) {
        return new ScriptStep(new RenderedScript("versioned/" + name, text, List.of()), StepKind.VERSIONED);
    }

    private static Step repeatable(String name, String text) {
        return new ScriptStep(new RenderedScript("repeatable/" + name, text, List.of()), StepKind.REPEATABLE);
    }
}
