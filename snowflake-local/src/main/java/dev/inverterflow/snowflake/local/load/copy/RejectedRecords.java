package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.load.format.RowFormat;
import dev.inverterflow.snowflake.local.load.store.FileLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file, for the records that are rejected.
 *
 * @param lines with what ends them
 */
record RejectedRecords(List<String> lines) {
    RejectedRecords {
        lines = List.copyOf(lines);
    }

    static RejectedRecords of(StagedFiles stage, FileLocation file, RowFormat format) throws IOException {
        try (var open = stage.open(file);
                var content = format.compression().open(open.content())) {
            return new RejectedRecords(lines(new String(content.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (SnowflakeException missing) {
            return new RejectedRecords(List.of());
        }
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(text.substring(from, end + 1));
            from = end + 1;
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }

    /** How many bytes are before a fault; null if its place is not known. */
    @Nullable
    String byteOffset(FileFault fault) {
        if (fault.line() == 0 || fault.character() == 0 || fault.line() > lines.size() + 1L) {
            return null;
        }
        int line = (int) fault.line() - 1;
        long bytes = lines.subList(0, line).stream()
                .mapToLong(RejectedRecords::bytes)
                .sum();
        if (line < lines.size()) {
            String text = lines.get(line);
            bytes += bytes(text.substring(0, (int) Math.min(text.length(), fault.character() - 1)));
        }
        return String.valueOf(bytes);
    }

    /** The record of a fault, with what ends it if another one follows; null if it is not known. */
    @Nullable
    String text(FileFault fault) {
        int first = (int) fault.rowLine() - 1;
        // The fault of a first record may be at the beginning of the next line.
        boolean behind = fault.line() > fault.rowLine() && fault.character() == 1;
        int last = (int) Math.min(lines.size(), fault.line() - (behind ? 1 : 0));
        if (first < 0 || first >= last) {
            return null;
        }
        String text = String.join("", lines.subList(first, last));
        return last == lines.size() && text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
