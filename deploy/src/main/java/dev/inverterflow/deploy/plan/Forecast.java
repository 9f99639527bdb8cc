package dev.inverterflow.deploy.plan;

import dev.inverterflow.deploy.apply.DeployHistory;
import dev.inverterflow.deploy.apply.HistoryEntry;
import dev.inverterflow.deploy.apply.Plan;
import dev.inverterflow.deploy.apply.Step;
import dev.inverterflow.deploy.apply.StepKind;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.inventory.Drift;
import dev.inverterflow.deploy.inventory.Inventory;
import dev.inverterflow.deploy.inventory.InventoryJson;
import dev.inverterflow.deploy.inventory.InventoryReader;
import dev.inverterflow.deploy.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that plan has to tell.
 *
 * @param schema its full name
 * @param drift differences to the definitions recorded right after the last apply; empty when not asked for
 */
public record Forecast(
        String schema, Plan plan, List<PlannedObject> objects, List<String> notes, Optional<DriftReport> drift) {
    /**
     * What has changed since the last apply.
     *
     * @param since when and by whom that was; empty when nothing was recorded
     */
    public record DriftReport(Optional<String> since, List<Drift> drifts) {}

    /** Whether the account would look different after an apply, or looks different than after the last. */
    public boolean changesSomething() {
        return !plan.isEmpty()
                || drift.filter(report -> !report.drifts().isEmpty()).isPresent();
    }

    /**
     * Looks at scripts, history and account; changes nothing.
     *
     * @param session must have the owner's role
     */
    public static Forecast of(List<Step> steps, SnowflakeSession session, Target target, DriftQuestion question) {
        DeployHistory history = new DeployHistory(session, target);
        Plan plan = Plan.of(steps, history.lastAttempts());
        Inventory now = plan.isEmpty() ? Inventory.empty() : new InventoryReader(session, target).objects();
        CostFacts facts = plan.isEmpty() ? CostFacts.NONE : CostFacts.read(session, target);
        ObjectPlan objects = ObjectPlan.of(steps, plan, plan.isEmpty() ? Map.of() : history.texts(), now, facts);
        List<String> notes = new ArrayList<>(plan.notes());
        notes.addAll(objects.notes());
        Optional<DriftReport> drift =
                question == DriftQuestion.ASKED ? Optional.of(drift(history, session, target)) : Optional.empty();
        return new Forecast(target.schemaName(), plan, objects.objects(), notes, drift);
    }

    /** Whether the account is compared with what was recorded. */
    public enum DriftQuestion {
        ASKED,
        NOT_ASKED
    }

    private static DriftReport drift(DeployHistory history, SnowflakeSession session, Target target) {
        return history.lastKept(StepKind.STATE, HistoryEntry.Outcome.SUCCEEDED)
                .map(kept -> new DriftReport(
                        Optional.of(kept.at() + " UTC by " + kept.by()),
                        Drift.between(
                                InventoryJson.read(kept.content()),
                                new InventoryReader(session, target).definitions())))
                .orElse(new DriftReport(Optional.empty(), List.of()));
    }
}
