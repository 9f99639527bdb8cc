# setup
do CREATE TABLE t (a NUMBER)
do CREATE VIEW v AS SELECT a FROM t
do CREATE VIEW g AS SELECT a, COUNT(*) AS n FROM t GROUP BY a
do CREATE SEQUENCE q
do CREATE STAGE st
do CREATE WAREHOUSE graphs_wh
do CREATE STREAM s ON TABLE t
do CREATE TASK root WAREHOUSE = graphs_wh SCHEDULE = '60 MINUTES' AS SELECT 1
do CREATE TASK child WAREHOUSE = graphs_wh AFTER root AS SELECT 1

# A task runs on a warehouse that is there
no CREATE TASK w WAREHOUSE = nope SCHEDULE = '60 MINUTES' AS SELECT 1
| 002003 02000 SQL compilation error:\nWarehouse 'NOPE' does not exist or not authorized.
no ALTER TASK root SET WAREHOUSE = nope
| 002003 02000 SQL compilation error:\nWarehouse 'NOPE' does not exist or not authorized.
yes CREATE TASK w WAREHOUSE = graphs_wh SCHEDULE = '60 MINUTES' AS SELECT 1

# A graph has no cycles
no CREATE TASK me WAREHOUSE = graphs_wh AFTER me AS SELECT 1
| 002003 02000 SQL compilation error:\nTask 'DB.GRAPHS.ME' does not exist or not authorized.
no ALTER TASK child ADD AFTER child
| 091090 42601 SQL compilation error:\nInvalid task definition: the tasks would form a cycle through DB.GRAPHS.CHILD.
no ALTER TASK root ADD AFTER child
| 091090 42601 SQL compilation error:\nInvalid task definition: a task with a predecessor or a root to finalize takes no SCHEDULE.
no CREATE TASK me WAREHOUSE = graphs_wh AFTER nope AS SELECT 1
| 002003 02000 SQL compilation error:\nTask 'DB.GRAPHS.NOPE' does not exist or not authorized.
no CREATE OR REPLACE TASK root WAREHOUSE = graphs_wh AFTER child AS SELECT 1
| 091090 42601 SQL compilation error:\nInvalid task definition: the tasks would form a cycle through DB.GRAPHS.CHILD.
yes CREATE TASK grandchild WAREHOUSE = graphs_wh AFTER child AS SELECT 1

# A schedule is 10 seconds to 8 days
no CREATE TASK b WAREHOUSE = graphs_wh SCHEDULE = '9 SECONDS' AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [9 SECONDS] for parameter 'SCHEDULE'
no CREATE TASK b WAREHOUSE = graphs_wh SCHEDULE = '0 MINUTES' AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [0 MINUTES] for parameter 'SCHEDULE'
no CREATE TASK b WAREHOUSE = graphs_wh SCHEDULE = '-1 MINUTES' AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [-1 MINUTES] for parameter 'SCHEDULE'
no CREATE TASK b WAREHOUSE = graphs_wh SCHEDULE = '11521 MINUTES' AS SELECT 1
| 001008 22023 SQL compilation error:\ninvalid value [11521 MINUTES] for parameter 'SCHEDULE'
yes CREATE TASK b WAREHOUSE = graphs_wh SCHEDULE = '11520 MINUTES' AS SELECT 1

# A stream is on what changes row by row
no CREATE STREAM x ON VIEW g
| 000002 0A000 not supported by snowflake-local: a stream ON VIEW
no CREATE STREAM x ON TABLE q
| 002003 42S02 SQL compilation error:\nTable 'DB.GRAPHS.Q' does not exist or not authorized.
no CREATE STREAM x ON TABLE v
| 002003 42S02 SQL compilation error:\nTable 'DB.GRAPHS.V' does not exist or not authorized.
no CREATE STREAM x ON TABLE s
| 002003 42S02 SQL compilation error:\nTable 'DB.GRAPHS.S' does not exist or not authorized.
no CREATE STREAM x ON TABLE nope
| 002003 42S02 SQL compilation error:\nTable 'DB.GRAPHS.NOPE' does not exist or not authorized.
no CREATE STREAM x ON STAGE st
| 000002 0A000 not supported by snowflake-local: CREATE STREAM … ON STAGE
no CREATE STREAM x ON DYNAMIC TABLE t
| 000002 0A000 not supported by snowflake-local: CREATE STREAM … ON DYNAMIC
no CREATE STREAM x ON EXTERNAL TABLE t
| 000002 0A000 not supported by snowflake-local: CREATE STREAM … ON EXTERNAL
yes CREATE STREAM x ON TABLE t

# A stream starts within the retention
no CREATE STREAM y ON TABLE t AT (OFFSET => -864000)
| 000002 0A000 not supported by snowflake-local: CREATE STREAM with AT or BEFORE anything but AT (STREAM => 'name')
no CREATE STREAM y ON TABLE t BEFORE (TIMESTAMP => '2001-01-01'::TIMESTAMP_LTZ)
| 000002 0A000 not supported by snowflake-local: CREATE STREAM with AT or BEFORE anything but AT (STREAM => 'name')
no CREATE STREAM y ON TABLE t AT (TIMESTAMP => '2999-01-01'::TIMESTAMP_LTZ)
| 000002 0A000 not supported by snowflake-local: CREATE STREAM with AT or BEFORE anything but AT (STREAM => 'name')
no CREATE STREAM y ON TABLE t BEFORE (STATEMENT => '00000000-0000-0000-0000-000000000000')
| 000002 0A000 not supported by snowflake-local: CREATE STREAM with AT or BEFORE anything but AT (STREAM => 'name')
no CREATE STREAM y ON TABLE t AT (STREAM => 'nope')
| 002003 02000 SQL compilation error:\nStream 'DB.GRAPHS.NOPE' does not exist or not authorized.
yes CREATE STREAM y ON TABLE t AT (STREAM => 's')
