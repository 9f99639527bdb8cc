package dev.inverterflow.deploy.apply;

import java.io.PrintWriter;
import java.util.Locale;

/** A line per step: which it is, how far the whole is, how long it took. */
public final class PlainProgress implements Progress {
    private final PrintWriter out;
    private int total;
    private int current;

    public PlainProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void total(int steps) {
        total = steps;
    }

    @Override
    public void begins(String name, String size) {
        current++;
        out.printf("  %" + String.valueOf(total).length() + "d/%d  %s (%s) … ", current, total, name, size);
        out.flush();
    }

    @Override
    public void succeeded(long milliseconds) {
        ended(String.format(Locale.ROOT, "%.1f s", milliseconds / 1000.0));
    }

    @Override
    public void ended(String how) {
        out.println(how);
        out.flush();
    }

    @Override
    public void done() {
        // Every line is complete already.
    }
}
