package dev.inverterflow.client.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads values by kind. A problem is noted and some stand-in returned, so that the problems after it are found as well. */
final class Values {
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(1);

    private final Map<Setting, Chosen> chosen;
    private final List<String> problems;

    Values(Map<Setting, Chosen> chosen, List<String> problems) {
        this.chosen = chosen;
        this.problems = problems;
    }

    void problem(String text) {
        problems.add(text);
    }

    Optional<String> text(Setting setting) {
        return Optional.ofNullable(chosen.get(setting)).map(Chosen::value);
    }

    String required(Setting setting, String remedy) {
        Optional<String> value = text(setting);
        if (value.isEmpty()) {
            String flag = setting.flag().map(name -> " or " + name).orElse("");
            problems.add(setting + " is not set; set " + setting + flag + " to " + remedy);
        }
        return value.orElse("");
    }

    String matching(Setting setting, String value, String pattern, String remedy) {
        boolean reportedAsAbsent = value.isEmpty() && text(setting).isEmpty();
        if (!reportedAsAbsent && !value.matches(pattern)) {
            problems.add(setting + " is '" + value + "'; use " + remedy);
        }
        return value;
    }

    long whole(Setting setting, long least, long most) {
        String value = text(setting).orElse("");
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported below, in the same words as a number outside its range.
        }
        problems.add(bad(setting, value) + "; use a whole number" + range(least, most));
        return least;
    }

    double decimal(Setting setting, double least, double most) {
        String value = text(setting).orElse("");
        try {
            double number = Double.parseDouble(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported below, in the same words as a number outside its range.
        }
        problems.add(bad(setting, value) + String.format(Locale.ROOT, "; use a number from %.0f to %.0f", least, most));
        return least;
    }

    /** Whole seconds, since file names carry no fractions. */
    Duration interval(Setting setting) {
        String value = text(setting).orElse("");
        try {
            Duration interval = Duration.parse(value.matches("[0-9]+") ? "PT" + value + "S" : iso(value));
            if (interval.equals(Duration.ofSeconds(interval.toSeconds()))
                    && interval.compareTo(Duration.ofSeconds(1)) >= 0
                    && interval.compareTo(LONGEST_INTERVAL) <= 0) {
                return interval;
            }
        } catch (DateTimeParseException e) {
            // Reported below, in the same words as an interval outside its range.
        }
        problems.add(bad(setting, value) + "; use whole seconds from 1s to 24h, such as 20, 20s or 5m");
        return Duration.ofSeconds(1);
    }

    Optional<Path> path(Setting setting) {
        try {
            return text(setting).map(Path::of);
        } catch (InvalidPathException e) {
            problems.add(bad(setting, text(setting).orElse("")) + ", which is no path: " + e.getReason());
            return Optional.empty();
        }
    }

    Optional<URI> httpAddress(Setting setting) {
        Optional<String> value = text(setting);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(value.get());
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http && uri.getHost() != null && uri.getUserInfo() == null) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            // Reported below, in the same words as an address of another kind.
        }
        // The value is not quoted: people put passwords into addresses.
        problems.add(
                setting + " is no usable address; use http://HOST:PORT or https://HOST, without user and password");
        return Optional.empty();
    }

    <E extends Enum<E>> E oneOf(Setting setting, Class<E> kind, E otherwise) {
        String value = text(setting).orElse("");
        for (E constant : kind.getEnumConstants()) {
            if (spelled(constant).equals(value.toLowerCase(Locale.ROOT))) {
                return constant;
            }
        }
        String allowed =
                Arrays.stream(kind.getEnumConstants()).map(Values::spelled).collect(Collectors.joining(" or "));
        problems.add(bad(setting, value) + "; use " + allowed);
        return otherwise;
    }

    boolean yesOrNo(Setting setting) {
        String value = text(setting).orElse("").toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) {
            problems.add(bad(setting, value) + "; use true or false");
        }
        return value.equals("true");
    }

    /** As users write it: {@code drop-oldest}. */
    private static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String bad(Setting setting, String value) {
        String origin =
                Optional.ofNullable(chosen.get(setting)).map(Chosen::origin).orElse("");
        return setting + " is '" + value + "' (" + origin + ")";
    }

    private static String iso(String value) {
        String upper = value.toUpperCase(Locale.ROOT);
        return upper.startsWith("P") ? upper : "PT" + upper;
    }

    private static String range(long least, long most) {
        if (most == Long.MAX_VALUE) {
            return least == Long.MIN_VALUE ? "" : ", at least " + least;
        }
        return " from " + least + " to " + most;
    }
}
