package dev.inverterflow.local.stack;

import java.io.Writer;
import java.util.function.Consumer;

/** Hands what is written on, line by line. */
final class LineWriter extends Writer {
    private final Consumer<String> lines;
    private final StringBuilder line = new StringBuilder();

    LineWriter(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void write(char[] text, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (text[i] == '\n') {
                endLine();
            } else if (text[i] != '\r') {
                line.append(text[i]);
            }
        }
    }

    private void endLine() {
        lines.accept(line.toString());
        line.setLength(0);
    }

    @Override
    public void flush() {
        // A line is handed on when it is complete, not before.
    }

    @Override
    public void close() {
        if (!line.isEmpty()) {
            endLine();
        }
    }
}
