package dev.inverterflow.deploy.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
    private final StringWriter screen = new StringWriter();
    private final Progress progress = new TerminalProgress(new PrintWriter(screen));

    @Test
    void writesOneLineOverAndLeavesNothingBehindWhenAllWentWell() {
        progress.total(2);
        progress.begins("V001__a.sql", "1 statement");
        progress.succeeded(5);
        progress.begins("R__b.sql", "2 statements");
        progress.succeeded(5);
        progress.done();

        assertThat(screen.toString())
                .doesNotContain("\n")
                .containsSubsequence(
                        "[" + "-".repeat(30) + "] 0/2  V001__a.sql (1 statement)",
                        "[" + "#".repeat(15) + "-".repeat(15) + "] 1/2  R__b.sql (2 statements)",
                        "[" + "#".repeat(30) + "] 2/2")
                .endsWith("\r\u001b[K");
    }

    @Test
    void leavesTheLineOfTheStepThatFailed() {
        progress.total(2);
        progress.begins("V001__a.sql", "1 statement");
        progress.ended("FAILED");

        assertThat(screen.toString()).endsWith("  1/2  V001__a.sql … FAILED" + System.lineSeparator());
    }

    @Test
    void elsewhereEveryStepIsAPlainLine() {
        Progress plain = new PlainProgress(new PrintWriter(screen));
        plain.total(1);
        plain.begins("V001__a.sql", "1 statement");
        plain.succeeded(1234);
        plain.done();

        assertThat(screen.toString()).isEqualTo("  1/1  V001__a.sql (1 statement) … 1.2 s" + System.lineSeparator());
    }
}
