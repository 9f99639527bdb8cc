package dev.inverterflow.procs.report;

import com.snowflake.snowpark_java.Row;
import dev.inverterflow.procs.run.Database;
import java.util.List;

/** Where the task FLATTEN runs, and so which line its run times stand for while no view tells its credits. */
enum FlattenCompute {
    SERVERLESS("FLATTEN_SERVERLESS"),
    /** The deployment's own warehouse, all of whose credits are lines already. */
    OWN_WAREHOUSE("AMONG_WAREHOUSE_QUERIES"),
    /** A warehouse whose credits are not this pipeline's alone. */
    OTHER_WAREHOUSE("FLATTEN_WAREHOUSE");

    private final String component;

    FlattenCompute(String component) {
        this.component = component;
    }

    String component() {
        return component;
    }

    /** Looks at the task; outside a transaction. */
    static FlattenCompute find(Database database) {
        database.execute("SHOW TASKS LIKE 'FLATTEN'");
        List<Row> tasks = database.rows("""
                SELECT t."warehouse" = d.WAREHOUSE
                FROM TABLE(RESULT_SCAN(LAST_QUERY_ID())) t
                CROSS JOIN DEPLOYMENT d
                WHERE NULLIF(t."warehouse", 'null') IS NOT NULL AND t."warehouse" <> ''""");
        if (tasks.isEmpty()) {
            return SERVERLESS;
        }
        return tasks.get(0).getBoolean(0) ? OWN_WAREHOUSE : OTHER_WAREHOUSE;
    }
}
