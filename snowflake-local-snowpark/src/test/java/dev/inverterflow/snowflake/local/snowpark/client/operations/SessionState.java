package dev.inverterflow.snowflake.local.snowpark.client.operations;

import static dev.inverterflow.snowflake.local.snowpark.client.operations.Operations.rows;

import dev.inverterflow.snowflake.local.snowpark.client.operations.Operations.Operation;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a session is and has, much of it forbidden to procedures with owner's rights. */
final class SessionState {

    private SessionState() {}

    static Map<String, Operation> operations() {
        Map<String, Operation> all = new LinkedHashMap<>();
        all.put("the current schema", s -> s.getFullyQualifiedCurrentSchema());
        all.put("a query tag", s -> {
            s.setQueryTag("tagged");
            String tag = String.valueOf(s.getQueryTag().orElse("none"));
            s.unsetQueryTag();
            return tag;
        });
        all.put("cancelAll", s -> {
            s.cancelAll();
            return "canceled";
        });
        sql(all, "ALTER SESSION SET LOCK_TIMEOUT = 43200");
        sql(all, "SET MINE = 1");
        all.put("SELECT $YOURS", s -> rows(s.sql("SELECT $YOURS")));
        sql(all, "USE DATABASE DB");
        sql(all, "USE SCHEMA DB.S");
        sql(all, "USE ROLE ACCOUNTADMIN");
        sql(all, "USE WAREHOUSE NO_MATTER_WHICH");
        sql(all, "SHOW PARAMETERS LIKE 'TIMEZONE'");
        sql(all, "SHOW PARAMETERS LIKE 'TIMEZONE' IN ACCOUNT");
        sql(all, "SHOW VARIABLES");
        sql(all, "SHOW GRANTS");
        sql(all, "SHOW GRANTS TO ROLE ACCOUNTADMIN");
        sql(all, "ALTER USER SET COMMENT = 'me'");
        sql(all, "ALTER USER SOMEBODY SET COMMENT = 'not me'");
        sql(all, "SHOW LOCKS");
        sql(all, "SHOW TRANSACTIONS");
        sql(all, "SHOW TABLES LIKE 'SITES'");
        sql(all, "DESCRIBE TABLE SITES");
        sql(all, "CREATE OR REPLACE TEMPORARY STAGE STAGE_FOR_NOW");
        sql(all, "CREATE OR REPLACE TEMPORARY FILE FORMAT FORMAT_FOR_NOW");
        sql(all, "CREATE OR REPLACE SCOPED TEMPORARY TABLE SCOPED_FOR_NOW (A INT)");
        sql(all, "CREATE OR REPLACE SCOPED TEMPORARY TABLE SNOWPARK_TEMP_TABLE_0 (A INT)");
        sql(all, "CREATE OR REPLACE SCOPED TEMPORARY VIEW SNOWPARK_TEMP_VIEW_0 AS SELECT 1 AS A");
        sql(all, "CREATE OR REPLACE SCOPED TEMPORARY STAGE SNOWPARK_TEMP_STAGE_0");
        sql(all, "CREATE OR REPLACE SCOPED TEMPORARY FILE FORMAT SNOWPARK_TEMP_FILE_FORMAT_0");
        all.put(
                "the tables of Snowpark",
                s -> rows(s.sql("SHOW TABLES LIKE 'SNOWPARK_TEMP_TABLE_0'").select("\"name\"")));
        return all;
    }

    private static void sql(Map<String, Operation> all, String sql) {
        all.put(sql, session -> {
            session.sql(sql).collect();
            return "accepted";
        });
    }
}
