package dev.inverterflow.deploy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.deploy.connection.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskOrderTest {
    @Test
    void childrenAndFinalizerAreResumedBeforeTheirRoot() {
        List<Task> tasks = List.of(
                task("ROOT", "[]", "{}"),
                task("LEAF", "[\"D.S.MIDDLE\"]", "{}"),
                task("LAST", "[]", "{\"FinalizedRootTask\":\"D.S.ROOT\"}"),
                task("MIDDLE", "[\"D.S.ROOT\"]", "{}"));

        assertThat(TaskOrder.childrenFirst(tasks))
                .extracting(Task::name)
                .containsExactly("LAST", "LEAF", "MIDDLE", "ROOT");
        assertThat(TaskOrder.rootsFirst(tasks))
                .extracting(Task::name)
                .containsExactly("ROOT", "MIDDLE", "LEAF", "LAST");
    }

    @Test
    void readsQuotedNamesOfPredecessors() {
        assertThat(task("A", "[\"D.S.\\\"my.task\\\"\", \"D.S.B\"]", "").predecessors())
                .containsExactlyInAnyOrder("my.task", "B");
    }

    @Test
    void aTaskWithoutRelationsHasNoPredecessors() {
        Task task = Task.of(Row.of(Map.of("name", "FLATTEN", "state", "started")));

        assertThat(task.predecessors()).isEmpty();
        assertThat(task.started()).isTrue();
        assertThat(task.state()).isEqualTo("started");
    }

    private static Task task(String name, String predecessors, String relations) {
        return Task.of(Row.of(
                Map.of("name", name, "state", "suspended", "predecessors", predecessors, "task_relations", relations)));
    }
}
