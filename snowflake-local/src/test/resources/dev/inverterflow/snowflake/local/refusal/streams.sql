# setup
do CREATE TABLE t (a NUMBER, b VARCHAR)
do CREATE TABLE target (a NUMBER)
do CREATE STREAM s ON TABLE t
do CREATE STREAM added ON TABLE t APPEND_ONLY = TRUE

# The rows of a stream are changed through its table
no UPDATE s SET a = 1
| 002003 42S02 SQL compilation error:\nObject 'S' is not a table: its rows cannot be changed.
no DELETE FROM s
| 002003 42S02 SQL compilation error:\nObject 'S' is not a table: its rows cannot be changed.
no INSERT INTO s VALUES (1, 'x')
| 002003 42S02 SQL compilation error:\nObject 'S' is not a table: its rows cannot be changed.
no TRUNCATE TABLE s
| 002003 42S02 SQL compilation error:\nObject 'S' is not a table: its rows cannot be changed.
no MERGE INTO s USING t ON s.a = t.a WHEN MATCHED THEN DELETE
| 002003 42S02 SQL compilation error:\nObject 'S' is not a table: its rows cannot be changed.
yes UPDATE t SET a = 1
yes INSERT INTO target SELECT a FROM s

# A stream is over a table or a view
no CREATE STREAM s2 ON TABLE nope
| 002003 42S02 SQL compilation error:\nTable 'DB.STREAMS.NOPE' does not exist or not authorized.
no CREATE STREAM s2 ON TABLE s
| 002003 42S02 SQL compilation error:\nTable 'DB.STREAMS.S' does not exist or not authorized.
do CREATE VIEW seen AS SELECT a FROM t
no CREATE STREAM s2 ON VIEW seen
| 000002 0A000 not supported by snowflake-local: a stream ON VIEW
no CREATE STREAM s2 ON TABLE seen
| 002003 42S02 SQL compilation error:\nTable 'DB.STREAMS.SEEN' does not exist or not authorized.
no CREATE STREAM s2 ON DYNAMIC TABLE t
| 000002 0A000 not supported by snowflake-local: CREATE STREAM … ON DYNAMIC
no CREATE STREAM s2 ON STAGE st
| 000002 0A000 not supported by snowflake-local: CREATE STREAM … ON STAGE
no CREATE STREAM s2 ON EXTERNAL TABLE t
| 000002 0A000 not supported by snowflake-local: CREATE STREAM … ON EXTERNAL
no CREATE STREAM s2
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 16 unexpected '<EOF>'.
yes CREATE STREAM s2 ON TABLE t

# A stream has the documented properties
no CREATE STREAM s3 ON TABLE t APPEND = TRUE
| 001420 22023 SQL compilation error:\ninvalid property 'APPEND' for 'STREAM'
no CREATE STREAM s3 ON TABLE t APPEND_ONLY = MAYBE
| 001008 22023 SQL compilation error:\ninvalid value [MAYBE] for parameter 'APPEND_ONLY'
no CREATE STREAM s3 ON TABLE t INSERT_ONLY = TRUE
| 000002 0A000 not supported by snowflake-local: INSERT_ONLY of STREAM
no CREATE STREAM s3 ON TABLE t RETENTION = 5
| 001420 22023 SQL compilation error:\ninvalid property 'RETENTION' for 'STREAM'
yes CREATE STREAM s3 ON TABLE t APPEND_ONLY = TRUE SHOW_INITIAL_ROWS = FALSE COMMENT = 'c'

# OR REPLACE and IF NOT EXISTS exclude each other
no CREATE OR REPLACE STREAM IF NOT EXISTS s ON TABLE t
| 001000 42601 SQL compilation error:\noptions IF NOT EXISTS and OR REPLACE are incompatible.
no CREATE STREAM s ON TABLE t
| 002002 42710 SQL compilation error:\nObject 'DB.STREAMS.S' already exists.
no CREATE OR ALTER STREAM s ON TABLE t
| 000002 0A000 not supported by snowflake-local: CREATE OR ALTER STREAM
yes CREATE STREAM IF NOT EXISTS s ON TABLE t
yes CREATE OR REPLACE STREAM s ON TABLE t

# A point in time is one that is there
no CREATE STREAM s4 ON TABLE t AT (STREAM => 'nope')
| 002003 02000 SQL compilation error:\nStream 'DB.STREAMS.NOPE' does not exist or not authorized.
no CREATE STREAM s4 ON TABLE t AT (STREAM => s)
| 000002 0A000 not supported by snowflake-local: CREATE STREAM with AT or BEFORE anything but AT (STREAM => 'name')
no CREATE STREAM s4 ON TABLE t AT (OFFSET => -864000)
| 000002 0A000 not supported by snowflake-local: CREATE STREAM with AT or BEFORE anything but AT (STREAM => 'name')
no CREATE STREAM s4 ON TABLE t AT (STATEMENT => '01234567-0000-0000-0000-000000000000')
| 000002 0A000 not supported by snowflake-local: CREATE STREAM with AT or BEFORE anything but AT (STREAM => 'name')
no CREATE STREAM s4 ON TABLE t BEFORE (STATEMENT => '01234567-0000-0000-0000-000000000000')
| 000002 0A000 not supported by snowflake-local: CREATE STREAM with AT or BEFORE anything but AT (STREAM => 'name')
no CREATE STREAM s4 ON TABLE t AT (TIMESTAMP => DATEADD(DAY, -10, CURRENT_TIMESTAMP()))
| 000002 0A000 not supported by snowflake-local: CREATE STREAM with AT or BEFORE anything but AT (STREAM => 'name')
no CREATE STREAM s4 ON TABLE t AT (MOMENT => 5)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 32 unexpected 'MOMENT'.
yes CREATE STREAM s4 ON TABLE t AT (STREAM => 's')
yes CREATE OR REPLACE STREAM s4 ON TABLE t AT (STREAM => 's4')

# The columns of a stream are its table's and three more
no SELECT METADATA$ROW_VERSION FROM s
| 000904 42000 SQL compilation error: error line 1 at position 7\ninvalid identifier 'METADATA$ROW_VERSION'
no SELECT METADATA$FILENAME FROM s
| 000904 42000 SQL compilation error: error line 1 at position 7\ninvalid identifier 'METADATA$FILENAME'
no SELECT METADATA$ACTION FROM t
| 000904 42000 SQL compilation error: error line 1 at position 7\ninvalid identifier 'METADATA$ACTION'
no SELECT METADATA$ROW_ID FROM t
| 000904 42000 SQL compilation error: error line 1 at position 7\ninvalid identifier 'METADATA$ROW_ID'
yes SELECT METADATA$ACTION, METADATA$ISUPDATE, METADATA$ROW_ID FROM s

# SYSTEM$STREAM_HAS_DATA names a stream
no SELECT SYSTEM$STREAM_HAS_DATA('nope')
| 002003 02000 SQL compilation error:\nStream 'DB.STREAMS.NOPE' does not exist or not authorized.
no SELECT SYSTEM$STREAM_HAS_DATA('t')
| 002003 02000 SQL compilation error:\nStream 'DB.STREAMS.T' does not exist or not authorized.
no SELECT SYSTEM$STREAM_HAS_DATA(s)
| 000904 42000 SQL compilation error: error line 1 at position 30\ninvalid identifier 'S'
no SELECT SYSTEM$STREAM_HAS_DATA()
| 000938 22023 SQL compilation error: error line 1 at position 7\nnot enough arguments for function [SYSTEM$STREAM_HAS_DATA], expected 1, got 0
yes SELECT SYSTEM$STREAM_HAS_DATA('s')
yes SELECT SYSTEM$STREAM_HAS_DATA('streams.s')

# A stream is altered by comment only
no ALTER STREAM s SET APPEND_ONLY = TRUE
| 000002 0A000 not supported by snowflake-local: ALTER STREAM … SET APPEND_ONLY
no ALTER STREAM s RENAME TO s9
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 15 unexpected 'RENAME'.
no ALTER STREAM nope SET COMMENT = 'c'
| 002003 02000 SQL compilation error:\nStream 'DB.STREAMS.NOPE' does not exist or not authorized.
no ALTER STREAM s SET COMENT = 'c'
| 001420 22023 SQL compilation error:\ninvalid property 'COMENT' for 'STREAM'
yes ALTER STREAM s SET COMMENT = 'c'
yes ALTER STREAM IF EXISTS nope SET COMMENT = 'c'

# A stream that is not there
no DROP STREAM nope
| 002003 02000 SQL compilation error:\nStream 'DB.STREAMS.NOPE' does not exist or not authorized.
no DESCRIBE STREAM nope
| 002003 02000 SQL compilation error:\nStream 'DB.STREAMS.NOPE' does not exist or not authorized.
no DROP TABLE s
| 002003 42S02 SQL compilation error:\nTable 'DB.STREAMS.S' does not exist or not authorized.
no DROP STREAM t
| 002003 02000 SQL compilation error:\nStream 'DB.STREAMS.T' does not exist or not authorized.
no SELECT * FROM nope
| 002003 42S02 SQL compilation error:\nObject 'NOPE' does not exist or not authorized.
yes DROP STREAM IF EXISTS nope
yes DESCRIBE STREAM s

# A stream whose table was replaced is stale
do CREATE TABLE source (a NUMBER)
do CREATE STREAM of_source ON TABLE source
yes SELECT * FROM of_source
do CREATE OR REPLACE TABLE source (a NUMBER)
no SELECT * FROM of_source
| 091901 02000 Base table 'DB.STREAMS.SOURCE' dropped, cannot read from stream 'OF_SOURCE'.
no INSERT INTO target SELECT a FROM of_source
| 091901 02000 Base table 'DB.STREAMS.SOURCE' dropped, cannot read from stream 'OF_SOURCE'.
do CREATE OR REPLACE STREAM of_source ON TABLE source
yes SELECT * FROM of_source

# A stream whose table was dropped cannot be read
do CREATE TABLE gone (a NUMBER)
do CREATE STREAM of_gone ON TABLE gone
yes SELECT * FROM of_gone
do DROP TABLE gone
no SELECT * FROM of_gone
| 091901 02000 Base table 'DB.STREAMS.GONE' dropped, cannot read from stream 'OF_GONE'.

# The first stream on a table is made by its owner, unless its changes are tracked
do CREATE OR REPLACE ROLE streamer
do GRANT USAGE ON DATABASE db TO ROLE streamer
do GRANT USAGE ON SCHEMA streams TO ROLE streamer
do GRANT CREATE STREAM ON SCHEMA streams TO ROLE streamer
do CREATE TABLE first_stream (a NUMBER)
do GRANT SELECT ON TABLE first_stream TO ROLE streamer
do USE ROLE streamer
no CREATE STREAM strange ON TABLE first_stream
| 003001 42501 SQL access control error:\nInsufficient privileges to operate on table 'FIRST_STREAM'
do USE ROLE ACCOUNTADMIN
do ALTER TABLE first_stream SET CHANGE_TRACKING = TRUE
do USE ROLE streamer
yes CREATE STREAM strange ON TABLE first_stream
do USE ROLE ACCOUNTADMIN

# Clauses of CREATE STREAM that the stand-in has not are refused by name
no CREATE STREAM clause WITH TAG (x = 'y') ON TABLE t
| 000002 0A000 not supported by snowflake-local: CREATE STREAM … WITH TAG
no CREATE STREAM clause TAG (x = 'y') ON TABLE t
| 000002 0A000 not supported by snowflake-local: CREATE STREAM … TAG
no CREATE STREAM clause CLONE s
| 000002 0A000 not supported by snowflake-local: CREATE STREAM … CLONE
no CREATE STREAM clause ON EVENT TABLE t
| 000002 0A000 not supported by snowflake-local: CREATE STREAM … ON EVENT
yes CREATE STREAM clause ON TABLE t COMMENT = 'c'
no ALTER STREAM clause UNSET APPEND_ONLY
| 000002 0A000 not supported by snowflake-local: ALTER STREAM … UNSET APPEND_ONLY
yes ALTER STREAM clause UNSET COMMENT
