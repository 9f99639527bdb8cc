package dev.inverterflow.deploy.plan;

import dev.inverterflow.deploy.change.CadenceCost;
import dev.inverterflow.deploy.change.Loss;
import java.util.List;
import java.util.Optional;

/**
 * What an apply would do to one object, or with one statement that makes none.
 *
 * @param name as in {@code VIEW LATEST_READINGS}, or the statement's beginning
 * @param step the script it stands in
 * @param difference lines of the old text with {@code -}, of the new with {@code +}; empty unless it changes
 * @param cost what its cadence costs, where that is new
 */
public record PlannedObject(
        String name,
        Action action,
        String step,
        List<String> difference,
        Optional<Loss> loss,
        Optional<CadenceCost> cost) {
    /** What would be done. */
    public enum Action {
        CREATE("+", "create"),
        CHANGE("~", "change"),
        /** Its text is as it was, but its script runs as a whole. */
        RECREATE("=", "make again as it is"),
        /** It is there though the history knows nothing of it, and the script does not replace it. */
        KEEP("=", "keep what is there"),
        /** A statement that makes no object: GRANT, MERGE, ALTER … */
        RUN(">", "run"),
        UNCHANGED(" ", "unchanged");

        private final String sign;
        private final String words;

        Action(String sign, String words) {
            this.sign = sign;
            this.words = words;
        }

        public String sign() {
            return sign;
        }

        public String words() {
            return words;
        }
    }

    public boolean isUnchanged() {
        return action == Action.UNCHANGED;
    }
}
