package dev.inverterflow.snowflake.local;

/** What the stand-in does otherwise than Snowflake, as the reference page says it. */
final class KnownDifferences {

    static final String TEXT = """

        ## Known differences

        | Area | Snowflake | Here |
        | --- | --- | --- |
        | Names | Names that differ only in case are different names. | Refused: tables or columns of one schema or table that differ only in case. |
        | Edition | Depends on the account. | Standard Edition: Time Travel of at most 1 day; nothing dropped is kept, so HISTORY, AT, BEFORE and UNDROP are refused. |
        | Secondary roles | A user's session begins with USE SECONDARY ROLES ALL unless the user says otherwise. | It begins with NONE, which is stricter; USE SECONDARY ROLES ALL works. |
        | Administrator | Has the roles granted to it. | The user the server was started with may take every role. |
        | Managed access schemas | Grants are the schema owner's. | Refused by name. |
        | Database roles | Can be created. | Only those of the database SNOWFLAKE, each of which opens all of its views. |
        | Statements of one session | Run side by side if several are sent. | Queries and DML that the client does not wait for do, outside of an open transaction; all else in order. |
        | Definitions beside an open transaction | Changing an object in another session that an open transaction has changed can result in inconsistencies. | ADD COLUMN is seen at once; after DROP, RENAME or OR REPLACE the transaction can only be rolled back, and says so. The same in a scoped transaction. |
        | DESCRIBE TRANSACTION, LAST_TRANSACTION | Know transactions of days. | Know the latest 10,000 of several statements, in memory also with --data. |
        | The first stream on a table | Waits for transactions that have changed the table. | Such a transaction fails at its COMMIT and says so. |
        | Warehouses | Run queries; a result is given again for a day without one. A new account has several. | Without a current one, or a suspended one that resumes, what needs one is refused; nothing runs on them, so size and clusters change no speed, and no result is given again without one. Sessions find theirs by its name. A new account has COMPUTE_WH. All are suspended after a restart with --data. |
        | WAREHOUSE_METERING_HISTORY | Credits of each cluster that ran, cloud services too. | One cluster of the first generation, from the first statement until AUTO_SUSPEND or SUSPEND; kept in memory, also with --data. |
        | TABLE_STORAGE_METRICS, DATABASE_STORAGE_USAGE_HISTORY, bytes of SHOW TABLES and TABLES | What compressed micro-partitions take, of all kinds of tables and of what Time Travel and Fail-safe keep. | Bytes of column data, not compressed, so more than Snowflake would charge: texts, JSON and binaries as long as they are, numbers and times 8, TIMESTAMP_TZ 12, DATE 4, BOOLEAN 1, NULL 0; tables of more than 50,000 rows by a sample. Updated and deleted rows count with the average of their table's for Time Travel and Fail-safe, which are charged as Snowflake would though nothing is kept; micro-partitions are not. A table is measured when it is asked for, when the clock is moved by an hour or more and once an hour, and what is found holds for the time before. Days are those of UTC; temporary tables are left out, a clone counts as the copy it is here. What a test tells `SnowflakeLocal.metering()` takes the place of what was measured. |
        | RATE_SHEET_DAILY | What an account pays. | What a test has told `SnowflakeLocal.metering()`, else nothing. |
        | Resource monitors | Stop warehouses. | Are recorded and shown. |
        | Storage integrations | Assume the role in AWS. | Are recorded and keep stages within STORAGE_ALLOWED_LOCATIONS; files are read with the keys the server was given. |
        | ALTER DATABASE and ALTER SCHEMA … RENAME | Supported. | Refused by name. |
        | ALTER TABLE … RENAME into another schema | Supported. | Refused for a table with an identity column. |
        | DROP DEFAULT of a column added with ALTER TABLE | Refused. | Accepted. |
        | Secure views | Hide their text and limit what the optimiser tells. | Hide their text. |
        | INFORMATION_SCHEMA.SEQUENCES | Shows NEXT_VALUE. | NEXT_VALUE is NULL; SHOW SEQUENCES has it. |
        | LAST_ALTERED and LAST_DDL | When the object was changed. | When it was created. |
        | Snowflake Scripting | Blocks, variables, cursors, LANGUAGE SQL procedures. | Refused by name. |
        | SHOW FUNCTIONS, SHOW BUILTIN FUNCTIONS | Tell types and meaning of every function. | Built-in functions come with NULL in arguments, is_ansi and description. |
        | GET_DDL | Supports every kind of object. | Supports databases, schemas, tables, views, sequences, file formats, streams, pipes, tasks, alerts, procedures, functions, warehouses and storage integrations; a warehouse is always told as initially suspended. |
        | COPY INTO a table | Reads CSV, JSON, Avro, ORC, Parquet and XML; VALIDATION_MODE tells every fault of a row. | Reads CSV and JSON; one fault of each row; VALIDATE, INFER_SCHEMA, BZ2 and Brotli are refused by name. |
        | COPY INTO a stage | Writes CSV, JSON and Parquet by several threads; from streams, too; to URLs. | Writes CSV and JSON, one file after the other, to stages; floats are not shortened. |
        | QUERY_HISTORY functions and view | The queries of 7 days, in the view of 365, with what each of them cost. | The latest 10,000 queries, in memory also with --data; what is not measured is NULL, none is told as a client's own, passwords are left out of texts. |
        | Sessions that a handler makes | Not supported; a handler reaches no network. | The CALL fails when the handler ends; what it did in that session stays. |
        | Event table | Logs, traces, metrics and events of procedures, functions, tasks and pipes, in tables of one's own, too. | SNOWFLAKE.TELEMETRY.EVENTS and EVENTS_VIEW hold what Java procedures and functions log and what they do not catch, by the LOG_LEVEL of session, procedure or function, schema and database. It is a table of the engine, as those of users are, and grows until DELETE or TRUNCATE empties it, as there. ALTER ACCOUNT, tables of one's own and policies on the view are refused by name. |
        | CLIENT_STAGE_ARRAY_BINDING_THRESHOLD | Above it drivers put the binds of a batch into a stage. | May be set; drivers are told 0 and send all binds with the request. |
        | Requests | A statement of at most 1 MB. | A request of at most 64 MiB, as sent and unzipped; JSON nested at most 100 levels. |
        | Nested statements | As deeply as the service bears. | Refused beyond 250 levels or 1000 operators in a row, sometimes earlier by the engine. |
        | PARSE_JSON and JSON files | No limit of levels is documented. | Refused beyond 1000 levels. |
        | Fractions of seconds | Nine digits. | Six are kept; what is finer, in a text, a bind or a number, is cut. |
        | Types | Also DECFLOAT, FILE, GEOGRAPHY, GEOMETRY, MAP, VECTOR, intervals and structured OBJECT and ARRAY. | Refused by name. |
        | Strings | At most 128 MB. | At most 128 MB where a function makes them, in tables and in results; between two functions \\|\\| may make longer ones of columns. |
        | Regular expressions | Need time in proportion to the text. | Refused by name where Java's engine would go back and forth without end, or needs more stack than there is (alternatives repeated over a long text). |
        | Collations | All specifiers, and about twenty functions that search by them. | COLLATE, COLLATION, column collations, comparisons, ORDER BY, GROUP BY, DISTINCT, UNION, joins, windows, MIN, MAX, GREATEST, LEAST, LISTAGG, CASE and its like, CONCAT, SUBSTR and their like with locale, cs, ci, ci with ai, as, trim, ltrim, rtrim, upper, lower, utf8 and bin. Refused by name: pi, fu, ai with case, CONTAINS, LIKE, REPLACE, UPPER and other functions of collated texts, INTERSECT, EXCEPT, ROLLUP and its like over them, DEFAULT_DDL_COLLATION. |
        | XML | No limit of levels is documented; DOCTYPE with entities is taken. | Refused beyond 500 levels and with a DOCTYPE; files of TYPE = XML are refused by name. |
        | Functions nested in functions | As deeply as the service bears. | Refused by name where the engine's statement would have more than 20,000 calls. |
        | CREATE OR ALTER | Supported for many kinds. | Refused by name. |
        """;

    private KnownDifferences() {}
}
