package dev.inverterflow.snowflake.local.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random programs of statements and calls, run by the server and by the few rules that the documentation states. */
class ScopedTransactionModelTest {

    private static final int DEEPEST = 3;

    private ProcedureServer server;
    private int procedures;
    private int values;

    @BeforeEach
    void open() throws Exception {
        server = new ProcedureServer();
        server.caller().execute("create table counter (a int)");
        server.caller().execute("create table strict (a int not null)");
        server.caller().execute("insert into counter values (0)");
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"1, true", "3, false"})
    void serverAndModelAgree(long seed, boolean autocommit) throws Exception {
        agree(seed, autocommit, 12);
    }

    @ParameterizedTest
    @CsvSource({"4, true", "5, true", "6, false"})
    @Tag("soak")
    void serverAndModelAgreeForLong(long seed, boolean autocommit) throws Exception {
        agree(seed, autocommit, 50);
    }

    private void agree(long seed, boolean autocommit, int programs) throws Exception {
        Random random = new Random(seed);
        Model model = new Model(autocommit);
        server.caller().execute("alter session set autocommit = " + autocommit);
        for (int program = 0; program < programs; program++) {
            List<String> story = Collections.synchronizedList(new ArrayList<>());
            int steps = 4 + random.nextInt(8);
            for (int step = 0; step < steps; step++) {
                step(
                        random,
                        0,
                        model,
                        story,
                        sql -> server.caller().execute(sql).scalar());
            }
            server.caller().execute("rollback");
            model.end(0, false);
            look(0, model, story, sql -> server.caller().execute(sql).scalar());
        }
    }

    /** Runs a statement; the first value of its answer. */
    interface Sql {
        String run(String sql) throws Exception;
    }

    private void step(Random random, int depth, Model model, List<String> story, Sql sql) throws Exception {
        switch (random.nextInt(depth < DEEPEST ? 10 : 8)) {
            case 0, 1 -> agree(depth, "begin", model.begin(depth), story, sql);
            case 2 -> agree(depth, "commit", model.end(depth, true), story, sql);
            case 3 -> agree(depth, "rollback", model.end(depth, false), story, sql);
            case 4, 5 -> {
                int value = ++values;
                agree(depth, "insert into s.t values (" + value + ")", model.insert(depth, value), story, sql);
            }
            case 6 -> agree(depth, "update s.counter set a = a + 1", model.count(depth), story, sql);
            case 7 -> {
                model.implicitBegin(depth);
                agree(depth, "insert into s.strict select 1 union all select null", false, story, sql);
            }
            default -> call(random, depth, model, story, sql);
        }
        look(depth, model, story, sql);
    }

    private void call(Random random, int depth, Model model, List<String> story, Sql sql) throws Exception {
        String name = "P" + ++procedures;
        boolean throwing = random.nextInt(4) == 0;
        int steps = random.nextInt(6);
        boolean[] agreed = {true};
        server.procedure(name, scope -> {
            Pass body = server.attach(scope);
            try {
                for (int step = 0; step < steps; step++) {
                    step(random, depth + 1, model, story, text -> server.run(body, text));
                }
            } catch (AssertionError different) {
                agreed[0] = false;
                throw different;
            }
            if (throwing) {
                throw Errors.handlerFailed("the body of " + name + " fails", new IllegalStateException());
            }
        });
        Model.Mark before = model.mark();
        story.add("  ".repeat(depth) + "call " + name + (throwing ? " -- throws" : ""));
        boolean failed = false;
        try {
            sql.run("call " + name + "()");
        } catch (SnowflakeException failure) {
            failed = true;
        }
        assertThat(agreed[0]).as("inside of %s: %s", name, story).isTrue();
        boolean incomplete = model.endOfBody(depth + 1);
        if (throwing || incomplete) {
            model.backTo(before);
        }
        assertThat(failed).as("%s\nend of %s", String.join("\n", story), name).isEqualTo(throwing || incomplete);
    }

    private static void agree(int depth, String text, boolean accepted, List<String> story, Sql sql) throws Exception {
        story.add("  ".repeat(depth) + text + (accepted ? "" : " -- refused"));
        boolean ran = true;
        String words = "";
        try {
            sql.run(text);
        } catch (SnowflakeException refused) {
            ran = false;
            words = refused.getMessage();
        }
        assertThat(ran).as("%s\n%s", String.join("\n", story), words).isEqualTo(accepted);
    }

    private static void look(int depth, Model model, List<String> story, Sql sql) throws Exception {
        String rows =
                sql.run("select listagg(a, ' ') within group (order by a) || ' counted ' || (select a from s.counter)"
                        + " || ' strict ' || (select count(*) from s.strict) from s.t");
        assertThat(rows).as("%s\nat level %s", String.join("\n", story), depth).isEqualTo(model.visible());
    }

    /** What the documentation says of transactions in procedures, over a table of values and a counter. */
    private static final class Model {

        /** What a CALL that fails leaves of the transaction in which it began. */
        record Mark(TreeSet<Integer> pending, int counted) {}

        private static final class Open {
            private final int depth;
            private TreeSet<Integer> pending = new TreeSet<>();
            private int counted;
            private boolean locksCounter;

            Open(int depth) {
                this.depth = depth;
            }
        }

        private final TreeSet<Integer> committed = new TreeSet<>();
        private int counted;
        private final Deque<Open> open = new ArrayDeque<>();
        private final boolean autocommit;

        Model(boolean autocommit) {
            this.autocommit = autocommit;
        }

        /** A DML statement begins a transaction if AUTOCOMMIT is off. */
        void implicitBegin(int depth) {
            if (!autocommit && open.isEmpty()) {
                begin(depth);
            }
        }

        boolean begin(int depth) {
            if (open.isEmpty() || open.peek().depth < depth) {
                open.push(new Open(depth));
            }
            return true;
        }

        boolean end(int depth, boolean commits) {
            if (open.isEmpty()) {
                return true;
            }
            if (open.peek().depth < depth) {
                return false;
            }
            Open ended = open.pop();
            if (commits) {
                committed.addAll(ended.pending);
                counted += ended.counted;
            }
            return true;
        }

        boolean insert(int depth, int value) {
            implicitBegin(depth);
            (open.isEmpty() ? committed : open.peek().pending).add(value);
            return true;
        }

        boolean count(int depth) {
            implicitBegin(depth);
            if (open.isEmpty()) {
                counted++;
                return true;
            }
            Open now = open.peek();
            if (open.stream().anyMatch(one -> one != now && one.locksCounter)) {
                return false;
            }
            now.locksCounter = true;
            now.counted++;
            return true;
        }

        Mark mark() {
            return open.isEmpty()
                    ? new Mark(new TreeSet<>(), 0)
                    : new Mark(new TreeSet<>(open.peek().pending), open.peek().counted);
        }

        void backTo(Mark mark) {
            if (!open.isEmpty()) {
                open.peek().pending = mark.pending();
                open.peek().counted = mark.counted();
            }
        }

        /** Whether the body has left a transaction open. */
        boolean endOfBody(int depth) {
            return !open.isEmpty() && open.peek().depth == depth && end(depth, false);
        }

        String visible() {
            TreeSet<Integer> seen = new TreeSet<>(committed);
            int count = counted;
            if (!open.isEmpty()) {
                seen.addAll(open.peek().pending);
                count += open.peek().counted;
            }
            return String.join(" ", seen.stream().map(String::valueOf).toList()) + " counted " + count + " strict 0";
        }
    }
}
