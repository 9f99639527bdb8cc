package dev.inverterflow.snowflake.local.snowpark.client;

import static com.snowflake.snowpark_java.Functions.col;
import static com.snowflake.snowpark_java.Functions.lit;
import static com.snowflake.snowpark_java.Functions.sqlExpr;
import static org.assertj.core.api.Assertions.assertThat;

import com.snowflake.snowpark_java.AsyncJob;
import com.snowflake.snowpark_java.Column;
import com.snowflake.snowpark_java.CopyableDataFrame;
import com.snowflake.snowpark_java.CopyableDataFrameAsyncActor;
import com.snowflake.snowpark_java.DataFrame;
import com.snowflake.snowpark_java.DataFrameReader;
import com.snowflake.snowpark_java.DataFrameWriter;
import com.snowflake.snowpark_java.DataFrameWriterAsyncActor;
import com.snowflake.snowpark_java.DeleteResult;
import com.snowflake.snowpark_java.FileOperation;
import com.snowflake.snowpark_java.MatchedClauseBuilder;
import com.snowflake.snowpark_java.MergeBuilder;
import com.snowflake.snowpark_java.MergeBuilderAsyncActor;
import com.snowflake.snowpark_java.MergeResult;
import com.snowflake.snowpark_java.NotMatchedClauseBuilder;
import com.snowflake.snowpark_java.Row;
import com.snowflake.snowpark_java.SaveMode;
import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.TypedAsyncJob;
import com.snowflake.snowpark_java.Updatable;
import com.snowflake.snowpark_java.UpdatableAsyncActor;
import com.snowflake.snowpark_java.UpdateResult;
import com.snowflake.snowpark_java.WriteFileResult;
import com.snowflake.snowpark_java.types.DataTypes;
import com.snowflake.snowpark_java.types.StructField;
import com.snowflake.snowpark_java.types.StructType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every public method by which Snowpark changes tables, reads, writes and moves files, and of the jobs that do so beside their
 * session. One that has no row fails {@link #everyMethodHasARow}. Long because it is one table, a row a method.
 */
class StoreMethodsTest {

    @RegisterExtension
    static final SnowparkServer SERVER = new SnowparkServer();

    private static final StructType PAIRS =
            StructType.create(new StructField("K", DataTypes.IntegerType), new StructField("V", DataTypes.StringType));

    /** Runs for hours. */
    private static final String ENDLESS = """
            SELECT SUM(A.N * B.N) FROM (SELECT SEQ8() AS N FROM TABLE(GENERATOR(ROWCOUNT => 3000000))) A,
                (SELECT SEQ8() AS N FROM TABLE(GENERATOR(ROWCOUNT => 3000000))) B""";

    private static final Column K = col("K");
    private static final Column[] TWICE = {sqlExpr("$1"), sqlExpr("$1")};
    private static final Column[] AS_READ = {sqlExpr("$1"), sqlExpr("$2")};

    @TempDir
    private static Path folder;

    private static Session session;

    @BeforeAll
    static void createFiles() {
        session = SERVER.session();
        SERVER.run("CREATE STAGE FILES");
        upload("pairs.csv", "7,g\n8,h\n");
        upload("pairs.json", "{\"k\": 7}");
        upload("pairs.xml", "<a>1</a>");
    }

    private static void upload(String name, String text) {
        session.file().uploadStream("@FILES/" + name, stream(text), false);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @BeforeEach
    void createTables() {
        SERVER.run(
                "CREATE OR REPLACE TABLE T (K INT, V VARCHAR)",
                "INSERT INTO T VALUES (1, 'a'), (2, 'b')",
                "CREATE OR REPLACE TABLE SRC (SK INT, SV VARCHAR)",
                "INSERT INTO SRC VALUES (2, 'B'), (3, 'C')");
    }

    private static Updatable target() {
        return session.table("T");
    }

    private static DataFrame source() {
        return session.table("SRC");
    }

    /** What the table holds. */
    private static String t() {
        return String.join(" ", SERVER.rows("SELECT * FROM T ORDER BY K, V"));
    }

    private static String updated(UpdateResult result) {
        return result.getRowsUpdated() + ": " + t();
    }

    private static String deleted(DeleteResult result) {
        return result.getRowsDeleted() + ": " + t();
    }

    private static String merged(MergeResult result) {
        return result.getRowsInserted() + " " + result.getRowsUpdated() + " " + result.getRowsDeleted() + ": " + t();
    }

    static Stream<Methods.Row> rows() {
        return Stream.of(updates(), merges(), updatesBeside(), readers(), copies(), writers(), files(), jobs())
                .flatMap(List::stream);
    }

    private static Methods.Row row(String method, Methods.Call call, String expected) {
        return new Methods.Row(method, call, expected);
    }

    private static List<Methods.Row> updates() {
        Map<Column, Column> byColumn = Map.of(col("V"), lit("z"));
        Map<String, Column> byName = Map.of("V", lit("y"));
        Column two = K.equal_to(lit(2));
        Column joined = K.equal_to(col("SK"));
        return List.of(
                row("Updatable.update(Map)", () -> updated(target().update(byColumn)), "2: 1,z 2,z"),
                row("Updatable.updateColumn(Map)", () -> updated(target().updateColumn(byName)), "2: 1,y 2,y"),
                row("Updatable.update(Map, Column)", () -> updated(target().update(byColumn, two)), "1: 1,a 2,z"),
                row(
                        "Updatable.updateColumn(Map, Column)",
                        () -> updated(target().updateColumn(byName, two)),
                        "1: 1,a 2,y"),
                row(
                        "Updatable.update(Map, Column, DataFrame)",
                        () -> updated(target().update(Map.of(col("V"), col("SV")), joined, source())),
                        "1: 1,a 2,B"),
                row(
                        "Updatable.updateColumn(Map, Column, DataFrame)",
                        () -> updated(target().updateColumn(Map.of("V", col("SV")), joined, source())),
                        "1: 1,a 2,B"),
                row("Updatable.delete()", () -> deleted(target().delete()), "2: "),
                row("Updatable.delete(Column)", () -> deleted(target().delete(two)), "1: 1,a"),
                row("Updatable.delete(Column, DataFrame)", () -> deleted(target().delete(joined, source())), "1: 1,a"),
                row("Updatable.clone()", () -> deleted(target().clone().delete(two)), "1: 1,a"),
                row(
                        "Updatable.async()",
                        () -> updated(target().async().updateColumn(byName).getResult()),
                        "2: 1,y 2,y"));
    }

    private static MergeBuilder merge() {
        return target().merge(source(), K.equal_to(col("SK")));
    }

    private static List<Methods.Row> merges() {
        Map<String, Column> toSource = Map.of("V", col("SV"));
        Map<String, Column> pair = Map.of("K", col("SK"), "V", col("SV"));
        Column large = col("SK").gt(lit(9));
        return List.of(
                row(
                        "Updatable.merge(DataFrame, Column)",
                        () -> merged(merge().whenMatched().delete().collect()),
                        "0 0 1: 1,a"),
                row(
                        "MergeBuilder.whenMatched()",
                        () -> merged(
                                merge().whenMatched().updateColumn(toSource).collect()),
                        "0 1 0: 1,a 2,B"),
                row(
                        "MergeBuilder.whenMatched(Column)",
                        () -> merged(merge().whenMatched(large).delete().collect()),
                        "0 0 0: 1,a 2,b"),
                row(
                        "MergeBuilder.whenNotMatched()",
                        () -> merged(merge().whenNotMatched().insertRow(pair).collect()),
                        "1 0 0: 1,a 2,b 3,C"),
                row(
                        "MergeBuilder.whenNotMatched(Column)",
                        () -> merged(
                                merge().whenNotMatched(large).insertRow(pair).collect()),
                        "0 0 0: 1,a 2,b"),
                row(
                        "MergeBuilder.collect()",
                        () -> merged(merge().whenMatched()
                                .updateColumn(toSource)
                                .whenNotMatched()
                                .insertRow(pair)
                                .collect()),
                        "1 1 0: 1,a 2,B 3,C"),
                row(
                        "MergeBuilder.async()",
                        () -> merged(
                                merge().whenMatched().delete().async().collect().getResult()),
                        "0 0 1: 1,a"),
                row(
                        "MergeBuilderAsyncActor.collect()",
                        () -> merged(merge().whenNotMatched()
                                .insertRow(pair)
                                .async()
                                .collect()
                                .getResult()),
                        "1 0 0: 1,a 2,b 3,C"),
                row(
                        "MatchedClauseBuilder.update(Map)",
                        () -> merged(merge().whenMatched()
                                .update(Map.of(col("V"), lit("m")))
                                .collect()),
                        "0 1 0: 1,a 2,m"),
                row(
                        "MatchedClauseBuilder.updateColumn(Map)",
                        () -> merged(merge().whenMatched()
                                .updateColumn(Map.of("V", lit("n")))
                                .collect()),
                        "0 1 0: 1,a 2,n"),
                row(
                        "MatchedClauseBuilder.delete()",
                        () -> merged(merge().whenMatched().delete().collect()),
                        "0 0 1: 1,a"),
                row(
                        "NotMatchedClauseBuilder.insert(Column[])",
                        () -> merged(merge().whenNotMatched()
                                .insert(new Column[] {col("SK"), col("SV")})
                                .collect()),
                        "1 0 0: 1,a 2,b 3,C"),
                row(
                        "NotMatchedClauseBuilder.insert(Map)",
                        () -> merged(merge().whenNotMatched()
                                .insert(Map.of(K, col("SK")))
                                .collect()),
                        "1 0 0: 1,a 2,b 3,null"),
                row(
                        "NotMatchedClauseBuilder.insertRow(Map)",
                        () -> merged(merge().whenNotMatched().insertRow(pair).collect()),
                        "1 0 0: 1,a 2,b 3,C"));
    }

    private static List<Methods.Row> updatesBeside() {
        Map<Column, Column> byColumn = Map.of(col("V"), lit("z"));
        Map<String, Column> byName = Map.of("V", lit("y"));
        Column two = K.equal_to(lit(2));
        Column joined = K.equal_to(col("SK"));
        return List.of(
                row(
                        "UpdatableAsyncActor.update(Map)",
                        () -> updated(target().async().update(byColumn).getResult()),
                        "2: 1,z 2,z"),
                row(
                        "UpdatableAsyncActor.updateColumn(Map)",
                        () -> updated(target().async().updateColumn(byName).getResult()),
                        "2: 1,y 2,y"),
                row(
                        "UpdatableAsyncActor.update(Map, Column)",
                        () -> updated(target().async().update(byColumn, two).getResult()),
                        "1: 1,a 2,z"),
                row(
                        "UpdatableAsyncActor.updateColumn(Map, Column)",
                        () -> updated(target().async().updateColumn(byName, two).getResult()),
                        "1: 1,a 2,y"),
                row(
                        "UpdatableAsyncActor.update(Map, Column, DataFrame)",
                        () -> updated(target().async()
                                .update(byColumn, joined, source())
                                .getResult()),
                        "1: 1,a 2,z"),
                row(
                        "UpdatableAsyncActor.updateColumn(Map, Column, DataFrame)",
                        () -> updated(target().async()
                                .updateColumn(byName, joined, source())
                                .getResult()),
                        "1: 1,a 2,y"),
                row(
                        "UpdatableAsyncActor.delete()",
                        () -> deleted(target().async().delete().getResult()),
                        "2: "),
                row(
                        "UpdatableAsyncActor.delete(Column)",
                        () -> deleted(target().async().delete(two).getResult()),
                        "1: 1,a"),
                row(
                        "UpdatableAsyncActor.delete(Column, DataFrame)",
                        () -> deleted(target().async().delete(joined, source()).getResult()),
                        "1: 1,a"));
    }

    private static String rows(DataFrame frame) {
        return String.join(" ", SnowparkServer.texts(frame.collect()));
    }

    private static DataFrameReader reader() {
        return session.read().schema(PAIRS);
    }

    private static List<Methods.Row> readers() {
        return List.of(
                row(
                        "DataFrameReader.table(String)",
                        () -> session.read().table("T").count(),
                        "2"),
                row(
                        "DataFrameReader.schema(StructType)",
                        () -> reader().csv("@FILES/pairs.csv").schema().names()[1],
                        "V"),
                row(
                        "DataFrameReader.csv(String)",
                        () -> rows(reader().csv("@FILES/pairs.csv").sort(K.asc())),
                        "7,g 8,h"),
                row(
                        "DataFrameReader.json(String)",
                        () -> rows(session.read().json("@FILES/pairs.json").select(sqlExpr("$1:k::INT"))),
                        "7"),
                row(
                        "DataFrameReader.option(String, Object)",
                        () -> rows(reader().option("skip_header", 1).csv("@FILES/pairs.csv")),
                        "8,h"),
                row(
                        "DataFrameReader.options(Map)",
                        () -> rows(reader().options(Map.of("skip_header", 1, "field_delimiter", "','"))
                                .csv("@FILES/pairs.csv")),
                        "8,h"),
                row(
                        "DataFrameReader.avro(String)",
                        () -> rows(session.read().avro("@FILES/pairs.csv")),
                        "refused: not supported by snowflake-local: files of TYPE = AVRO"),
                row(
                        "DataFrameReader.parquet(String)",
                        () -> rows(session.read().parquet("@FILES/pairs.csv")),
                        "refused: not supported by snowflake-local: files of TYPE = PARQUET"),
                row(
                        "DataFrameReader.orc(String)",
                        () -> rows(session.read().orc("@FILES/pairs.csv")),
                        "refused: not supported by snowflake-local: files of TYPE = ORC"),
                row(
                        "DataFrameReader.xml(String)",
                        () -> rows(session.read().xml("@FILES/pairs.xml")),
                        "refused: not supported by snowflake-local: files of TYPE = XML"));
    }

    private static List<Methods.Row> copies() {
        Map<String, Object> force = Map.of("FORCE", "TRUE");
        String[] both = {"K", "V"};
        return List.of(
                row(
                        "CopyableDataFrame.copyInto(String)",
                        () -> copied(pairs -> pairs.copyInto("T")),
                        "1,a 2,b 7,g 8,h"),
                row(
                        "CopyableDataFrame.copyInto(String, Column[])",
                        () -> copied(pairs -> pairs.copyInto("T", TWICE)),
                        "1,a 2,b 7,7 8,8"),
                row(
                        "CopyableDataFrame.copyInto(String, Column[], Map)",
                        () -> copied(pairs -> pairs.copyInto("T", AS_READ, force)),
                        "1,a 2,b 7,g 8,h"),
                row(
                        "CopyableDataFrame.copyInto(String, String[], Column[], Map)",
                        () -> copied(pairs -> pairs.copyInto("T", both, AS_READ, force)),
                        "1,a 2,b 7,g 8,h"),
                row(
                        "CopyableDataFrame.clone()",
                        () -> reader().csv("@FILES/pairs.csv").clone().count(),
                        "2"),
                row(
                        "CopyableDataFrame.async()",
                        () -> reader().csv("@FILES/pairs.csv").async().count().getResult(),
                        "2"),
                row(
                        "CopyableDataFrameAsyncActor.copyInto(String)",
                        () -> copied(pairs -> pairs.async().copyInto("T").getResult()),
                        "1,a 2,b 7,g 8,h"),
                row(
                        "CopyableDataFrameAsyncActor.copyInto(String, Column[])",
                        () -> copied(pairs -> pairs.async().copyInto("T", TWICE).getResult()),
                        "1,a 2,b 7,7 8,8"),
                row(
                        "CopyableDataFrameAsyncActor.copyInto(String, Column[], Map)",
                        () -> copied(pairs ->
                                pairs.async().copyInto("T", AS_READ, force).getResult()),
                        "1,a 2,b 7,g 8,h"),
                row(
                        "CopyableDataFrameAsyncActor.copyInto(String, String[], Column[], Map)",
                        () -> copied(pairs -> pairs.async()
                                .copyInto("T", both, AS_READ, force)
                                .getResult()),
                        "1,a 2,b 7,g 8,h"));
    }

    private static String copied(Consumer<CopyableDataFrame> copy) {
        copy.accept(reader().csv("@FILES/pairs.csv"));
        return t();
    }

    private static List<Methods.Row> writers() {
        return List.of(
                row(
                        "DataFrameWriter.option(String, Object)",
                        () -> written(source().write()
                                .mode("overwrite")
                                .option("header", true)
                                .csv("@FILES/o1.csv")),
                        "2"),
                row(
                        "DataFrameWriter.options(Map)",
                        () -> written(source().write()
                                .mode("overwrite")
                                .options(Map.of("single", true))
                                .csv("@FILES/o2.csv")),
                        "2"),
                row(
                        "DataFrameWriter.csv(String)",
                        () -> written(source().write().mode("overwrite").csv("@FILES/o3.csv")),
                        "2"),
                row(
                        "DataFrameWriter.json(String)",
                        () -> written(source().select(sqlExpr("OBJECT_CONSTRUCT(*)"))
                                .write()
                                .mode("overwrite")
                                .json("@FILES/o4.json")),
                        "2"),
                row(
                        "DataFrameWriter.parquet(String)",
                        () -> written(source().write().mode("overwrite").parquet("@FILES/o5.parquet")),
                        "refused: not supported by snowflake-local: unloading files of TYPE = PARQUET"),
                row("DataFrameWriter.saveAsTable(String)", () -> saved(writer -> writer.saveAsTable("T")), "2,B 3,C"),
                row(
                        "DataFrameWriter.saveAsTable(String[])",
                        () -> saved(writer -> writer.saveAsTable(new String[] {"DB", "S", "T"})),
                        "2,B 3,C"),
                row(
                        "DataFrameWriter.mode(String)",
                        () -> saved(writer -> writer.mode("append").saveAsTable("T")),
                        "1,a 2,B 2,b 3,C"),
                row(
                        "DataFrameWriter.mode(SaveMode)",
                        () -> saved(
                                writer -> writer.mode(SaveMode.ErrorIfExists).saveAsTable("T")),
                        "refused: Object 'DB.S.T' already exists."),
                row(
                        "DataFrameWriter.async()",
                        () -> saved(writer -> writer.async().saveAsTable("T").getResult()),
                        "2,B 3,C"),
                row(
                        "DataFrameWriterAsyncActor.saveAsTable(String)",
                        () -> saved(writer -> writer.async().saveAsTable("T").getResult()),
                        "2,B 3,C"),
                row(
                        "DataFrameWriterAsyncActor.saveAsTable(String[])",
                        () -> saved(writer ->
                                writer.async().saveAsTable(new String[] {"T"}).getResult()),
                        "2,B 3,C"),
                row(
                        "DataFrameWriterAsyncActor.csv(String)",
                        () -> written(source().write()
                                .mode("overwrite")
                                .async()
                                .csv("@FILES/o6.csv")
                                .getResult()),
                        "2"),
                row(
                        "DataFrameWriterAsyncActor.json(String)",
                        () -> written(source().select(sqlExpr("OBJECT_CONSTRUCT(*)"))
                                .write()
                                .mode("overwrite")
                                .async()
                                .json("@FILES/o7.json")
                                .getResult()),
                        "2"),
                row(
                        "DataFrameWriterAsyncActor.parquet(String)",
                        () -> written(source().write()
                                .mode("overwrite")
                                .async()
                                .parquet("@FILES/o8.parquet")
                                .getResult()),
                        "refused: not supported by snowflake-local: unloading files of TYPE = PARQUET"));
    }

    /** How many rows were written. */
    private static String written(WriteFileResult result) {
        return String.valueOf(result.getRows()[0].get(0));
    }

    private static String saved(Consumer<DataFrameWriter> save) {
        save.accept(
                source().select(col("SK").as("K"), col("SV").as("V")).write().mode(SaveMode.Overwrite));
        return t();
    }

    private static List<Methods.Row> files() {
        FileOperation files = session.file();
        return List.of(
                row(
                        "FileOperation.put(String, String)",
                        () -> files.put("file://" + file("p1.txt"), "@FILES/put")[0].getTargetFileName(),
                        "p1.txt.gz"),
                row(
                        "FileOperation.put(String, String, Map)",
                        () ->
                                files.put("file://" + file("p2.txt"), "@FILES/put", Map.of("AUTO_COMPRESS", "FALSE"))[0]
                                        .getStatus(),
                        "UPLOADED"),
                row(
                        "FileOperation.get(String, String)",
                        () -> files.get("@FILES/pairs.csv", "file://" + folder)[0].getStatus(),
                        "DOWNLOADED"),
                row(
                        "FileOperation.get(String, String, Map)",
                        () -> files.get("@FILES", "file://" + folder, Map.of("PATTERN", "'.*pairs.json'")).length,
                        "1"),
                row(
                        "FileOperation.uploadStream(String, InputStream, boolean)",
                        () -> {
                            files.uploadStream("@FILES/up/u.csv", stream("5"), true);
                            return String.join(" ", SERVER.rows("SELECT $1 FROM @FILES/up/u.csv.gz"));
                        },
                        "5"),
                row(
                        "FileOperation.downloadStream(String, boolean)",
                        () -> {
                            try (InputStream down = files.downloadStream("@FILES/pairs.json", false)) {
                                return new String(down.readAllBytes(), StandardCharsets.UTF_8);
                            }
                        },
                        "{\"k\": 7}"));
    }

    private static Path file(String name) throws Exception {
        return Files.writeString(folder.resolve(name), name);
    }

    private static List<Methods.Row> jobs() {
        DataFrame keys = session.sql("SELECT 1 AS K UNION ALL SELECT 2");
        return List.of(
                row(
                        "AsyncJob.getQueryId()",
                        () -> session.createAsyncJob(done().getQueryId())
                                .getQueryId()
                                .length(),
                        "36"),
                row("AsyncJob.getIterator(int)", () -> done().getIterator(60).next(), "Row[1]"),
                row("AsyncJob.getIterator()", () -> done().getIterator().next(), "Row[1]"),
                row("AsyncJob.getRows(int)", () -> done().getRows(60)[0], "Row[1]"),
                row("AsyncJob.getRows()", () -> done().getRows()[0], "Row[1]"),
                row(
                        "AsyncJob.isDone()",
                        () -> {
                            AsyncJob job = done();
                            job.getRows();
                            return job.isDone();
                        },
                        "true"),
                row(
                        "AsyncJob.cancel()",
                        () -> {
                            AsyncJob job = session.sql(ENDLESS).async().collect();
                            job.cancel();
                            return job.getRows().length;
                        },
                        "refused: SQL execution canceled"),
                row("TypedAsyncJob.getResult(int)", () -> keys.async().count().getResult(60), "2"),
                row("TypedAsyncJob.getResult()", () -> keys.async().count().getResult(), "2"));
    }

    private static TypedAsyncJob<Row[]> done() {
        return session.sql("SELECT 1 AS K").async().collect();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void givesWhatSnowflakeGives(Methods.Row row) {
        assertThat(row.result()).isEqualTo(row.expected());
    }

    @Test
    void everyMethodHasARow() {
        assertThat(Methods.of(rows().toList()))
                .containsExactlyElementsOf(Methods.of(
                        Updatable.class,
                        UpdatableAsyncActor.class,
                        MergeBuilder.class,
                        MergeBuilderAsyncActor.class,
                        MatchedClauseBuilder.class,
                        NotMatchedClauseBuilder.class,
                        DataFrameReader.class,
                        CopyableDataFrame.class,
                        CopyableDataFrameAsyncActor.class,
                        DataFrameWriter.class,
                        DataFrameWriterAsyncActor.class,
                        FileOperation.class,
                        AsyncJob.class,
                        TypedAsyncJob.class));
    }
}
