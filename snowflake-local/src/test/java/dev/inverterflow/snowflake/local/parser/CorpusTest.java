package dev.inverterflow.snowflake.local.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.parser.Corpus.Entry;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every entry of the {@link Corpus}; refused texts stand there beside the nearly equal ones that are accepted. */
class CorpusTest {
    private static final SqlParser PARSER = new SqlParser();

    @ParameterizedTest(name = "{0}")
    @MethodSource("expressions")
    void expressionIsReadOrRefusedAsTheCorpusSays(Entry entry) {
        assertThat(outcome(PARSER::parseExpression, entry.sql())).isEqualTo(entry.outcome());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void statementIsReadOrRefusedAsTheCorpusSays(Entry entry) {
        assertThat(outcome(PARSER::parse, entry.sql())).isEqualTo(entry.outcome());
    }

    static Stream<Entry> expressions() {
        return Corpus.expressions();
    }

    static Stream<Entry> statements() {
        return Corpus.statements();
    }

    private static String outcome(Function<String, Object> parse, String sql) {
        try {
            return "= " + TreePrinter.print(parse.apply(sql));
        } catch (SnowflakeException e) {
            return "! " + e.paddedCode() + " " + e.getMessage().replace('\n', ' ');
        }
    }
}
