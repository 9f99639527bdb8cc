package dev.inverterflow.deploy.change;

import dev.inverterflow.deploy.object.ObjectKey;
import dev.inverterflow.deploy.object.ObjectKind;
import dev.inverterflow.deploy.script.Declaration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a task or alert runs.
 *
 * @param words as the script says it
 * @param runsPerMonth in 30 days; for a triggered task the most there can be
 * @param compute what it runs on
 */
public record Cadence(String words, double runsPerMonth, Compute compute) {
    /** Whose time is billed. */
    public enum Compute {
        SERVERLESS,
        WAREHOUSE
    }

    private static final double SECONDS_PER_MONTH = 30 * 86_400.0;
    private static final Pattern TRIGGER =
            Pattern.compile("(?i)USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS\\s*=\\s*([0-9]+)");
    private static final Pattern SCHEDULE = Pattern.compile("(?i)\\bSCHEDULE\\s*=\\s*'([^']*)'");
    private static final Pattern INTERVAL = Pattern.compile("(?i)\\s*([0-9]+)\\s*(SECONDS?|S|MINUTES?|M|HOURS?|H)\\s*");
    private static final Pattern WHEN = Pattern.compile("(?i)\\bWHEN\\b");
    private static final Pattern WAREHOUSE = Pattern.compile("(?i)\\bWAREHOUSE\\s*=");
    /** What a triggered task waits at least when it does not say (Triggered tasks). */
    private static final int DEFAULT_TRIGGER_SECONDS = 30;

    /** Of a task or alert that has one of its own; a child of a graph runs when its parents have. */
    public static Optional<Cadence> of(Declaration declaration) {
        ObjectKey key = declaration.key();
        if (key.kind() != ObjectKind.TASK && key.kind() != ObjectKind.ALERT) {
            return Optional.empty();
        }
        String head = declaration.text();
        Compute compute = WAREHOUSE.matcher(head).find() ? Compute.WAREHOUSE : Compute.SERVERLESS;
        Matcher schedule = SCHEDULE.matcher(head);
        if (schedule.find()) {
            return runs(schedule.group(1)).map(runs -> new Cadence(schedule.group(1), runs, compute));
        }
        if (key.kind() == ObjectKind.TASK && WHEN.matcher(head).find() && !head.matches("(?is).*\\bAFTER\\b.*")) {
            Matcher trigger = TRIGGER.matcher(head);
            int seconds = trigger.find() ? Integer.parseInt(trigger.group(1)) : DEFAULT_TRIGGER_SECONDS;
            return Optional.of(new Cadence("at least " + seconds + " s apart", SECONDS_PER_MONTH / seconds, compute));
        }
        return Optional.empty();
    }

    private static Optional<Double> runs(String schedule) {
        Matcher interval = INTERVAL.matcher(schedule);
        if (interval.matches()) {
            long unit = switch (interval.group(2).toUpperCase(Locale.ROOT).charAt(0)) {
                case 'S' -> 1;
                case 'M' -> 60;
                default -> 3600;
            };
            long seconds = Long.parseLong(interval.group(1)) * unit;
            return seconds == 0 ? Optional.empty() : Optional.of(SECONDS_PER_MONTH / seconds);
        }
        return CronCount.runsPerMonth(schedule);
    }
}
