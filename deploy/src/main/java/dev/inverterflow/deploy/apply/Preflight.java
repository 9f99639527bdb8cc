package dev.inverterflow.deploy.apply;

import dev.inverterflow.deploy.change.Loss;
import dev.inverterflow.deploy.change.Losses;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.inventory.Inventory;
import dev.inverterflow.deploy.object.ObjectKey;
import dev.inverterflow.deploy.object.ObjectKind;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.script.Declaration;
import dev.inverterflow.deploy.script.RenderedScript;
import dev.inverterflow.deploy.target.Target;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is settled before the first statement of an apply: nothing is half done for a reason that could be known. */
final class Preflight {
    private final List<RenderedScript> scripts;
    private final Inventory now;
    private final Target target;

    Preflight(Plan plan, Inventory now, Target target) {
        this.scripts = plan.pending().stream()
                .flatMap(pending -> pending.step().script().stream())
                .toList();
        this.now = now;
        this.target = target;
    }

    /**
     * Checks everything.
     *
     * @param allowed names of objects that may lose what cannot come back
     * @throws DeployException with {@link ExitCode#REFUSED} and all that is wrong
     */
    void check(Set<String> allowed, SnowparkVersion snowpark, SnowflakeSession session, PrintWriter out) {
        List<String> refusals = new ArrayList<>();
        foreignObjects(refusals);
        losses(allowed, refusals);
        if (touches(ObjectKind.PROCEDURE)) {
            snowpark.check(session, target, out).ifPresent(refusals::add);
        }
        if (!refusals.isEmpty()) {
            throw new DeployException(ExitCode.REFUSED, "nothing was applied:\n  - " + String.join("\n  - ", refusals));
        }
    }

    /** Whether a script makes, changes or drops such an object. */
    boolean touches(ObjectKind kind) {
        return declarations().anyMatch(declaration -> declaration.key().kind() == kind);
    }

    private void foreignObjects(List<String> refusals) {
        Set<String> ours = Stream.concat(target.ownerRole().stream(), target.tasksRole().stream())
                .map(role -> role.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (ours.isEmpty()) {
            return;
        }
        Set<ObjectKey> keys = declarations().map(Declaration::key).collect(Collectors.toCollection(TreeSet::new));
        keys.stream()
                .flatMap(key -> now.find(key).stream())
                .filter(state -> !state.owner().isEmpty() && !ours.contains(state.owner()))
                .forEach(state -> refusals.add(state.key() + " belongs to the role " + state.owner()
                        + ", so deploy cannot change it; that role or an administrator runs: GRANT OWNERSHIP ON "
                        + state.key().kind().words() + " "
                        + target.object(state.key().name()) + " TO ROLE "
                        + target.ownerRole().orElse("…") + " COPY CURRENT GRANTS"));
    }

    private void losses(Set<String> allowed, List<String> refusals) {
        for (RenderedScript script : scripts) {
            for (Loss loss : Losses.of(script, now)) {
                if (loss.severity() == Loss.Severity.LASTING
                        && !allowed.contains(loss.key().name())) {
                    refusals.add(script.fileName() + " would take from " + loss.key() + ": " + loss.what()
                            + ". If that is meant, give --allow " + loss.key().name());
                }
            }
        }
    }

    private Stream<Declaration> declarations() {
        return scripts.stream()
                .flatMap(script -> script.statements().stream())
                .flatMap(statement -> statement.declaration().stream());
    }
}
