package dev.inverterflow.deploy.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.deploy.outcome.Problems;
import dev.inverterflow.deploy.variable.Assignment;
import dev.inverterflow.deploy.variable.Renderer;
import dev.inverterflow.deploy.variable.VariableCatalog;
import dev.inverterflow.deploy.variable.VariableKind;
import dev.inverterflow.deploy.variable.Variables;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A value that its kind admits cannot leave the place a script gives it. */
class InjectionTest {
    private static final long SEED = 20261123;
    private static final int TRIES = 20_000;
    private static final List<String> HOSTILE = List.of(
            "a",
            "B",
            "7",
            "_",
            "$",
            "$$",
            "'",
            "\"",
            "\\",
            ";",
            "&",
            "&{schema}",
            "--",
            "//",
            "/*",
            "*/",
            " ",
            "\n",
            "\r",
            "\t",
            "\u0000",
            "\u2028",
            "(",
            ")",
            ".",
            ":",
            "/",
            "-",
            "=",
            ",",
            "drop table T",
            "or 1=1",
            "latest",
            "arn:aws:iam::123456789012:role/",
            "s3://bucket/",
            "ENTERPRISE",
            "1.5",
            "{{",
            "<%");
    /** Kinds that admit more than a word or a number: scripts must quote them. */
    private static final Set<VariableKind> QUOTED_ONLY = Set.of(
            VariableKind.ARN,
            VariableKind.IAM_ROLE_ARN,
            VariableKind.EXTERNAL_ID,
            VariableKind.S3_URL,
            VariableKind.TEXT,
            VariableKind.PUBLIC_KEY,
            VariableKind.VERSION,
            VariableKind.FILE_NAME);

    @ParameterizedTest
    @EnumSource(VariableKind.class)
    void noAdmittedValueAddsAStatementOrClosesItsString(VariableKind kind) {
        Random random = new Random(SEED);
        int admitted = 0;
        for (int i = 0; i < TRIES; i++) {
            String value = hostile(random);
            if (!kind.accepts(value)) {
                continue;
            }
            admitted++;
            assertThat(statements("select '&{v}', 1; select 2", kind, value))
                    .as("seed %d: %s", SEED, value)
                    .containsExactly("select '" + value + "', 1", "select 2");
            if (!QUOTED_ONLY.contains(kind)) {
                assertThat(statements("select &{v}, 1; select 2", kind, value))
                        .as("seed %d: %s", SEED, value)
                        .containsExactly("select " + value + ", 1", "select 2");
            }
        }
        assertThat(admitted).as("values that %s admits", kind).isPositive();
    }

    @ParameterizedTest
    @MethodSource("bundledScripts")
    void theScriptsQuoteWhatMustBeQuoted(ScriptFile script) {
        Matcher uses = Pattern.compile("&\\{([a-z_]+)}").matcher(script.text());
        while (uses.find()) {
            VariableKind kind = kindOf(uses.group(1));
            long quotesBefore = lineUpTo(script.text(), uses.start())
                    .chars()
                    .filter(c -> c == '\'')
                    .count();
            if (QUOTED_ONLY.contains(kind)) {
                assertThat(quotesBefore % 2)
                        .as("%s stands in quotes in %s", uses.group(1), script.path())
                        .isEqualTo(1);
            }
        }
    }

    static Stream<ScriptFile> bundledScripts() {
        SqlTree tree = SqlTree.bundled();
        return Stream.of(tree.bootstrap(), tree.undo(), tree.versioned(), tree.repeatable())
                .flatMap(List::stream);
    }

    private static VariableKind kindOf(String variable) {
        return SqlTree.bundled().variables().all().stream()
                .filter(declared -> declared.name().equals(variable))
                .findFirst()
                .orElseThrow()
                .kind();
    }

    private static List<String> statements(String text, VariableKind kind, String value) {
        Problems problems = new Problems();
        String catalog = "[{\"name\": \"v\", \"kind\": \"" + kind.label() + "\", \"description\": \"V.\"}]";
        Variables variables = Variables.resolve(
                VariableCatalog.parse(catalog, "variables.json"),
                List.of(new Assignment("v", value, "test")),
                problems);
        List<SqlStatement> statements = RenderedScript.of(
                        new ScriptFile("x.sql", text), new Renderer(variables, problems))
                .statements();
        problems.throwIfAny("rendering");
        return statements.stream().map(SqlStatement::text).toList();
    }

    private static String lineUpTo(String text, int position) {
        return text.substring(text.lastIndexOf('\n', position) + 1, position);
    }

    private static String hostile(Random random) {
        StringBuilder text = new StringBuilder();
        int parts = 1 + random.nextInt(4);
        for (int i = 0; i < parts; i++) {
            text.append(HOSTILE.get(random.nextInt(HOSTILE.size())));
        }
        return random.nextInt(50) == 0 ? "QUJD".repeat(30) + text : text.toString();
    }
}
