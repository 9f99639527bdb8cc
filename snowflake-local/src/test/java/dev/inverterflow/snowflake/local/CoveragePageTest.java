package dev.inverterflow.snowflake.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The map of what is proven by what names tests that are there. */
class CoveragePageTest {
    private static final Path PAGE = Path.of("..", "docs", "snowflake-local-coverage.md")
            .toAbsolutePath()
            .normalize();
    /** {@code [Class.method](path)}, {@code [Class](path)} or {@code [suite.sql](path)}. */
    private static final Pattern LINK = Pattern.compile("\\[([\\w.]+)]\\((\\.\\./[^)]+/src/test/[^)]+)\\)");

    @Test
    void everyTestThatThePageNamesIsThere() throws IOException {
        var links = LINK.matcher(Files.readString(PAGE)).results().toList();

        assertThat(links).hasSizeGreaterThan(100).allSatisfy(CoveragePageTest::isThere);
    }

    private static void isThere(MatchResult link) throws IOException {
        var file = PAGE.resolveSibling(link.group(2)).normalize();
        assertThat(file).isRegularFile();
        var name = link.group(1);
        if (!name.endsWith(".sql")) {
            int dot = name.indexOf('.');
            assertThat(file).hasFileName((dot < 0 ? name : name.substring(0, dot)) + ".java");
            assertThat(Files.readString(file)).contains(dot < 0 ? name : " void " + name.substring(dot + 1) + "(");
        }
    }
}
