package dev.inverterflow.snowflake.local.snowpark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.snowflake.snowpark_java.AsyncJob;
import dev.inverterflow.snowflake.local.snowpark.client.operations.Operations;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same operations by a client, by a handler with caller's rights and by one with owner's rights: what each gets, and
 * what the last is refused (docs.snowflake.com/en/developer-guide/stored-procedure/stored-procedures-rights).
 */
class OperationsIT {

    @RegisterExtension
    static final SnowparkServer SERVER = new SnowparkServer();

    @TempDir
    private static Path folder;

    /** What a client gets. */
    private static final String EXPECTED = """
            sql -> 1,a
            sql with binds -> 42,b!
            schema -> StructType[StructField(ID, Long, Nullable = true), StructField(SITE, String, Nullable = true), StructField(POWER, Double, Nullable = true), StructField(DETAILS, Variant, Nullable = true)]
            createDataFrame -> 0,n0 1,n1
            createDataFrame of many rows -> 600
            createDataFrame of all types -> true,2.5,12.34,2024-02-29,01:02:03,2024-02-29 01:02:03.0,{ "a": 1 }
            range -> 0 2 4
            generator -> 0,x 1,x
            filter, withColumn, sort -> 2,40.0 1,21.0
            rename, drop -> 1,A
            distinct -> A C
            group and aggregate -> A,30.5,2 C,null,1
            rollup -> A,2 C,1 null,3
            inner join -> 1,Aachen 2,Aachen
            left join -> 1,Aachen 2,Aachen 3,null
            join on a condition -> 1,A 2,A
            cross join -> 6
            union, intersect, except -> B C
            rank in a window -> 1,2 2,1 3,1
            pivot -> 30.5,null
            na -> 3,0.0
            stat -> 1.0
            sample -> 2
            fields of a variant -> x,"Ann"
            flatten a column -> 1,0,"x" 1,1,"y" 2,0,"z"
            flatten a value -> 0,7 1,8
            a table function beside each row -> 1,"x" 1,"y" 2,"z"
            functions -> SOLAR,5,Sol,Solar!,[ "a", "b" ],2024,2024-03-01,0,2024-02-01,2.6,2,2.567,y,large,2,{ "k": 2.567 }
            count -> 3
            first -> 1
            toLocalIterator -> 1;2;3;
            asynchronous collect -> 1 2 3
            asynchronous count -> 3
            explain -> refused: not supported by snowflake-local: Explain
            an unknown table -> refused: SQL compilation error: Object 'NOWHERE' does not exist or not authorized.
            an unknown column -> refused: SQL compilation error: error line 1 at position 8 invalid identifier 'NOTHING'
            saveAsTable -> 0 0 1 1
            saveAsTable of one that is there -> refused: SQL compilation error: Object 'DB.S.KEPT' already exists.
            update -> 2: 1 1 7 7
            delete -> 2: 1 1
            merge -> 1,2,0: 2 2 9
            createOrReplaceView -> 2 2 9
            createOrReplaceTempView -> 0
            a temporary table by name -> Table FOR_NOW successfully created.
            cacheResult -> 2 2 9 of 0
            a transaction -> 0
            uploadStream -> uploaded
            downloadStream -> 1,10 2,20\s
            put -> UPLOADED
            get -> DOWNLOADED 1,10 2,20\s
            read csv -> 1,10 2,20
            read json -> { "w": 5 }
            copyInto -> 1,10 2,20
            write csv -> 2
            list -> 1
            remove -> 3
            a function without a name -> 0 3 6
            a temporary function -> 6
            a permanent function -> 15
            a procedure without a name -> Hello Ann
            a temporary procedure -> Hello Ann
            a permanent procedure -> Hello Bob
            a procedure of others -> Greeted Eve
            the current schema -> "DB"."S"
            a query tag -> tagged
            cancelAll -> canceled
            ALTER SESSION SET LOCK_TIMEOUT = 43200 -> accepted
            SET MINE = 1 -> accepted
            SELECT $YOURS -> seen
            USE DATABASE DB -> accepted
            USE SCHEMA DB.S -> accepted
            USE ROLE ACCOUNTADMIN -> accepted
            USE WAREHOUSE NO_MATTER_WHICH -> accepted
            SHOW PARAMETERS LIKE 'TIMEZONE' -> accepted
            SHOW PARAMETERS LIKE 'TIMEZONE' IN ACCOUNT -> accepted
            SHOW VARIABLES -> accepted
            SHOW GRANTS -> accepted
            SHOW GRANTS TO ROLE ACCOUNTADMIN -> accepted
            ALTER USER SET COMMENT = 'me' -> accepted
            ALTER USER SOMEBODY SET COMMENT = 'not me' -> accepted
            SHOW LOCKS -> accepted
            SHOW TRANSACTIONS -> accepted
            SHOW TABLES LIKE 'SITES' -> accepted
            DESCRIBE TABLE SITES -> accepted
            CREATE OR REPLACE TEMPORARY STAGE STAGE_FOR_NOW -> accepted
            CREATE OR REPLACE TEMPORARY FILE FORMAT FORMAT_FOR_NOW -> accepted
            CREATE OR REPLACE SCOPED TEMPORARY TABLE SCOPED_FOR_NOW (A INT) -> accepted
            CREATE OR REPLACE SCOPED TEMPORARY TABLE SNOWPARK_TEMP_TABLE_0 (A INT) -> accepted
            CREATE OR REPLACE SCOPED TEMPORARY VIEW SNOWPARK_TEMP_VIEW_0 AS SELECT 1 AS A -> accepted
            CREATE OR REPLACE SCOPED TEMPORARY STAGE SNOWPARK_TEMP_STAGE_0 -> accepted
            CREATE OR REPLACE SCOPED TEMPORARY FILE FORMAT SNOWPARK_TEMP_FILE_FORMAT_0 -> accepted
            the tables of Snowpark -> SNOWPARK_TEMP_TABLE_0
            """;

    /** Where a handler with caller's rights gets something else: it may not choose names of scoped objects. */
    private static final String OF_CALLER = """
            CREATE OR REPLACE SCOPED TEMPORARY TABLE SCOPED_FOR_NOW (A INT) -> refused: SQL compilation error: Unsupported feature 'SCOPED_TEMPORARY'.
            """;

    /** Where a handler with owner's rights gets something else. */
    private static final String OF_OWNER = """
            createOrReplaceTempView -> refused: Stored procedure execution error: Unsupported statement type 'temporary VIEW'.
            a temporary table by name -> refused: Stored procedure execution error: Unsupported statement type 'temporary TABLE'.
            a temporary function -> refused: Stored procedure execution error: Unsupported statement type 'temporary FUNCTION'.
            a temporary procedure -> refused: Stored procedure execution error: Unsupported statement type 'temporary PROCEDURE'.
            a query tag -> refused: Stored procedure execution error: Unsupported statement type 'ALTER_SESSION'.
            cancelAll -> refused: Stored procedure execution error: Query called from a stored procedure contains a function with side effects [SYSTEM$CANCEL_ALL_QUERIES].
            ALTER SESSION SET LOCK_TIMEOUT = 43200 -> refused: Stored procedure execution error: Unsupported statement type 'ALTER_SESSION'.
            SET MINE = 1 -> refused: Stored procedure execution error: Unsupported statement type 'SET'.
            SELECT $YOURS -> refused: SQL compilation error: error line 1 at position 7 Session variable '$YOURS' does not exist
            USE DATABASE DB -> refused: Stored procedure execution error: Unsupported statement type 'USE'.
            USE SCHEMA DB.S -> refused: Stored procedure execution error: Unsupported statement type 'USE'.
            USE ROLE ACCOUNTADMIN -> refused: Stored procedure execution error: Unsupported statement type 'USE'.
            USE WAREHOUSE NO_MATTER_WHICH -> refused: Stored procedure execution error: Unsupported statement type 'USE'.
            SHOW PARAMETERS LIKE 'TIMEZONE' -> refused: Stored procedure execution error: Unsupported statement type 'SHOW PARAMETER'.
            SHOW VARIABLES -> refused: Stored procedure execution error: Unsupported statement type 'SHOW VARIABLES'.
            SHOW GRANTS -> refused: Stored procedure execution error: Unsupported statement type 'SHOW GRANT'.
            ALTER USER SET COMMENT = 'me' -> refused: Stored procedure execution error: Unsupported statement type 'ALTER_USER'.
            SHOW LOCKS -> refused: Stored procedure execution error: Unsupported statement type 'SHOW LOCKS'.
            SHOW TRANSACTIONS -> refused: Stored procedure execution error: Unsupported statement type 'SHOW TRANSACTIONS'.
            CREATE OR REPLACE TEMPORARY STAGE STAGE_FOR_NOW -> refused: Stored procedure execution error: Unsupported statement type 'temporary STAGE'.
            CREATE OR REPLACE TEMPORARY FILE FORMAT FORMAT_FOR_NOW -> refused: Stored procedure execution error: Unsupported statement type 'temporary FILE FORMAT'.
            CREATE OR REPLACE SCOPED TEMPORARY TABLE SCOPED_FOR_NOW (A INT) -> refused: SQL compilation error: Unsupported feature 'SCOPED_TEMPORARY'.
            """;

    @BeforeAll
    static void deploy() throws Exception {
        SERVER.run(
                "CREATE STAGE CODE",
                "CREATE STAGE FILES",
                "CREATE WAREHOUSE NO_MATTER_WHICH",
                "CREATE USER SOMEBODY",
                "SET YOURS = 'seen'",
                "CREATE TABLE PLANTS (ID INT, SITE VARCHAR, POWER FLOAT, DETAILS VARIANT)",
                """
                INSERT INTO PLANTS SELECT $1, $2, $3, PARSE_JSON($4) FROM VALUES
                    (1, 'A', 10.5, '{"tags": ["x", "y"], "owner": "Ann"}'),
                    (2, 'A', 20, '{"tags": ["z"]}'),
                    (3, 'C', NULL, NULL)
                """,
                "CREATE TABLE SITES (SITE VARCHAR, CITY VARCHAR)",
                "INSERT INTO SITES VALUES ('A', 'Aachen'), ('B', 'Berlin')",
                """
                CREATE PROCEDURE GREETED(NAME VARCHAR) RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17'
                PACKAGES = ('com.snowflake:snowpark:latest') HANDLER = 'Greeting.of' AS
                $$
                public class Greeting {
                    public static String of(com.snowflake.snowpark_java.Session session, String name) {
                        return "Greeted " + name;
                    }
                }
                $$""");
        Path jar = jar(folder.resolve("operations.jar"));
        SERVER.session().file().put("file://" + jar, "@CODE", Map.of("AUTO_COMPRESS", "FALSE"));
        create("BY_OWNER", "run", "OWNER");
        create("BY_CALLER", "run", "CALLER");
        create("LEAVE_QUERY", "leaveQuery", "OWNER");
    }

    private static void create(String procedure, String method, String rights) {
        SERVER.run("""
                CREATE PROCEDURE %s() RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17'
                PACKAGES = ('com.snowflake:snowpark:latest') IMPORTS = ('@CODE/operations.jar')
                HANDLER = '%s.%s' EXECUTE AS %s""".formatted(procedure, Operations.class.getName(), method, rights));
    }

    private static Path jar(Path jar) throws Exception {
        Path classes = classes();
        Path operations = classes.resolve(Operations.class.getPackageName().replace('.', File.separatorChar));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.list(operations)) {
            for (Path file : files.toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    private static Path classes() throws URISyntaxException {
        return Path.of(Operations.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    @Test
    void aClientGetsWhatIsExpected() {
        assertThat(results(Operations.run(SERVER.session()))).containsExactlyEntriesOf(results(EXPECTED));
    }

    @Test
    void aHandlerWithCallersRightsGetsTheSame() {
        assertThat(results(SERVER.rows("CALL BY_CALLER()").get(0))).containsExactlyEntriesOf(expected(OF_CALLER));
    }

    @Test
    void aHandlerWithOwnersRightsIsRefusedWhatConcernsTheSession() {
        assertThat(results(SERVER.rows("CALL BY_OWNER()").get(0))).containsExactlyEntriesOf(expected(OF_OWNER));
    }

    @Test
    void whatSnowparkMadeForItselfEndsWithTheCall() {
        List<String> before = made();

        SERVER.run("CALL BY_OWNER()", "CALL BY_CALLER()");

        assertThat(made()).isEqualTo(before);
    }

    private static List<String> made() {
        SERVER.run("SHOW TABLES LIKE 'SNOWPARK_TEMP%'");
        return SERVER.rows("SELECT \"name\" FROM TABLE(RESULT_SCAN(LAST_QUERY_ID())) ORDER BY 1");
    }

    /** docs.snowflake.com/en/developer-guide/stored-procedure/java/procedure-java-overview: no fire and forget. */
    @Test
    void anAsynchronousQueryEndsWithTheCall() {
        AsyncJob left = SERVER.session()
                .createAsyncJob(SERVER.rows("CALL LEAVE_QUERY()").get(0));

        assertThat(left.isDone()).isTrue();
        assertThatThrownBy(left::getRows).hasMessageContaining("SQL execution canceled");
    }

    private static Map<String, String> expected(String differences) {
        Map<String, String> expected = results(EXPECTED);
        expected.putAll(results(differences));
        return expected;
    }

    private static Map<String, String> results(String lines) {
        Map<String, String> results = new LinkedHashMap<>();
        lines.lines().map(line -> line.split(Operations.ARROW, 2)).forEach(parts -> results.put(parts[0], parts[1]));
        return results;
    }
}
