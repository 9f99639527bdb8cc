package dev.inverterflow.deploy.apply;

import java.io.PrintWriter;
import java.util.Locale;

/** Plain lines: which step runs, how far the whole is, how long each took. */
public final class Progress {
    private final PrintWriter out;
    private final int total;
    private int current;

    public Progress(PrintWriter out, int total) {
        this.out = out;
        this.total = total;
    }

    void begins(String name, String size) {
        current++;
        out.printf("  %" + String.valueOf(total).length() + "d/%d  %s (%s) … ", current, total, name, size);
        out.flush();
    }

    void succeeded(long milliseconds) {
        out.printf(Locale.ROOT, "%.1f s%n", milliseconds / 1000.0);
        out.flush();
    }

    void ended(String how) {
        out.println(how);
        out.flush();
    }
}
