package dev.inverterflow.deploy.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.deploy.outcome.Problems;
import dev.inverterflow.deploy.variable.Renderer;
import dev.inverterflow.deploy.variable.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * SnowSQL and {@code snow sql -f} run the scripts as they are: nothing in them needs our runner, and nothing means something
 * else to theirs. {@code .ci/snow} runs them with the real tool.
 */
class OtherRunnersTest {
    @ParameterizedTest
    @MethodSource("scripts")
    void variablesAreTheOnlyAmpersandsAndNoTemplateOfAnotherKindIsThere(ScriptFile script) {
        assertThat(script.text().replaceAll("&\\{[a-z_]+}", "")).doesNotContain("&", "<%", "%>", "{{", "}}", "<&");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void noLineIsACommandOfAnotherTool(ScriptFile script) {
        assertThat(script.text().lines()).noneMatch(line -> line.startsWith("!"));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void aRunnerThatCutsAtSemicolonsAtLineEndsFindsTheSameStatements(ScriptFile script) {
        List<String> naive = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        for (String line : script.text()
                .lines()
                .filter(line -> !line.strip().startsWith("--"))
                .toList()) {
            statement.append(line).append('\n');
            if (line.endsWith(";")) {
                naive.add(statement.substring(0, statement.length() - 2).strip());
                statement.setLength(0);
            }
        }
        assertThat(statement.toString())
                .as("what stands after the last semicolon")
                .isBlank();

        List<String> ours = StatementSplitter.split(script.path(), script.text()).stream()
                .map(SqlStatement::text)
                .map(text -> String.join(
                        "\n",
                        text.lines()
                                .filter(line -> !line.strip().startsWith("--"))
                                .toList()))
                .toList();
        assertThat(ours).isEqualTo(naive);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void statementsAreTheSameWhetherVariablesAreFilledInBeforeOrAfterCutting(ScriptFile script) {
        Problems problems = new Problems();
        Renderer renderer = new Renderer(values(problems), problems);

        List<String> afterwards = StatementSplitter.split(script.path(), script.text()).stream()
                .map(statement -> renderer.render(script.path(), statement.text()))
                .toList();

        assertThat(RenderedScript.of(script, renderer).statements())
                .map(SqlStatement::text)
                .isEqualTo(afterwards);
        assertThat(problems.found()).isEmpty();
    }

    static Stream<ScriptFile> scripts() {
        SqlTree tree = SqlTree.bundled();
        return Stream.of(tree.bootstrap(), tree.undo(), tree.versioned(), tree.repeatable(), tree.optional())
                .flatMap(List::stream);
    }

    private static Variables values(Problems problems) {
        return Variables.resolve(SqlTree.bundled().variables(), Values.OF_EVERY_VARIABLE, problems);
    }
}
