package dev.inverterflow.snowflake.local.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever comes in, the answer is a tree or a {@link SnowflakeException}, and it comes soon. */
class SqlParserFuzzTest {
    private static final long SEED = 20261123;
    private static final String FRAGMENTS =
            "( ) [ ] { } , ; . : :: => -> = <> || + - * / % ' '' \" $$ $1 $x ? :1 @s/p @~ -- // /* */ \\ & # 1 1.5e3 "
                    + "a t.b \"c d\" 'e' select from where group by order limit union with as case when then end "
                    + "insert into values update set delete merge using on matched create or replace table view task "
                    + "pipe copy file_format type json alter drop show like in describe use call put get file:///x "
                    + "begin commit null not and between is cast int over partition lateral flatten";

    private final SqlParser parser = new SqlParser();

    @Test
    void randomCharactersNeverEscapeTheContract() {
        Random random = new Random(SEED);

        int[] outcomes = run(IntStream.range(0, 20_000).mapToObj(i -> characters(random)));

        assertThat(outcomes[0] + outcomes[1]).isEqualTo(20_000);
    }

    @Test
    void randomTokensNeverEscapeTheContract() {
        Random random = new Random(SEED);
        List<String> fragments = List.of(FRAGMENTS.split(" "));

        int[] outcomes = run(IntStream.range(0, 30_000).mapToObj(i -> tokens(random, fragments)));

        assertThat(outcomes[0] + outcomes[1]).isEqualTo(30_000);
    }

    @Test
    void mutatedStatementsNeverEscapeTheContract() {
        Random random = new Random(SEED);
        List<String> statements = corpus();

        int[] outcomes = run(IntStream.range(0, 40_000)
                .mapToObj(i -> mutation(statements.get(random.nextInt(statements.size())), random)));

        assertThat(outcomes[0]).as("accepted").isGreaterThan(1_000);
        assertThat(outcomes[1]).as("refused").isGreaterThan(1_000);
    }

    @Test
    void everyBeginningOfAStatementIsReadOrRefused() {
        int[] outcomes = run(corpus().stream()
                .flatMap(sql -> IntStream.range(0, sql.length()).mapToObj(end -> sql.substring(0, end))));

        assertThat(outcomes[1]).isGreaterThan(1_000);
    }

    private int[] run(Stream<String> texts) {
        int[] outcomes = new int[2];
        assertTimeoutPreemptively(
                Duration.ofMinutes(5), () -> texts.forEach(text -> outcomes[isAccepted(text) ? 0 : 1]++));
        return outcomes;
    }

    private boolean isAccepted(String text) {
        try {
            parser.parseAll(text);
            return true;
        } catch (SnowflakeException e) {
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("not a SnowflakeException for: " + text, e);
        }
    }

    private static String characters(Random random) {
        String printable = " \n\t'\"$@?:;,.()[]{}<>=!|&#%^~\\/*-+_aZ09\u00e9\u2028\ud83d\ude00";
        return random.ints(random.nextInt(60), 0, printable.length())
                .mapToObj(i -> String.valueOf(printable.charAt(i)))
                .collect(Collectors.joining());
    }

    private static String tokens(Random random, List<String> fragments) {
        return random.ints(random.nextInt(25), 0, fragments.size())
                .mapToObj(fragments::get)
                .collect(Collectors.joining(random.nextInt(10) == 0 ? "" : " "));
    }

    private static String mutation(String sql, Random random) {
        StringBuilder text = new StringBuilder(sql);
        for (int i = 0; i <= random.nextInt(3) && text.length() > 1; i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, FRAGMENTS.charAt(random.nextInt(FRAGMENTS.length())));
                case 2 -> text.insert(at, text.substring(random.nextInt(text.length())));
                default -> text.setCharAt(at, (char) random.nextInt(128));
            }
        }
        return text.toString();
    }

    private static List<String> corpus() {
        return Corpus.statements().map(Corpus.Entry::sql).toList();
    }
}
