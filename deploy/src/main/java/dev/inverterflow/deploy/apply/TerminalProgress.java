package dev.inverterflow.deploy.apply;

import java.io.PrintWriter;

/** One line that is written over: a bar, the share done, the step at work. Only what went wrong stays on the screen. */
public final class TerminalProgress implements Progress {
    private static final int WIDTH = 30;
    private static final String BACK_AND_CLEAR = "\r\u001b[K";

    private final PrintWriter out;
    private int total;
    private int finished;
    private String name = "";

    public TerminalProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void total(int steps) {
        total = steps;
    }

    @Override
    public void begins(String step, String size) {
        name = step;
        draw(name + " (" + size + ")");
    }

    @Override
    public void succeeded(long milliseconds) {
        finished++;
        draw(name);
    }

    @Override
    public void ended(String how) {
        out.print(BACK_AND_CLEAR);
        out.println("  " + (finished + 1) + "/" + total + "  " + name + " … " + how);
        out.flush();
    }

    @Override
    public void done() {
        out.print(BACK_AND_CLEAR);
        out.flush();
    }

    private void draw(String what) {
        int filled = total == 0 ? WIDTH : WIDTH * finished / total;
        out.print(BACK_AND_CLEAR + "[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] " + finished + "/" + total
                + "  " + what);
        out.flush();
    }
}
