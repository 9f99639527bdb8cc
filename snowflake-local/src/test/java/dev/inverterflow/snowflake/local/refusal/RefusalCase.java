package dev.inverterflow.snowflake.local.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Statements of one session in the order they are run: those that are refused, and beside them the nearly equal ones that
 * are accepted.
 *
 * @param title a sentence about the rule
 */
record RefusalCase(String title, List<Step> steps) {

    enum Kind {
        /** What must be there first. */
        DO,
        YES,
        NO
    }

    /**
     * One statement.
     *
     * @param expected present for what is refused
     */
    record Step(Kind kind, String sql, Optional<Refusal> expected) {}

    boolean isComplete() {
        return has(Kind.YES) && has(Kind.NO);
    }

    private boolean has(Kind kind) {
        return steps.stream().anyMatch(step -> step.kind() == kind);
    }

    /**
     * Reads a paragraph: {@code # title}, then lines {@code do}, {@code yes} or {@code no} and a statement, which may go on
     * in indented lines; below each {@code no} stands {@code |} and the {@link Refusal}.
     */
    static RefusalCase of(String paragraph) {
        StringBuilder title = new StringBuilder();
        List<Step> steps = new ArrayList<>();
        for (String line : paragraph.split("\n")) {
            if (line.startsWith("# ")) {
                title.append(title.isEmpty() ? "" : " ").append(line.substring(2));
            } else if (line.startsWith("| ")) {
                Step step = last(steps, line);
                steps.add(new Step(step.kind(), step.sql(), Optional.of(Refusal.of(line.substring(2)))));
            } else if (line.startsWith("  ")) {
                Step step = last(steps, line);
                steps.add(new Step(step.kind(), step.sql() + "\n" + line.strip(), step.expected()));
            } else {
                int blank = line.indexOf(' ');
                steps.add(new Step(
                        Kind.valueOf(line.substring(0, blank).toUpperCase(Locale.ROOT)),
                        line.substring(blank + 1),
                        Optional.empty()));
            }
        }
        return new RefusalCase(title.toString(), List.copyOf(steps));
    }

    private static Step last(List<Step> steps, String line) {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("nothing stands before: " + line);
        }
        return steps.remove(steps.size() - 1);
    }

    @Override
    public String toString() {
        return title;
    }
}
