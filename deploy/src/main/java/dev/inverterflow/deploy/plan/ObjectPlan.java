package dev.inverterflow.deploy.plan;

import dev.inverterflow.deploy.apply.Plan;
import dev.inverterflow.deploy.apply.Step;
import dev.inverterflow.deploy.change.Cadence;
import dev.inverterflow.deploy.change.CadenceCost;
import dev.inverterflow.deploy.change.Loss;
import dev.inverterflow.deploy.change.Losses;
import dev.inverterflow.deploy.inventory.Inventory;
import dev.inverterflow.deploy.object.ObjectKey;
import dev.inverterflow.deploy.plan.PlannedObject.Action;
import dev.inverterflow.deploy.script.Declaration;
import dev.inverterflow.deploy.script.Declaration.Verb;
import dev.inverterflow.deploy.script.RenderedScript;
import dev.inverterflow.deploy.script.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What an apply would do, object by object: the scripts at hand against their texts as they were last applied. */
final class ObjectPlan {
    private final Applied applied;
    private final Inventory now;
    private final CostFacts facts;
    private final List<PlannedObject> objects = new ArrayList<>();
    private final Set<ObjectKey> declared = new TreeSet<>();

    private ObjectPlan(Applied applied, Inventory now, CostFacts facts) {
        this.applied = applied;
        this.now = now;
        this.facts = facts;
    }

    /**
     * Compares.
     *
     * @param steps all of them, in their order
     * @param texts each script's text as it was last applied, by its name
     */
    static ObjectPlan of(List<Step> steps, Plan plan, Map<String, String> texts, Inventory now, CostFacts facts) {
        ObjectPlan objectPlan = new ObjectPlan(Applied.of(texts), now, facts);
        Set<String> pending =
                plan.pending().stream().map(next -> next.step().name()).collect(Collectors.toSet());
        for (Step step : steps) {
            boolean runs = pending.contains(step.name());
            step.script()
                    .ifPresentOrElse(
                            script -> objectPlan.add(script, runs), () -> objectPlan.addFile(step.name(), runs));
        }
        return objectPlan;
    }

    List<PlannedObject> objects() {
        return objects;
    }

    /** Objects that scripts made before and no script names any more. */
    List<String> notes() {
        return applied.created().stream()
                .filter(key -> !declared.contains(key) && now.has(key))
                .map(key -> key + " is no longer among the scripts; it stays until somebody drops it")
                .toList();
    }

    private void addFile(String name, boolean runs) {
        objects.add(new PlannedObject(
                "FILE " + name,
                runs ? Action.CREATE : Action.UNCHANGED,
                name,
                List.of(),
                Optional.empty(),
                Optional.empty()));
    }

    private void add(RenderedScript script, boolean runs) {
        for (SqlStatement statement : script.statements()) {
            if (!statement.changesSession()) {
                objects.add(statement
                        .declaration()
                        .map(declaration -> planned(declaration, statement, script, runs))
                        .orElseGet(() -> statement(statement, script, runs)));
            }
        }
    }

    private PlannedObject planned(
            Declaration declaration, SqlStatement statement, RenderedScript script, boolean runs) {
        if (!makes(declaration.verb())) {
            return new PlannedObject(
                    statement.head(),
                    statementAction(statement, runs),
                    script.fileName(),
                    List.of(),
                    runs ? Losses.of(declaration, now) : Optional.empty(),
                    Optional.empty());
        }
        declared.add(declaration.key());
        Optional<String> before = applied.text(declaration.key());
        Action action = runs ? action(declaration, before) : Action.UNCHANGED;
        boolean changes = action == Action.CHANGE;
        return new PlannedObject(
                declaration.key().toString(),
                action,
                script.fileName(),
                changes
                        ? before.map(old -> TextDifference.of(old, declaration.text()))
                                .orElse(List.of())
                        : List.of(),
                runs ? loss(declaration) : Optional.empty(),
                action == Action.CREATE || changes ? cost(declaration, before) : Optional.empty());
    }

    private Action action(Declaration declaration, Optional<String> before) {
        boolean there = now.has(declaration.key());
        if (declaration.verb() == Verb.CREATE && there) {
            return before.isPresent() ? Action.UNCHANGED : Action.KEEP;
        }
        if (!there) {
            return Action.CREATE;
        }
        return before.filter(declaration.text()::equals).isPresent() ? Action.RECREATE : Action.CHANGE;
    }

    private Optional<Loss> loss(Declaration declaration) {
        return Losses.of(declaration, now);
    }

    private Optional<CadenceCost> cost(Declaration declaration, Optional<String> before) {
        Optional<Cadence> old =
                before.flatMap(text -> new SqlStatement(text, 1).declaration()).flatMap(Cadence::of);
        return Cadence.of(declaration)
                .filter(cadence -> old.filter(cadence::equals).isEmpty())
                .map(cadence -> new CadenceCost(
                        old, cadence, facts.runTime(declaration.key().name()), facts.creditPrice()));
    }

    private PlannedObject statement(SqlStatement statement, RenderedScript script, boolean runs) {
        return new PlannedObject(
                statement.head(),
                statementAction(statement, runs),
                script.fileName(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private Action statementAction(SqlStatement statement, boolean runs) {
        if (!runs) {
            return Action.UNCHANGED;
        }
        return applied.hasRun(statement.text()) ? Action.RECREATE : Action.RUN;
    }

    private static boolean makes(Verb verb) {
        return verb == Verb.CREATE || verb == Verb.REPLACE || verb == Verb.CREATE_OR_ALTER;
    }
}
