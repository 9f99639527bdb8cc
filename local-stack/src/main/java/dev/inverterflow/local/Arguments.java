package dev.inverterflow.local;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of options, read so that all complaints come at once. */
final class Arguments {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(s|m)?");

    private Arguments() {}

    /** A time such as 2s or 1m, up to a day; zero if it is none, and then a problem is added. */
    static Duration duration(List<String> problems, String name, String text) {
        Matcher matcher = DURATION.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            problems.add(name + " is '" + text + "': give a time such as 2s, 20s or 1m");
            return Duration.ZERO;
        }
        long amount = Long.parseLong(matcher.group(1));
        Duration period = "m".equals(matcher.group(2)) ? Duration.ofMinutes(amount) : Duration.ofSeconds(amount);
        if (period.isZero() || period.compareTo(Duration.ofDays(1)) > 0) {
            problems.add(name + " is '" + text + "': between 1s and 1 day is possible");
        }
        return period;
    }

    static void between(List<String> problems, String name, int value, int least, int most) {
        if (value < least || value > most) {
            problems.add(name + " is " + value + ": between " + least + " and " + most + " is possible");
        }
    }
}
