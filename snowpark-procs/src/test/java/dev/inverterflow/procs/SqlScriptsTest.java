package dev.inverterflow.procs;

import static org.assertj.core.api.Assertions.assertThat;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every script, whatever runs it. */
class SqlScriptsTest {

    private static final Path SQL = Path.of("..", "sql");
    private static final Pattern VARIABLE = Pattern.compile("&\\{(\\w+)}");

    @ParameterizedTest
    @MethodSource("scripts")
    void usesTheAmpersandForVariablesOnly(Path script) throws IOException {
        String withoutVariables = VARIABLE.matcher(Files.readString(script)).replaceAll("");

        assertThat(withoutVariables).doesNotContain("&");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void hasNoBlockThatRunnersWouldSplit(Path script) throws IOException {
        assertThat(Files.readString(script))
                .doesNotContainPattern("(?im)^\\s*(BEGIN|DECLARE|END)\\b")
                .doesNotContain("$$");
    }

    @Test
    void declaresExactlyTheVariablesThatScriptsUse() throws IOException {
        TreeSet<String> used = new TreeSet<>();
        for (Path script : scripts().toList()) {
            VARIABLE.matcher(Files.readString(script)).results().forEach(variable -> used.add(variable.group(1)));
        }
        List<String> declared = Pattern.compile("\"name\": \"(\\w+)\"")
                .matcher(Files.readString(SQL.resolve("variables.json")))
                .results()
                .map(name -> name.group(1))
                .sorted()
                .toList();

        assertThat(declared).containsExactlyElementsOf(used);
    }

    @Test
    void namesHandlersThatExistWithTheirArguments() throws IOException {
        Pattern procedure =
                Pattern.compile("PROCEDURE (\\w+)\\((.*?)\\)\\nCOPY.*?HANDLER = '([\\w.]+)\\.(\\w+)'", Pattern.DOTALL);
        List<MatchResult> procedures = procedure
                .matcher(Files.readString(SQL.resolve("repeatable").resolve("R__10_procedures.sql")))
                .results()
                .toList();

        assertThat(procedures).hasSize(13);
        for (MatchResult found : procedures) {
            long arguments = found.group(2).isEmpty() ? 0 : found.group(2).split(",").length;
            assertThat(found.group(3)).isEqualTo(Procedures.class.getName());
            Method handler = handler(found.group(4));
            assertThat(Modifier.isStatic(handler.getModifiers())).isTrue();
            assertThat(handler.getReturnType()).isEqualTo(Variant.class);
            assertThat(handler.getParameterTypes()[0]).isEqualTo(Session.class);
            assertThat(handler.getParameterCount()).as(found.group(1)).isEqualTo((int) arguments + 1);
            assertThat(handler.getParameterTypes()).noneMatch(Class::isPrimitive);
        }
    }

    private static Method handler(String name) {
        return Arrays.stream(Procedures.class.getMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no handler " + name));
    }

    private static Stream<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(SQL)) {
            return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList().stream();
        }
    }
}
