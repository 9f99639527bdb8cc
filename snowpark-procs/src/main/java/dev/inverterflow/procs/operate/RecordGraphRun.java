package dev.inverterflow.procs.operate;

import static dev.inverterflow.procs.run.Database.number;

import com.snowflake.snowpark_java.Row;
import com.snowflake.snowpark_java.types.Variant;
import dev.inverterflow.procs.run.Database;
import dev.inverterflow.procs.run.ProcedureException;
import dev.inverterflow.procs.run.Run;
import dev.inverterflow.procs.run.Transaction;
import java.util.LinkedHashMap;
import java.util.Map;

/** Outcome of a run of a task graph, recorded by its finalizer. */
public final class RecordGraphRun {

    private RecordGraphRun() {}

    /** Runs the procedure. */
    public static Variant call(Database database) {
        Run run = Run.start(database, "RECORD_GRAPH_RUN");
        Row task = currentTask(database);
        Row outcome = Transaction.noted(
                database, run, () -> record(database, run, task.getString(0), task.getString(1), task.getString(2)));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("run_id", run.id());
        result.put("root_task", task.getString(0));
        result.put("graph_run_group_id", task.getString(1));
        result.put("state", outcome.getString(0));
        result.put("tasks", number(outcome, 1));
        result.put("failed_tasks", number(outcome, 2));
        return new Variant(result);
    }

    private static Row currentTask(Database database) {
        try {
            return database.single("""
                    SELECT
                      SYSTEM$TASK_RUNTIME_INFO('CURRENT_ROOT_TASK_NAME'),
                      SYSTEM$TASK_RUNTIME_INFO('CURRENT_TASK_GRAPH_RUN_GROUP_ID'),
                      SYSTEM$TASK_RUNTIME_INFO('CURRENT_TASK_NAME')""");
        } catch (RuntimeException failure) {
            throw new ProcedureException(
                    "NOT_IN_A_TASK",
                    "RECORD_GRAPH_RUN records the graph of the task that calls it, and no task calls it now: "
                            + failure.getMessage(),
                    failure);
        }
    }

    private static Row record(Database database, Run run, String root, String group, String finalizer) {
        database.execute(insert(), root, group, run.id(), group, finalizer);
        return database.single("SELECT STATE, TASKS, FAILED_TASKS FROM GRAPH_RUNS WHERE RUN_ID = ?", run.id());
    }

    /** Binds: root, group, run, group, finalizer. */
    static String insert() {
        return """
                INSERT INTO GRAPH_RUNS
                  (ROOT_TASK, GRAPH_RUN_GROUP_ID, SCHEDULED_AT, FINISHED_AT, STATE, TASKS, FAILED_TASKS, FIRST_ERROR, RUN_ID)
                SELECT
                  ?, ?, MIN(CONVERT_TIMEZONE('UTC', SCHEDULED_TIME)::TIMESTAMP_NTZ), SYSDATE(),
                  IFF(COUNT_IF(STATE <> 'SUCCEEDED') = 0, 'SUCCEEDED', 'FAILED'), COUNT(*), COUNT_IF(STATE <> 'SUCCEEDED'),
                  MIN_BY(NAME || ': ' || COALESCE(ERROR_MESSAGE, STATE), IFF(STATE <> 'SUCCEEDED', COMPLETED_TIME, NULL)), ?
                FROM (
                  SELECT NAME, STATE, ERROR_MESSAGE, SCHEDULED_TIME, COMPLETED_TIME
                  FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY(
                    SCHEDULED_TIME_RANGE_START => DATEADD(DAY, -1, CURRENT_TIMESTAMP()), RESULT_LIMIT => 10000))
                  WHERE GRAPH_RUN_GROUP_ID = ? AND NAME <> ? AND COMPLETED_TIME IS NOT NULL
                  QUALIFY ROW_NUMBER() OVER (PARTITION BY NAME ORDER BY COMPLETED_TIME DESC) = 1
                )""";
    }
}
