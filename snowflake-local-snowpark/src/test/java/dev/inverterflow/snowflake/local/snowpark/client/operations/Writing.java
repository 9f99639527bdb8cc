package dev.inverterflow.snowflake.local.snowpark.client.operations;

import static com.snowflake.snowpark_java.Functions.col;
import static com.snowflake.snowpark_java.Functions.lit;
import static dev.inverterflow.snowflake.local.snowpark.client.operations.Operations.rows;

import com.snowflake.snowpark_java.DataFrame;
import com.snowflake.snowpark_java.HasCachedResult;
import com.snowflake.snowpark_java.MergeResult;
import com.snowflake.snowpark_java.PutResult;
import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.Updatable;
import com.snowflake.snowpark_java.types.DataTypes;
import com.snowflake.snowpark_java.types.StructField;
import com.snowflake.snowpark_java.types.StructType;
import dev.inverterflow.snowflake.local.snowpark.client.operations.Operations.Operation;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tables, views and files. */
final class Writing {

    private static final StructType WATTS = StructType.create(
            new StructField("AT", DataTypes.IntegerType), new StructField("W", DataTypes.IntegerType));

    private Writing() {}

    static Map<String, Operation> operations() {
        Map<String, Operation> all = new LinkedHashMap<>();
        tables(all);
        files(all);
        return all;
    }

    private static void tables(Map<String, Operation> all) {
        all.put("saveAsTable", s -> {
            DataFrame two = s.range(2);
            two.write().mode("overwrite").saveAsTable("KEPT");
            two.write().mode("append").saveAsTable("KEPT");
            return rows(s.table("KEPT").sort(col("ID").asc()));
        });
        all.put("saveAsTable of one that is there", s -> {
            s.range(2).write().mode("errorifexists").saveAsTable("KEPT");
            return "saved";
        });
        all.put(
                "update",
                s -> changed(
                        s,
                        kept -> kept.updateColumn(
                                        Map.of("ID", lit(7)), col("ID").equal_to(lit(0)))
                                .getRowsUpdated()));
        all.put(
                "delete",
                s -> changed(s, kept -> kept.delete(col("ID").equal_to(lit(7))).getRowsDeleted()));
        all.put("merge", s -> changed(s, kept -> merged(s, kept)));
        all.put("createOrReplaceView", s -> {
            s.table("KEPT").filter(col("ID").gt(lit(1))).createOrReplaceView("SEEN");
            return rows(s.table("SEEN"));
        });
        all.put("createOrReplaceTempView", s -> {
            s.range(1).createOrReplaceTempView("SEEN_FOR_NOW");
            return rows(s.table("SEEN_FOR_NOW"));
        });
        all.put("a temporary table by name", s -> rows(s.sql("CREATE OR REPLACE TEMPORARY TABLE FOR_NOW (A INT)")));
        all.put("cacheResult", s -> {
            HasCachedResult cached = s.table("KEPT").cacheResult();
            s.sql("DELETE FROM KEPT").collect();
            return rows(cached.sort(col("ID").asc())) + " of " + s.table("KEPT").count();
        });
        all.put("a transaction", s -> {
            s.sql("BEGIN").collect();
            s.sql("INSERT INTO KEPT VALUES (1)").collect();
            s.sql("ROLLBACK").collect();
            return String.valueOf(s.table("KEPT").count());
        });
    }

    /** A change of a table, and what it leaves. */
    private interface Change {
        Object of(Updatable table);
    }

    private static String changed(Session session, Change change) {
        Updatable kept = session.table("KEPT");
        return change.of(kept) + ": " + rows(kept.sort(col("ID").asc()));
    }

    private static String merged(Session session, Updatable kept) {
        DataFrame source = session.sql("SELECT 1 AS K UNION ALL SELECT 9");
        MergeResult result = kept.merge(source, kept.col("ID").equal_to(source.col("K")))
                .whenMatched()
                .updateColumn(Map.of("ID", lit(2)))
                .whenNotMatched()
                .insertRow(Map.of("ID", source.col("K")))
                .collect();
        return result.getRowsInserted() + "," + result.getRowsUpdated() + "," + result.getRowsDeleted();
    }

    private static void files(Map<String, Operation> all) {
        all.put("uploadStream", s -> {
            InputStream file = new ByteArrayInputStream("1,10\n2,20\n".getBytes(StandardCharsets.UTF_8));
            s.file().uploadStream("@FILES/watts.csv", file, false);
            return "uploaded";
        });
        all.put("downloadStream", s -> {
            try (InputStream file = s.file().downloadStream("@FILES/watts.csv", false)) {
                return new String(file.readAllBytes(), StandardCharsets.UTF_8);
            }
        });
        all.put("put", s -> {
            Path file = Files.writeString(Files.createTempFile("watts", ".json"), "{\"w\": 5}");
            PutResult[] put = s.file().put("file://" + file, "@FILES/json", Map.of("AUTO_COMPRESS", "FALSE"));
            Files.delete(file);
            return put[0].getStatus();
        });
        all.put("get", s -> {
            Path folder = Files.createTempDirectory("got");
            String status =
                    s.file().get("@FILES/watts.csv", "file://" + folder)[0].getStatus();
            return status + " " + Files.readString(folder.resolve("watts.csv"));
        });
        all.put(
                "read csv",
                s -> rows(s.read()
                        .schema(WATTS)
                        .csv("@FILES/watts.csv")
                        .sort(col("AT").asc())));
        all.put("read json", s -> rows(s.read().json("@FILES/json")));
        all.put("copyInto", s -> {
            s.sql("CREATE OR REPLACE TABLE LOADED (AT INT, W INT)").collect();
            s.read().schema(WATTS).csv("@FILES/watts.csv").copyInto("LOADED");
            return rows(s.table("LOADED").sort(col("AT").asc()));
        });
        all.put("write csv", s -> {
            s.range(2).write().mode("overwrite").csv("@FILES/out/ids.csv");
            return rows(s.sql("SELECT COUNT(*) FROM @FILES/out"));
        });
        all.put("list", s -> String.valueOf(s.sql("LIST @FILES/json").collect().length));
        all.put("remove", s -> String.valueOf(s.sql("REMOVE @FILES").collect().length));
    }
}
