package dev.inverterflow.client.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;

/**
 * One line at the bottom of a terminal that says how things are now. Log lines go through {@link #above}, so that they push it down
 * instead of being written into it.
 */
final class StatusLine implements AutoCloseable {
    private static final String CLEAR = "\r\u001B[K";
    private static final Duration EVERY = Duration.ofMillis(500);

    private final PrintStream terminal;
    private final int width;
    private final Supplier<String> text;
    private final Timer timer = new Timer("status-line", true);
    private boolean shown;
    private boolean closed;

    /** @param width columns of the terminal: a line that is longer would wrap, and could not be taken back */
    StatusLine(PrintStream terminal, int width, Supplier<String> text) {
        this.terminal = terminal;
        this.width = width;
        this.text = text;
    }

    void start() {
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        draw();
                    }
                },
                0,
                EVERY.toMillis());
    }

    synchronized void draw() {
        if (!closed) {
            String line = text.get();
            print(CLEAR + line.substring(0, Math.min(line.length(), width - 1)));
            shown = true;
        }
    }

    /** Where log lines are written to. */
    OutputStream above() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                writeAbove(bytes, from, length);
            }
        };
    }

    private synchronized void writeAbove(byte[] bytes, int from, int length) {
        clear();
        terminal.write(bytes, from, length);
        terminal.flush();
    }

    private void clear() {
        if (shown) {
            print(CLEAR);
            shown = false;
        }
    }

    private void print(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        terminal.write(bytes, 0, bytes.length);
        terminal.flush();
    }

    /** Takes the line away; what is logged from now on is written as it is. */
    @Override
    public synchronized void close() {
        clear();
        closed = true;
        timer.cancel();
    }
}
