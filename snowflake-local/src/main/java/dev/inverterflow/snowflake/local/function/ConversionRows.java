package dev.inverterflow.snowflake.local.function;

import static dev.inverterflow.snowflake.local.function.FunctionRow.scalar;

import dev.inverterflow.snowflake.local.function.Casts.Mode;
import dev.inverterflow.snowflake.local.function.FunctionRow.NullRule;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import dev.inverterflow.snowflake.local.type.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** TO_… and TRY_TO_… functions. The TRY_ forms take text only and give NULL for what does not convert. */
final class ConversionRows {
    private static final Map<String, SnowflakeType> MOMENTS = Map.of(
            "TIMESTAMP", SnowflakeType.TIMESTAMP_NTZ,
            "TIMESTAMP_NTZ", SnowflakeType.TIMESTAMP_NTZ,
            "TIMESTAMP_LTZ", SnowflakeType.TIMESTAMP_LTZ,
            "TIMESTAMP_TZ", SnowflakeType.TIMESTAMP_TZ,
            "DATE", SnowflakeType.DATE,
            "TIME", SnowflakeType.TIME);

    private ConversionRows() {}

    static List<FunctionRow> rows() {
        List<FunctionRow> rows = new ArrayList<>();
        for (var name : List.of("TO_NUMBER", "TO_DECIMAL", "TO_NUMERIC")) {
            byFormat(rows, name);
            rows.add(scalar(name, Accepts.ANY)
                    .optional(Accepts.INTEGER, Accepts.INTEGER)
                    .returns(ConversionRows::number)
                    .nulls(NullRule.ALWAYS)
                    .emit(call -> convert(call, Mode.CAST)));
            rows.add(scalar("TRY_" + name, Accepts.TEXT_ONLY)
                    .optional(Accepts.INTEGER, Accepts.INTEGER)
                    .returns(ConversionRows::number)
                    .nulls(NullRule.ALWAYS)
                    .emit(call -> convert(call, Mode.TRY)));
        }
        simple(rows, "DOUBLE", SnowflakeType.FLOAT);
        for (var mode : Mode.values()) {
            rows.add(scalar(prefix(mode) + "TO_DOUBLE", Accepts.TEXT_ONLY, Accepts.TEXT_ONLY)
                    .returns(SnowflakeType.FLOAT)
                    .nulls(NullRule.ALWAYS)
                    .emit(call -> Sql.cast(byFormat(call, mode), SnowflakeType.FLOAT)));
        }
        simple(rows, "BOOLEAN", SnowflakeType.BOOLEAN);
        MOMENTS.forEach((name, type) -> moment(rows, name, type));
        // DATE and TIME are other names of TO_DATE and TO_TIME; TIME takes no format.
        conversion(rows, "DATE", SnowflakeType.DATE);
        byFormat(rows, "DATE", SnowflakeType.DATE);
        conversion(rows, "TIME", SnowflakeType.TIME);
        for (var name : List.of("TO_CHAR", "TO_VARCHAR")) {
            rows.add(scalar(name, Accepts.ANY).emit(call -> convert(call, Mode.CAST)));
            rows.add(scalar(name, Accepts.NUMBER, Accepts.TEXT_ONLY).emit(ConversionRows::numberText));
            rows.add(scalar(name, Accepts.BINARY, Accepts.TEXT_ONLY).emit(ConversionRows::binaryText));
            rows.add(scalar(name, Accepts.MOMENT, Accepts.TEXT)
                    .emit(call -> call.casts()
                            .format(call.sql(0), call.type(0), call.arguments().get(1))));
        }
        rows.add(scalar("TO_BINARY", Accepts.TEXT)
                .optional(Accepts.TEXT)
                .returns(SnowflakeType.BINARY)
                .emit(call -> binary(call, Mode.CAST)));
        rows.add(scalar("TRY_TO_BINARY", Accepts.TEXT_ONLY)
                .optional(Accepts.TEXT)
                .returns(SnowflakeType.BINARY)
                .nulls(NullRule.ALWAYS)
                .emit(call -> binary(call, Mode.TRY)));
        return rows;
    }

    /** TO_NUMBER of a text by a format, which is no number of digits. */
    private static void byFormat(List<FunctionRow> rows, String name) {
        for (var mode : Mode.values()) {
            rows.add(scalar(prefix(mode) + name, Accepts.TEXT_ONLY, Accepts.TEXT_ONLY)
                    .optional(Accepts.INTEGER, Accepts.INTEGER)
                    .returns(arguments -> number(arguments.subList(1, arguments.size())))
                    .nulls(NullRule.ALWAYS)
                    .emit(call ->
                            call.casts().convert(byFormat(call, mode), SnowflakeType.VARCHAR, call.result(), mode)));
        }
    }

    private static String prefix(Mode mode) {
        return mode == Mode.TRY ? "TRY_" : "";
    }

    private static String byFormat(CallText call, Mode mode) {
        return (mode == Mode.TRY ? "sf_try_" : "sf_") + "number_by(" + call.sql(0) + ", " + call.sql(1) + ")";
    }

    private static String numberText(CallText call) {
        return call.type(0).is(TypeKind.REAL)
                ? "sf_real_by_format(" + call.sql(0) + ", " + call.sql(1) + ")"
                : "sf_number_text(CAST(" + call.sql(0) + " AS VARCHAR), " + call.sql(1) + ")";
    }

    /** Bytes by the BINARY format that TO_VARCHAR is told. */
    private static String binaryText(CallText call) {
        var format = binaryFormat(call);
        return switch (format) {
            case "HEX" -> "hex(" + call.sql(0) + ")";
            case "BASE64" -> "to_base64(" + call.sql(0) + ")";
            case "UTF-8", "UTF8" -> "decode(" + call.sql(0) + ")";
            default -> throw FunctionErrors.invalidBinaryFormat(format);
        };
    }

    private static String binaryFormat(CallText call) {
        return call.size() < 2
                ? "HEX"
                : String.valueOf(call.arguments().get(1).constant()).toUpperCase(Locale.ROOT);
    }

    private static String binary(CallText call, Mode mode) {
        var format = binaryFormat(call);
        var bytes = switch (format) {
            case "HEX" -> "unhex(" + call.sql(0) + ")";
            case "BASE64" -> "from_base64(" + call.sql(0) + ")";
            case "UTF-8", "UTF8" -> "encode(" + call.sql(0) + ")";
            default -> throw FunctionErrors.invalidBinaryFormat(format);
        };
        return mode == Mode.TRY ? "TRY(" + bytes + ")" : bytes;
    }

    private static void conversion(List<FunctionRow> rows, String function, SnowflakeType type) {
        rows.add(scalar(function, Accepts.ANY)
                .returns(type)
                .nulls(NullRule.ALWAYS)
                .emit(call -> convert(call, Mode.CAST)));
    }

    private static void simple(List<FunctionRow> rows, String name, SnowflakeType type) {
        conversion(rows, "TO_" + name, type);
        rows.add(scalar("TRY_TO_" + name, Accepts.TEXT_ONLY)
                .returns(type)
                .nulls(NullRule.ALWAYS)
                .emit(call -> convert(call, Mode.TRY)));
    }

    /** With a format, a text is read by it; with a scale, a number is one of 10^-scale seconds. */
    private static void moment(List<FunctionRow> rows, String name, SnowflakeType type) {
        simple(rows, name, type);
        byFormat(rows, "TO_" + name, type);
        rows.add(scalar("TRY_TO_" + name, Accepts.TEXT_ONLY, Accepts.TEXT_ONLY)
                .returns(type)
                .nulls(NullRule.ALWAYS)
                .emit(call -> call.casts().parse(call.sql(0), call.arguments().get(1), type, Mode.TRY)));
        if (type.kind().isTimestamp()) {
            rows.add(scalar("TO_" + name, Accepts.NUMBER, Accepts.INTEGER)
                    .returns(type)
                    .emit(call -> ofEpoch(call, type)));
        }
    }

    private static void byFormat(List<FunctionRow> rows, String function, SnowflakeType type) {
        rows.add(scalar(function, Accepts.TEXT_ONLY, Accepts.TEXT_ONLY)
                .returns(type)
                .nulls(NullRule.ALWAYS)
                .emit(call -> call.casts().parse(call.sql(0), call.arguments().get(1), type, Mode.CAST)));
    }

    private static String ofEpoch(CallText call, SnowflakeType type) {
        var utc = Casts.epoch(call.sql(0), "CAST(" + call.sql(1) + " AS BIGINT)");
        return switch (type.kind()) {
            case TIMESTAMP_NTZ -> utc;
            case TIMESTAMP_LTZ -> "(" + utc + " AT TIME ZONE 'UTC')";
            default ->
                "sf_tz_in(" + utc + " AT TIME ZONE 'UTC', " + call.casts().zoneSql() + ")";
        };
    }

    static SnowflakeType number(List<Argument> arguments) {
        int precision = size(arguments, 1, SnowflakeType.MAX_PRECISION);
        int scale = size(arguments, 2, 0);
        if (precision < 1 || precision > SnowflakeType.MAX_PRECISION || scale < 0 || scale > Math.min(precision, 37)) {
            throw TypeNames.unsupported("NUMBER(" + precision + ", " + scale + ")");
        }
        return SnowflakeType.number(precision, scale);
    }

    private static int size(List<Argument> arguments, int index, int absent) {
        if (index >= arguments.size()) {
            return absent;
        }
        var constant = arguments.get(index).constant();
        if (constant == null) {
            throw FunctionErrors.notConstant("precision and scale");
        }
        return Integer.parseInt(constant);
    }

    private static String convert(CallText call, Mode mode) {
        var from = call.type(0);
        if (!TypeRules.castable(from, call.result())) {
            throw FunctionErrors.cannotConvert(from, call.result());
        }
        return from.is(TypeKind.NULL)
                ? Sql.cast("NULL", call.result())
                : call.casts().convert(call.sql(0), from, call.result(), mode);
    }
}
