package dev.inverterflow.deploy.apply;

import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.script.VersionedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an apply would do: a pure function of the steps at hand and the history.
 *
 * @param pending in the order they run
 * @param unchanged what needs nothing
 * @param notes what the operator should know though it stops nothing
 */
public record Plan(List<PendingStep> pending, List<Step> unchanged, List<String> notes) {
    /** Why a step runs. */
    public enum Reason {
        NEW("new"),
        CHANGED("changed"),
        RETRY("not finished last time");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** A step that would run. */
    public record PendingStep(Step step, Reason reason) {}

    /**
     * Compares.
     *
     * @param steps in the order of a first apply
     * @param history the last attempt at each step
     * @throws DeployException with {@link ExitCode#REFUSED} when the two contradict each other
     */
    public static Plan of(List<Step> steps, Map<String, HistoryEntry> history) {
        refuseContradictions(steps, history);
        List<PendingStep> pending = new ArrayList<>();
        List<Step> unchanged = new ArrayList<>();
        for (Step step : steps) {
            reason(step, Optional.ofNullable(history.get(step.name())))
                    .ifPresentOrElse(why -> pending.add(new PendingStep(step, why)), () -> unchanged.add(step));
        }
        return new Plan(pending, unchanged, notes(steps, history));
    }

    public boolean isEmpty() {
        return pending.isEmpty();
    }

    private static Optional<Reason> reason(Step step, Optional<HistoryEntry> last) {
        if (last.isEmpty()) {
            return Optional.of(Reason.NEW);
        }
        if (!last.get().succeeded()) {
            return Optional.of(Reason.RETRY);
        }
        boolean same = last.get().checksum().equals(step.checksum());
        return same ? Optional.empty() : Optional.of(Reason.CHANGED);
    }

    private static void refuseContradictions(List<Step> steps, Map<String, HistoryEntry> history) {
        List<String> refusals = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Optional<VersionedName> newest = newestApplied(history);
        for (Step step : steps) {
            names.add(step.name());
            if (step.kind() == StepKind.VERSIONED) {
                HistoryEntry last = history.get(step.name());
                if (last != null && last.succeeded() && !last.checksum().equals(step.checksum())) {
                    refusals.add(changed(step, last));
                }
                if (last == null && newest.isPresent() && isOlder(step.name(), newest.get())) {
                    refusals.add(step.name() + " is new, but " + newest.get().fileName()
                            + " is applied already; give the new script a higher number");
                }
            }
        }
        history.values().stream()
                .filter(entry -> entry.kind() == StepKind.VERSIONED && entry.succeeded())
                .filter(entry -> !names.contains(entry.step()))
                .forEach(
                        entry -> refusals.add(
                                entry.step() + " was applied " + when(entry)
                                        + " and is not among the scripts at hand; deploy with the release that has it, or a newer one"));
        if (!refusals.isEmpty()) {
            throw new DeployException(ExitCode.REFUSED, "nothing was applied:\n  - " + String.join("\n  - ", refusals));
        }
    }

    private static String changed(Step step, HistoryEntry last) {
        return step.name() + " was applied " + when(last) + " and is different now (checksum "
                + last.checksum().substring(0, 12) + " then, "
                + step.checksum().substring(0, 12)
                + " now). An applied script stays as it is: take the change back and put it into a new script with a"
                + " higher number. If only a variable's value is different, give the value of that day";
    }

    private static String when(HistoryEntry entry) {
        return entry.startedAt() + " UTC by " + entry.deployedBy();
    }

    private static Optional<VersionedName> newestApplied(Map<String, HistoryEntry> history) {
        return history.values().stream()
                .filter(entry -> entry.kind() == StepKind.VERSIONED && entry.succeeded())
                .flatMap(entry -> VersionedName.parse(entry.step()).stream())
                .max(Comparator.naturalOrder());
    }

    private static boolean isOlder(String name, VersionedName newest) {
        return VersionedName.parse(name)
                .map(parsed -> parsed.compareTo(newest) < 0)
                .orElse(false);
    }

    private static List<String> notes(List<Step> steps, Map<String, HistoryEntry> history) {
        Set<String> names = new HashSet<>();
        steps.forEach(step -> names.add(step.name()));
        return history.values().stream()
                .filter(entry -> entry.kind() == StepKind.REPEATABLE && entry.succeeded())
                .filter(entry -> !names.contains(entry.step()))
                .map(entry -> entry.step() + " was applied " + when(entry)
                        + " and is no longer among the scripts, or is no longer chosen by a variable; what it made stays until"
                        + " somebody drops it")
                .toList();
    }
}
