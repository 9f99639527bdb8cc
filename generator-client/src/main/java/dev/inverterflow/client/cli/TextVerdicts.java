package dev.inverterflow.client.cli;

import dev.inverterflow.client.validate.Violation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** One line for each violation, and a sum. */
final class TextVerdicts extends VerdictWriter {
    private final PrintWriter out;

    TextVerdicts(PrintWriter out) {
        this.out = out;
    }

    @Override
    void print(Path file, long index, List<Violation> violations) {
        for (Violation violation : violations) {
            String field =
                    violation.field() == null ? "record" : violation.field().jsonName();
            out.println(file + "[" + index + "] " + field + " = " + violation.valueJson() + "  " + violation.rule());
        }
    }

    @Override
    void end() {
        out.println(records() + " records, " + invalidRecords() + " invalid");
    }
}
