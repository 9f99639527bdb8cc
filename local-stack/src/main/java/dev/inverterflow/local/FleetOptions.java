package dev.inverterflow.local;

import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** What every run of the client is told: how many inverters, and how often. */
final class FleetOptions {
    @Option(
            names = "--interval",
            paramLabel = "TIME",
            defaultValue = "2s",
            description = "Between ticks, such as 2s or 1m (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String interval;

    @Option(
            names = "--inverters",
            paramLabel = "N",
            defaultValue = "60",
            description = "Inverters, one reading each a tick (${DEFAULT-VALUE}).")
    private int inverters;

    /** Checked; what is wrong goes to the problems. */
    int inverters(List<String> problems) {
        Arguments.between(problems, "--inverters", inverters, 1, 1_000_000);
        return inverters;
    }

    /** Between ticks, checked; what is wrong goes to the problems. */
    Duration interval(List<String> problems) {
        return Arguments.duration(problems, "--interval", interval);
    }
}
