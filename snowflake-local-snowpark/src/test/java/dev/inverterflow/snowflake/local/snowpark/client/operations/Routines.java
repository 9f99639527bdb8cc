package dev.inverterflow.snowflake.local.snowpark.client.operations;

import static com.snowflake.snowpark_java.Functions.callUDF;
import static com.snowflake.snowpark_java.Functions.col;
import static com.snowflake.snowpark_java.Functions.lit;
import static dev.inverterflow.snowflake.local.snowpark.client.operations.Operations.rows;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.StoredProcedure;
import com.snowflake.snowpark_java.UserDefinedFunction;
import com.snowflake.snowpark_java.sproc.JavaSProc1;
import com.snowflake.snowpark_java.types.DataTypes;
import com.snowflake.snowpark_java.udf.JavaUDF1;
import dev.inverterflow.snowflake.local.snowpark.client.operations.Operations.Operation;
import java.util.LinkedHashMap;
import java.util.Map;

/** Functions and procedures. */
final class Routines {

    private static final JavaUDF1<Integer, Integer> TRIPLED = n -> n * 3;

    private static final JavaSProc1<String, String> HELLO = (Session session, String name) -> "Hello " + name;

    private Routines() {}

    static Map<String, Operation> operations() {
        Map<String, Operation> all = new LinkedHashMap<>();
        all.put("a function without a name", s -> {
            UserDefinedFunction tripled =
                    withJar(s).udf().registerTemporary(TRIPLED, DataTypes.IntegerType, DataTypes.IntegerType);
            return rows(s.range(3).select(tripled.apply(col("ID")).as("T")).sort(col("T").asc()));
        });
        all.put("a temporary function", s -> {
            s.sql("DROP FUNCTION IF EXISTS TRIPLED(INT)").collect();
            withJar(s).udf().registerTemporary("TRIPLED", TRIPLED, DataTypes.IntegerType, DataTypes.IntegerType);
            return rows(s.sql("SELECT TRIPLED(2)"));
        });
        all.put("a permanent function", s -> {
            s.sql("DROP FUNCTION IF EXISTS TRIPLED_FOR_GOOD(INT)").collect();
            withJar(s)
                    .udf()
                    .registerPermanent(
                            "TRIPLED_FOR_GOOD", TRIPLED, DataTypes.IntegerType, DataTypes.IntegerType, "@CODE");
            return rows(s.range(1).select(callUDF("TRIPLED_FOR_GOOD", lit(5))));
        });
        all.put("a procedure without a name", s -> {
            StoredProcedure hello =
                    withJar(s).sproc().registerTemporary(HELLO, DataTypes.StringType, DataTypes.StringType);
            return rows(s.storedProcedure(hello, "Ann"));
        });
        all.put("a temporary procedure", s -> {
            s.sql("DROP PROCEDURE IF EXISTS HELLO(VARCHAR)").collect();
            withJar(s).sproc().registerTemporary("HELLO", HELLO, DataTypes.StringType, DataTypes.StringType);
            return rows(s.storedProcedure("HELLO", "Ann"));
        });
        all.put("a permanent procedure", s -> {
            s.sql("DROP PROCEDURE IF EXISTS HELLO_FOR_GOOD(VARCHAR)").collect();
            withJar(s)
                    .sproc()
                    .registerPermanent(
                            "HELLO_FOR_GOOD", HELLO, DataTypes.StringType, DataTypes.StringType, "@CODE", true);
            return rows(s.storedProcedure("HELLO_FOR_GOOD", "Bob"));
        });
        all.put("a procedure of others", s -> rows(s.storedProcedure("GREETED", "Eve")));
        return all;
    }

    /** A handler's own classes are not sent along by Snowpark, which takes them to be there. */
    private static Session withJar(Session session) {
        session.addDependency("@CODE/operations.jar");
        return session;
    }
}
