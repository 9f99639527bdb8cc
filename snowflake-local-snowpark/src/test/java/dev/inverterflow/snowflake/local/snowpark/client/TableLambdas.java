package dev.inverterflow.snowflake.local.snowpark.client;

import com.snowflake.snowpark_java.Row;
import com.snowflake.snowpark_java.types.DataTypes;
import com.snowflake.snowpark_java.types.StructField;
import com.snowflake.snowpark_java.types.StructType;
import com.snowflake.snowpark_java.udtf.JavaUDTF1;
import com.snowflake.snowpark_java.udtf.JavaUDTF2;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Table functions that tests register; top-level, since Snowpark ships the class file. */
final class TableLambdas {

    private TableLambdas() {}

    /** As many rows as the second argument says, counted from the first. */
    public static final class Counted implements JavaUDTF2<Long, Long> {
        @Override
        public Stream<Row> process(Long from, Long rows) {
            return LongStream.range(0, rows).mapToObj(i -> Row.create(from + i, "row " + i));
        }

        @Override
        public Stream<Row> endPartition() {
            return Stream.empty();
        }

        @Override
        public StructType outputSchema() {
            return StructType.create(
                    new StructField("N", DataTypes.LongType), new StructField("LABEL", DataTypes.StringType));
        }
    }

    /** Per row the difference to the row before, at the end of a partition their sum. */
    public static final class Steps implements JavaUDTF1<Double> {
        private Double last;
        private double sum;

        @Override
        public Stream<Row> process(Double value) {
            double step = last == null ? 0 : value - last;
            last = value;
            sum += step;
            return Stream.of(Row.create("step", step));
        }

        @Override
        public Stream<Row> endPartition() {
            return Stream.of(Row.create("sum", sum));
        }

        @Override
        public StructType outputSchema() {
            return StructType.create(
                    new StructField("KIND", DataTypes.StringType), new StructField("STEP", DataTypes.DoubleType));
        }
    }
}
