package dev.inverterflow.deploy.change;

import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts the runs of {@code USING CRON minute hour day month weekday zone} in an average month of 30 days. */
final class CronCount {
    private static final Pattern CRON =
            Pattern.compile("(?i)\\s*USING\\s+CRON\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+\\S+\\s*");
    private static final Pattern PART = Pattern.compile("(\\*|(\\w+)(?:-(\\w+))?)(?:/([0-9]+))?");
    private static final String DAYS = "SUNMONTUEWEDTHUFRISAT";

    private CronCount() {}

    /** Empty for what is no such schedule. */
    static Optional<Double> runsPerMonth(String schedule) {
        Matcher cron = CRON.matcher(schedule);
        if (!cron.matches()) {
            return Optional.empty();
        }
        try {
            double minutes = count(cron.group(1), 0, 59);
            double hours = count(cron.group(2), 0, 23);
            double dayShare = share(cron.group(3), 1, 31);
            double monthShare = share(cron.group(4), 1, 12);
            double weekdayShare = share(cron.group(5), 0, 6);
            // Both restricted means either of them, as in crontab.
            double days = cron.group(3).equals("*") || cron.group(5).equals("*")
                    ? dayShare * weekdayShare
                    : dayShare + weekdayShare - dayShare * weekdayShare;
            return Optional.of(minutes * hours * days * monthShare * 30);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static double share(String field, int least, int most) {
        return count(field, least, most) / (most - least + 1.0);
    }

    private static double count(String field, int least, int most) {
        BitSet chosen = new BitSet();
        for (String part : field.toUpperCase(Locale.ROOT).split(",", -1)) {
            if (part.equals("L")) {
                chosen.set(most);
                continue;
            }
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("cannot count " + part);
            }
            int step = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
            int from = matcher.group(2) == null ? least : number(matcher.group(2));
            boolean openEnded = matcher.group(2) == null || matcher.group(4) != null;
            int to = matcher.group(3) != null ? number(matcher.group(3)) : openEnded ? most : from;
            for (int value = from; value <= to; value += Math.max(1, step)) {
                chosen.set(value);
            }
        }
        return chosen.cardinality();
    }

    private static int number(String text) {
        int day = text.length() == 3 ? DAYS.indexOf(text) : -1;
        return day >= 0 ? day / 3 : Integer.parseInt(text);
    }
}
