package dev.inverterflow.client.spool;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes a batch unique in a spool: its tick and the run that made it. The order is that of commitment: runs grow with every
 * start, ticks within a run.
 *
 * @param tick whole seconds
 */
public record BatchName(Instant tick, long run) implements Comparable<BatchName> {
    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("([0-9]{8}T[0-9]{6}Z)_r([0-9]{1,18})");
    private static final Comparator<BatchName> COMMITMENT =
            Comparator.comparingLong(BatchName::run).thenComparing(BatchName::tick);

    public static Optional<BatchName> parse(String text) {
        Matcher matcher = NAME.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            Instant tick = LocalDateTime.parse(matcher.group(1), COMPACT).toInstant(ZoneOffset.UTC);
            return Optional.of(new BatchName(tick, Long.parseLong(matcher.group(2))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The tick as file names have it: {@code 20261123T061500Z}. */
    public static String compact(Instant tick) {
        return COMPACT.format(tick);
    }

    @Override
    public int compareTo(BatchName other) {
        return COMMITMENT.compare(this, other);
    }

    @Override
    public String toString() {
        return compact(tick) + "_r" + run;
    }
}
