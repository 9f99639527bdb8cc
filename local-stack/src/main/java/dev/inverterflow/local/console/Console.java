package dev.inverterflow.local.console;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * What a person sees: numbered steps with the time since the start, and, on a terminal, one line that is kept up to date
 * within a step. Safe to use from several threads.
 */
public final class Console {
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final PrintWriter out;
    private final boolean terminal;
    private final InstantSource clock;
    private final Instant start;
    private final int steps;
    private int step;
    private boolean liveLineShown;

    public Console(PrintWriter out, Style style, int steps, InstantSource clock) {
        this.out = out;
        this.terminal = style == Style.TERMINAL;
        this.steps = steps;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** How lines may be written: a terminal takes a line that is replaced, a file or a pipe does not. */
    public enum Style {
        TERMINAL,
        PLAIN
    }

    /** Begins the next step. */
    public synchronized void step(String text) {
        step++;
        line(String.format(Locale.ROOT, "[%d/%d %5.1f s] %s", step, steps, seconds(), text));
    }

    /** A line inside a step. */
    public synchronized void detail(String text) {
        line("             " + text);
    }

    /** A line of its own, a table for instance. */
    public synchronized void print(String text) {
        line(text);
    }

    /** How far the step is; replaced by the next call on a terminal, left out elsewhere. */
    public synchronized void progress(String text) {
        if (terminal) {
            out.print(CLEAR_LINE + "             " + text);
            out.flush();
            liveLineShown = true;
        }
    }

    /** Time since the console was made. */
    public Duration elapsed() {
        return Duration.between(start, clock.instant());
    }

    private double seconds() {
        return elapsed().toMillis() / 1000.0;
    }

    private void line(String text) {
        if (liveLineShown) {
            out.print(CLEAR_LINE);
            liveLineShown = false;
        }
        out.println(text);
        out.flush();
    }
}
