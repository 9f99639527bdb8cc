# setup
do CREATE STAGE st
do PUT file://${files}/rows.json @st AUTO_COMPRESS = FALSE
do PUT file://${files}/rows.csv @st AUTO_COMPRESS = FALSE
do CREATE FILE FORMAT js TYPE = JSON
do CREATE TABLE t (v VARIANT, n NUMBER, f VARCHAR, m TIMESTAMP_NTZ)

# A transformation has no WHERE
no COPY INTO t (v) FROM (SELECT $1 FROM @st/rows.json WHERE $1:a > 0) FILE_FORMAT = (TYPE = JSON)
| 002098 0A000 SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.
yes COPY INTO t (v) FROM (SELECT $1 FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)

# A transformation has no ORDER BY
no COPY INTO t (v) FROM (SELECT $1 FROM @st/rows.json ORDER BY 1) FILE_FORMAT = (TYPE = JSON)
| 002098 0A000 SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.
yes COPY INTO t (v) FROM (SELECT $1 FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)

# A transformation has no LIMIT
no COPY INTO t (v) FROM (SELECT $1 FROM @st/rows.json LIMIT 1) FILE_FORMAT = (TYPE = JSON)
| 002098 0A000 SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.
yes COPY INTO t (v) FROM (SELECT $1 FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)

# A transformation has no FETCH
no COPY INTO t (v) FROM (SELECT $1 FROM @st/rows.json FETCH FIRST 1 ROWS ONLY) FILE_FORMAT = (TYPE = JSON)
| 002098 0A000 SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.
yes COPY INTO t (v) FROM (SELECT $1 FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)

# A transformation has no TOP
no COPY INTO t (v) FROM (SELECT TOP 1 $1 FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)
| 002098 0A000 SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.
yes COPY INTO t (v) FROM (SELECT $1 FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)

# A transformation has no JOIN
no COPY INTO t (v) FROM (SELECT s.$1 FROM @st/rows.json s JOIN t ON TRUE) FILE_FORMAT = (TYPE = JSON)
| 002098 0A000 SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.
no COPY INTO t (v) FROM (SELECT s.$1 FROM @st/rows.json s, t) FILE_FORMAT = (TYPE = JSON)
| 002098 0A000 SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.
yes COPY INTO t (v) FROM (SELECT s.$1 FROM @st/rows.json s) FILE_FORMAT = (TYPE = JSON)

# A transformation has no FLATTEN
no COPY INTO t (v) FROM (SELECT f.value FROM @st/rows.json s, LATERAL FLATTEN(INPUT => s.$1) f) FILE_FORMAT = (TYPE = JSON)
| 002098 0A000 SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.
no COPY INTO t (v) FROM (SELECT f.value FROM @st/rows.json s, TABLE(FLATTEN(INPUT => s.$1)) f) FILE_FORMAT = (TYPE = JSON)
| 002098 0A000 SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.
yes COPY INTO t (v) FROM (SELECT s.$1:a FROM @st/rows.json s) FILE_FORMAT = (TYPE = JSON)

# A transformation has no GROUP BY and no HAVING
no COPY INTO t (v) FROM (SELECT $1 FROM @st/rows.json GROUP BY $1) FILE_FORMAT = (TYPE = JSON)
| 002098 0A000 SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.
no COPY INTO t (v) FROM (SELECT $1 FROM @st/rows.json GROUP BY 1 HAVING TRUE) FILE_FORMAT = (TYPE = JSON)
| 002098 0A000 SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.
yes COPY INTO t (v) FROM (SELECT $1 FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)

# A transformation has no DISTINCT
no COPY INTO t (v) FROM (SELECT DISTINCT $1 FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)
| 002098 0A000 SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.
yes COPY INTO t (v) FROM (SELECT $1 FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)

# A transformation has no QUALIFY and no window
no COPY INTO t (v) FROM (SELECT $1 FROM @st/rows.json QUALIFY ROW_NUMBER() OVER (ORDER BY METADATA$FILENAME) = 1) FILE_FORMAT = (TYPE = JSON)
| 002098 0A000 SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.
no COPY INTO t (n) FROM (SELECT ROW_NUMBER() OVER (ORDER BY METADATA$FILENAME) FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)
| 002098 0A000 SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.
yes COPY INTO t (n) FROM (SELECT METADATA$FILE_ROW_NUMBER FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)

# A transformation has no aggregate
no COPY INTO t (n) FROM (SELECT COUNT(*) FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)
| 000002 0A000 SQL Compilation error: Function 'COUNT' not supported within a COPY
no COPY INTO t (n) FROM (SELECT MAX($1:a) FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)
| 000002 0A000 SQL Compilation error: Function 'MAX' not supported within a COPY
yes COPY INTO t (n) FROM (SELECT $1:a FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)

# A transformation has one level
no COPY INTO t (v) FROM (SELECT a FROM (SELECT $1 AS a FROM @st/rows.json)) FILE_FORMAT = (TYPE = JSON)
| 002098 0A000 SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.
no COPY INTO t (v) FROM (WITH q AS (SELECT $1 AS a FROM @st/rows.json) SELECT a FROM q) FILE_FORMAT = (TYPE = JSON)
| 002098 0A000 SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.
yes COPY INTO t (v) FROM (SELECT $1 AS a FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)

# A transformation has no scalar subquery and no EXISTS
no COPY INTO t (n) FROM (SELECT (SELECT MAX(n) FROM t) FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)
| 002098 0A000 SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.
no COPY INTO t (n) FROM (SELECT IFF(EXISTS (SELECT 1), 1, 2) FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)
| 002098 0A000 SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.
no COPY INTO t (n) FROM (SELECT IFF($1:a IN (SELECT 1), 1, 2) FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)
| 002098 0A000 SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.
yes COPY INTO t (n) FROM (SELECT IFF($1:a IN (1, 2), 1, 2) FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)

# A transformation has no UNION
no COPY INTO t (v) FROM (SELECT $1 FROM @st/rows.json UNION ALL SELECT $1 FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)
| 002098 0A000 SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.
yes COPY INTO t (v) FROM (SELECT $1 FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)

# A transformation reads a stage
no COPY INTO t (n) FROM (SELECT n FROM t)
| 002098 0A000 SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.
no COPY INTO t (n) FROM (SELECT 1)
| 002098 0A000 SQL compilation error:\nCOPY statement only supports simple SELECT from stage statements for import.
yes COPY INTO t (n) FROM (SELECT 1 FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)

# A transformation has only the listed functions: dates are not computed
no COPY INTO t (m) FROM (SELECT DATEADD(DAY, 1, METADATA$FILE_LAST_MODIFIED) FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)
| 000002 0A000 SQL Compilation error: Function 'DATEADD' not supported within a COPY
no COPY INTO t (n) FROM (SELECT DATEDIFF(DAY, METADATA$FILE_LAST_MODIFIED, METADATA$FILE_LAST_MODIFIED) FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)
| 000002 0A000 SQL Compilation error: Function 'DATEDIFF' not supported within a COPY
no COPY INTO t (m) FROM (SELECT DATE_TRUNC('HOUR', METADATA$FILE_LAST_MODIFIED) FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)
| 000002 0A000 SQL Compilation error: Function 'DATE_TRUNC' not supported within a COPY
no COPY INTO t (m) FROM (SELECT SYSDATE() FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)
| 000002 0A000 SQL Compilation error: Function 'SYSDATE' not supported within a COPY
yes COPY INTO t (m) FROM (SELECT CONVERT_TIMEZONE('UTC', METADATA$START_SCAN_TIME)::TIMESTAMP_NTZ FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)
yes COPY INTO t (m) FROM (SELECT CONVERT_TIMEZONE('UTC', 'UTC', METADATA$FILE_LAST_MODIFIED) FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)

# A transformation has only the listed functions: words keep their case
no COPY INTO t (f) FROM (SELECT UPPER($1:a) FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)
| 000002 0A000 SQL Compilation error: Function 'UPPER' not supported within a COPY
no COPY INTO t (f) FROM (SELECT LOWER($1:a) FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)
| 000002 0A000 SQL Compilation error: Function 'LOWER' not supported within a COPY
no COPY INTO t (f) FROM (SELECT INITCAP($1:a) FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)
| 000002 0A000 SQL Compilation error: Function 'INITCAP' not supported within a COPY
yes COPY INTO t (f) FROM (SELECT LTRIM($1:a) FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)
yes COPY INTO t (f) FROM (SELECT SPLIT_PART(METADATA$FILENAME, '/', -1) FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)
yes COPY INTO t (f) FROM (SELECT REGEXP_SUBSTR(METADATA$FILENAME, '[a-z]+') FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)
yes COPY INTO t (f) FROM (SELECT MD5($1:a::VARCHAR) FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)
yes COPY INTO t (f) FROM (SELECT UUID_STRING() FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)

# A transformation has only the listed functions: TRY_ forms
no COPY INTO t (v) FROM (SELECT TRY_PARSE_JSON($1) FROM @st/rows.csv) FILE_FORMAT = (TYPE = CSV FIELD_DELIMITER = NONE)
| 000002 0A000 SQL Compilation error: Function 'TRY_PARSE_JSON' not supported within a COPY
no COPY INTO t (m) FROM (SELECT TRY_TO_TIMESTAMP($1:a::VARCHAR) FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)
| 000002 0A000 SQL Compilation error: Function 'TRY_TO_TIMESTAMP' not supported within a COPY
no COPY INTO t (m) FROM (SELECT TRY_TO_TIMESTAMP_NTZ($1:a::VARCHAR) FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)
| 000002 0A000 SQL Compilation error: Function 'TRY_TO_TIMESTAMP_NTZ' not supported within a COPY
yes COPY INTO t (v) FROM (SELECT TO_VARIANT($1) FROM @st/rows.csv) FILE_FORMAT = (TYPE = CSV FIELD_DELIMITER = NONE)
yes COPY INTO t (n) FROM (SELECT TRY_CAST($1:a::VARCHAR AS NUMBER) FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)
yes COPY INTO t (n) FROM (SELECT TRY_TO_NUMBER($1:a::VARCHAR) FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)

# MATCH_BY_COLUMN_NAME goes with no SELECT
no COPY INTO t (v) FROM (SELECT $1 FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON) MATCH_BY_COLUMN_NAME = CASE_INSENSITIVE
| 002098 0A000 SQL compilation error:\nmatch_by_column_name is not supported with copy transform.
yes COPY INTO t (v) FROM (SELECT $1 FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)

# VALIDATION_MODE goes with no SELECT
no COPY INTO t (v) FROM (SELECT $1 FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON) VALIDATION_MODE = RETURN_ERRORS
| 002098 0A000 SQL compilation error:\nvalidation_mode is not supported with copy transform.
no COPY INTO t (n, f) FROM @st/rows.csv VALIDATION_MODE = RETURN_EVERYTHING
| 001008 22023 SQL compilation error:\ninvalid value [RETURN_EVERYTHING] for parameter 'VALIDATION_MODE'
yes COPY INTO t (n, f) FROM @st/rows.csv VALIDATION_MODE = RETURN_ERRORS
yes COPY INTO t (n, f) FROM @st/rows.csv

# A COPY names its stage in the text, not by a variable
do SET place = '@st/rows.json'
no COPY INTO t (v) FROM (SELECT $1 FROM $place) FILE_FORMAT = (TYPE = JSON)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 37 unexpected '$place'.
no COPY INTO t (n, f) FROM $place
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 24 unexpected '$place'.
yes COPY INTO t (v) FROM (SELECT $1 FROM @st/rows.json) FILE_FORMAT = (TYPE = JSON)

# A COPY has the copy options and no others
no COPY INTO t (n, f) FROM @st/rows.csv TRIM = TRUE
| 001006 22023 SQL compilation error:\ninvalid parameter 'TRIM'
no COPY INTO t (n, f) FROM @st/rows.csv FORCE = MAYBE
| 001008 22023 SQL compilation error:\ninvalid value [MAYBE] for parameter 'FORCE'
no COPY INTO t (n, f) FROM @st/rows.csv FORCE = TRUE FORCE = TRUE
| 001424 42601 SQL compilation error:\nduplicate property 'FORCE'; only one property with this name is permitted.
no COPY INTO t (n, f) FROM @st/rows.csv FILE_FORMAT = (TYPE = CSV SKIP_HEAD = 1)
| 001006 22023 SQL compilation error:\ninvalid parameter 'SKIP_HEAD'
no COPY INTO t (n, f) FROM @st/rows.csv FILE_FORMAT = (TYPE = TEXT)
| 001008 22023 SQL compilation error:\ninvalid value [TEXT] for parameter 'TYPE'
no COPY INTO t (n, f) FROM @st/rows.csv FILE_FORMAT = (TYPE = CSV SKIP_HEADER = -1)
| 001008 22023 SQL compilation error:\ninvalid value [-1] for parameter 'SKIP_HEADER'
no COPY INTO t (v) FROM @st/rows.json FILE_FORMAT = (TYPE = JSON FIELD_DELIMITER = ',')
| 000002 0A000 not supported by snowflake-local: file format option FIELD_DELIMITER = ,
no COPY INTO t (n, f) FROM @st/rows.csv FILE_FORMAT = (FORMAT_NAME = 'nope')
| 002003 02000 SQL compilation error:\nFile format 'nope' does not exist or not authorized.
no COPY INTO t (n, f) FROM @st/rows.csv FILE_FORMAT = (FORMAT_NAME = 'js')
| 002019 0A000 SQL compilation error:\nJSON file format can produce one and only one column of type variant, object, or array. Load data into separate columns using the MATCH_BY_COLUMN_NAME copy option or copy with transformation.
no COPY INTO t (n, f) FROM @st/rows.csv FILE_FORMAT = (FORMAT_NAME = 'js' TYPE = CSV)
| 000002 0A000 not supported by snowflake-local: FORMAT_NAME beside other options of a file format
yes COPY INTO t (n, f) FROM @st/rows.csv FORCE = TRUE
yes COPY INTO t (v) FROM @st/rows.json FILE_FORMAT = (FORMAT_NAME = 'js')

# Names of columns match with a header or members and without a list; metadata goes with them only
no COPY INTO t (n, f) FROM @st/rows.csv MATCH_BY_COLUMN_NAME = CASE_INSENSITIVE
| 000002 0A000 not supported by snowflake-local: MATCH_BY_COLUMN_NAME with a list of columns
no COPY INTO t FROM @st/rows.csv MATCH_BY_COLUMN_NAME = CASE_INSENSITIVE
| 000002 0A000 not supported by snowflake-local: MATCH_BY_COLUMN_NAME of CSV files without PARSE_HEADER = TRUE
no COPY INTO t (n, f) FROM @st/rows.csv INCLUDE_METADATA = (f = METADATA$FILENAME)
| 002098 0A000 SQL compilation error:\nINCLUDE_METADATA is only supported with the MATCH_BY_COLUMN_NAME copy option.
yes COPY INTO t FROM @st/rows.json FILE_FORMAT = (TYPE = JSON) MATCH_BY_COLUMN_NAME = CASE_INSENSITIVE INCLUDE_METADATA = (f = METADATA$FILENAME)

# Copy options take their values; those that are not here are refused by name
no COPY INTO t (n, f) FROM @st/rows.csv TRUNCATECOLUMNS = MAYBE
| 001008 22023 SQL compilation error:\ninvalid value [MAYBE] for parameter 'TRUNCATECOLUMNS'
yes COPY INTO t (n, f) FROM @st/rows.csv TRUNCATECOLUMNS = TRUE
yes COPY INTO t (n, f) FROM @st/rows.csv ENFORCE_LENGTH = FALSE
no COPY INTO t (n, f) FROM @st/rows.csv LOAD_MODE = FULL_INGEST
| 000002 0A000 not supported by snowflake-local: LOAD_MODE of COPY INTO
no COPY INTO t (n, f) FROM @st/rows.csv LOAD_UNCERTAIN_FILES = MAYBE
| 001008 22023 SQL compilation error:\ninvalid value [MAYBE] for parameter 'LOAD_UNCERTAIN_FILES'
yes COPY INTO t (n, f) FROM @st/rows.csv LOAD_UNCERTAIN_FILES = TRUE

# The options of a file format take their values
no CREATE FILE FORMAT x TYPE = CSV ENCODING = 'KLINGON'
| 001008 22023 SQL compilation error:\ninvalid value [KLINGON] for parameter 'ENCODING'
no CREATE FILE FORMAT x TYPE = CSV COMPRESSION = RAR
| 001008 22023 SQL compilation error:\ninvalid value [RAR] for parameter 'COMPRESSION'
no CREATE FILE FORMAT x TYPE = CSV BINARY_FORMAT = OCTAL
| 001008 22023 SQL compilation error:\ninvalid value [OCTAL] for parameter 'BINARY_FORMAT'
no CREATE FILE FORMAT x TYPE = CSV FIELD_OPTIONALLY_ENCLOSED_BY = 'xx'
| 001008 22023 SQL compilation error:\ninvalid value [xx] for parameter 'FIELD_OPTIONALLY_ENCLOSED_BY'
no CREATE FILE FORMAT x TYPE = CSV FIELD_DELIMITER = 'aa' RECORD_DELIMITER = 'aabb'
| 001008 22023 SQL compilation error:\ninvalid value [aabb] for parameter 'RECORD_DELIMITER'
no CREATE FILE FORMAT x TYPE = CSV FIELD_DELIMITER = '123456789012345678901'
| 001008 22023 SQL compilation error:\ninvalid value [123456789012345678901] for parameter 'FIELD_DELIMITER'
no CREATE FILE FORMAT x TYPE = CSV PARSE_HEADER = TRUE SKIP_HEADER = 1
| 001000 42601 SQL compilation error:\noptions PARSE_HEADER = TRUE and SKIP_HEADER are incompatible.
no CREATE FILE FORMAT x TYPE = TEXT
| 001008 22023 SQL compilation error:\ninvalid value [TEXT] for parameter 'TYPE'
yes CREATE FILE FORMAT x TYPE = CSV ENCODING = 'ISO-8859-1' FIELD_DELIMITER = '0x7c' ESCAPE = '\\134'

# ON_ERROR is one of five forms
no COPY INTO t (n, f) FROM @st/rows.csv ON_ERROR = IGNORE
| 001008 22023 SQL compilation error:\ninvalid value [IGNORE] for parameter 'ON_ERROR'
no COPY INTO t (n, f) FROM @st/rows.csv ON_ERROR = SKIP_FILE_X
| 001008 22023 SQL compilation error:\ninvalid value [SKIP_FILE_X] for parameter 'ON_ERROR'
yes COPY INTO t (n, f) FROM @st/rows.csv ON_ERROR = SKIP_FILE_10
yes COPY INTO t (n, f) FROM @st/rows.csv ON_ERROR = 'SKIP_FILE_10%'
yes COPY INTO t (n, f) FROM @st/rows.csv ON_ERROR = CONTINUE

# A COPY has a target, a stage and columns that are there
no COPY INTO nope FROM @st/rows.csv
| 002003 42S02 SQL compilation error:\nTable 'DB.COPY.NOPE' does not exist or not authorized.
no COPY INTO t FROM @nope/rows.csv
| 002003 02000 SQL compilation error:\nStage 'DB.COPY.NOPE' does not exist or not authorized.
no COPY INTO t (nope) FROM @st/rows.csv
| 000904 42000 SQL compilation error: error line 1 at position 13\ninvalid identifier 'NOPE'
no COPY INTO t (n, f) FROM (SELECT $1 FROM @st/rows.csv)
| 002020 21S01 SQL compilation error:\nInsert value list does not match column list expecting 2 but got 1
no COPY INTO t (n, n) FROM @st/rows.csv
| 002025 42S21 SQL compilation error:\nduplicate column name 'N'
yes COPY INTO t (n, f) FROM (SELECT $1, $2 FROM @st/rows.csv)

# FILES names files, PATTERN is a regular expression
no COPY INTO t (n, f) FROM @st FILES = ('nope.csv')
| 091016 22000 Remote file 'st/nope.csv' was not found. If you are running a copy command, please make sure files are not deleted when they are being loaded or files are not being loaded into two different tables concurrently with auto purge option.
no COPY INTO t (n, f) FROM @st PATTERN = '*.csv'
| 100048 2201B Invalid regular expression: '*.csv', Dangling meta character '*'
yes COPY INTO t (n, f) FROM @st PATTERN = '.*[.]csv'

# A file with an error aborts unless ON_ERROR says otherwise
do PUT file://${files}/bad.json @st AUTO_COMPRESS = FALSE
no COPY INTO t (v) FROM @st/bad.json FILE_FORMAT = (TYPE = JSON)
| 100069 22P02 Error parsing JSON: incomplete object value, line 2, pos 1\n  File 'bad.json', line 2, character 1\n  Row 1, column "T"["V":1]\n  If you would like to continue loading when an error is encountered, use other values such as 'SKIP_FILE' or 'CONTINUE' for the ON_ERROR option. For more information on loading options, please run 'info loading_data' in a SQL client.
no COPY INTO t (n) FROM (SELECT $2 FROM @st/rows.csv) FORCE = TRUE
| 100038 22018 Numeric value 'one' is not recognized\n  File 'rows.csv', line 1, character 3\n  Row 1, column "T"["N":1]\n  If you would like to continue loading when an error is encountered, use other values such as 'SKIP_FILE' or 'CONTINUE' for the ON_ERROR option. For more information on loading options, please run 'info loading_data' in a SQL client.
no COPY INTO t FROM @st/rows.csv FORCE = TRUE
| 100080 22000 Number of columns in file (2) does not match that of the corresponding table (4), use file format option error_on_column_count_mismatch=false to ignore this error\n  File 'rows.csv', line 2, character 1\n  Row 1 starts at line 1, column "T"["N":2]\n  If you would like to continue loading when an error is encountered, use other values such as 'SKIP_FILE' or 'CONTINUE' for the ON_ERROR option. For more information on loading options, please run 'info loading_data' in a SQL client.
yes COPY INTO t (v) FROM @st/bad.json FILE_FORMAT = (TYPE = JSON) ON_ERROR = SKIP_FILE

# VALIDATE is not there, neither for a load that transformed
no SELECT * FROM TABLE(VALIDATE(t, JOB_ID => '_last'))
| 000002 0A000 not supported by snowflake-local: table function VALIDATE
yes SELECT * FROM TABLE(INFORMATION_SCHEMA.COPY_HISTORY(TABLE_NAME => 't', START_TIME => DATEADD(HOUR, -1, CURRENT_TIMESTAMP())))

# Metadata columns are those of a stage
no SELECT METADATA$FILENAME FROM t
| 000904 42000 SQL compilation error: error line 1 at position 7\ninvalid identifier 'METADATA$FILENAME'
no SELECT METADATA$FILE_SIZE FROM @st/rows.csv
| 000904 42000 SQL compilation error: error line 1 at position 7\ninvalid identifier 'METADATA$FILE_SIZE'
no SELECT METADATA$ACTION FROM @st/rows.csv
| 000904 42000 SQL compilation error: error line 1 at position 7\ninvalid identifier 'METADATA$ACTION'
yes SELECT METADATA$FILENAME, METADATA$FILE_ROW_NUMBER, METADATA$FILE_CONTENT_KEY, METADATA$FILE_LAST_MODIFIED,
  METADATA$START_SCAN_TIME FROM @st/rows.csv

# A stage is read by position
no SELECT c1 FROM @st/rows.csv
| 000904 42000 SQL compilation error: error line 1 at position 7\ninvalid identifier 'C1'
no SELECT $1 FROM @nope
| 002003 02000 SQL compilation error:\nStage 'DB.COPY.NOPE' does not exist or not authorized.
no SELECT $1 FROM @st/rows.csv (FILE_FORMAT => nope)
| 002003 02000 SQL compilation error:\nFile format 'NOPE' does not exist or not authorized.
no SELECT $1 FROM @st/rows.json (FORMAT => js)
| 001003 42000 SQL compilation error:\nsyntax error line 1 at position 30 unexpected 'FORMAT'.
yes SELECT $1 FROM @st/rows.json (FILE_FORMAT => js)
yes SELECT $2 FROM @st/rows.csv
