package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.emission.FunctionExamplesTest.Example;
import java.util.stream.Stream;

/**
 * Examples of bits, digests, codes and of aggregates with conditions of their own, from their pages
 * (docs.snowflake.com/en/sql-reference/functions/…).
 */
final class BitAndDigestExamples {
    private static final String NUMBERS = " FROM (VALUES (15), (26), (12), (14), (8), (NULL)) AS v(k))";

    private static final String PAIRS =
            " FROM (VALUES (10, NULL), (10, 11), (20, 22), (25, NULL), (30, 35)) AS p(v, v2)";

    private static final String ROWS =
            " FROM (VALUES (11, 101), (11, 102), (11, NULL), (12, 101), (NULL, 101)," + " (NULL, 102)) AS n(i, j))";

    private static final String SALARIES = " FROM (VALUES (1001, 10000), (1020, 9000), (1030, 8000), (900, 15000),"
            + " (2000, NULL), (2020, 7000)) AS e(id, salary))";

    private BitAndDigestExamples() {}

    static Stream<Example> all() {
        return Stream.of(bits(), bytes(), digests(), codes(), truth(), aggregates(), counts())
                .flatMap(examples -> examples);
    }

    private static Example example(String function, String expression, String value) {
        return new Example(function, expression, value);
    }

    private static Stream<Example> bits() {
        return Stream.of(
                example("BIT_AND", "BIT_AND(16, 24)", "16"),
                example("BIT_OR", "BIT_OR(16, 24)", "24"),
                example("BIT_XOR", "BIT_XOR(16, 24)", "8"),
                example("BIT_NOT", "BIT_NOT(65504)", "-65505"),
                example("BIT_SHIFTLEFT", "BIT_SHIFTLEFT(16, 1)", "32"),
                example("BIT_SHIFTRIGHT", "BIT_SHIFTRIGHT(65504, 1)", "32752"),
                example("BITSHIFTLEFT", "BITSHIFTLEFT(1, 100)", "1267650600228229401496703205376"),
                example("BITSHIFTLEFT", "BITSHIFTLEFT(2, 127)", "0"),
                example("BITSHIFTRIGHT", "BITSHIFTRIGHT(-7, 1)", "-4"),
                example("GETBIT", "GETBIT(11, 100)", "0"),
                example("GETBIT", "GETBIT(11, 3)", "1"),
                example("GETBIT", "GETBIT(11, 2)", "0"));
    }

    private static Stream<Example> bytes() {
        return Stream.of(
                example("BITAND", "TO_CHAR(BITAND(x'BCBC', x'EEFF'))", "ACBC"),
                example("BITOR", "TO_CHAR(BITOR(x'BCBC', x'EEFF'))", "FEFF"),
                example("BITXOR", "TO_CHAR(BITXOR(x'BCBC', x'EEFF'))", "5243"),
                example("BITAND", "TO_CHAR(BITAND(x'BCBC', x'ABCDABCD', 'LEFT'))", "0000A88C"),
                example("BITOR", "TO_CHAR(BITOR(x'BCBC', x'ABCDABCD', 'right'))", "BFFDABCD"),
                example("BITXOR", "TO_CHAR(BITXOR(x'1100', x'01011010', 'RIGHT'))", "10011010"),
                example("BITNOT", "TO_CHAR(BITNOT(x'ABCDABCD'))", "54325432"),
                example("BITSHIFTLEFT", "TO_CHAR(BITSHIFTLEFT(x'BCBC', 1))", "7978"),
                example("BITSHIFTLEFT", "TO_CHAR(BITSHIFTLEFT(x'1100', 8))", "0000"),
                example("BITSHIFTRIGHT", "TO_CHAR(BITSHIFTRIGHT(x'ABCDABCD', 1))", "55E6D5E6"),
                example("BITSHIFTRIGHT", "TO_CHAR(BITSHIFTRIGHT(x'1010', 8))", "0010"));
    }

    private static Stream<Example> digests() {
        return Stream.of(
                example("MD5_BINARY", "TO_CHAR(MD5_BINARY('Snowflake'))", "EDF1439075A83A447FB8B630DDC9C8DE"),
                example("SHA1_BINARY", "TO_CHAR(SHA1_BINARY('Snowflake'))", "FDA76B0BCC1E87CF259B1D1E3271D76F590FB5DD"),
                example(
                        "SHA2_BINARY",
                        "TO_CHAR(SHA2_BINARY('Snowflake', 384))",
                        "736BD8A53845348830B1EE63A8CD3972F031F13B111F66FFDEC2271A7AE709662E503A0CA305BD50DA8D1CED48CD45D9"),
                example("MD5_NUMBER_LOWER64", "MD5_NUMBER_LOWER64('Snowflake')", "9203306159527282910"),
                example("MD5_NUMBER_UPPER64", "MD5_NUMBER_UPPER64('Snowflake')", "17145559544104499780"));
    }

    private static Stream<Example> codes() {
        return Stream.of(
                example(
                        "BASE64_ENCODE",
                        "BASE64_ENCODE('Snowflake \u2744\u2744\u2744 Snowman \u2603\u2603\u2603', 32, '$')",
                        "U25vd2ZsYWtlIOKdhOKdhOKdhCBTbm93\nbWFuIOKYg$KYg$KYgw=="),
                example("BASE64_DECODE_STRING", "BASE64_DECODE_STRING(BASE64_ENCODE('a', 0, '$/.'), '$/.')", "a"),
                example("BASE64_ENCODE", "BASE64_ENCODE('a', 0, '$/.')", "YQ.."),
                example("TRY_HEX_DECODE_BINARY", "TO_CHAR(TRY_HEX_DECODE_BINARY(HEX_ENCODE('ABab')))", "41426162"),
                example("TRY_HEX_DECODE_BINARY", "TRY_HEX_DECODE_BINARY('4X')", "null"),
                example(
                        "TRY_BASE64_DECODE_BINARY",
                        "TO_CHAR(TRY_BASE64_DECODE_BINARY(BASE64_ENCODE('HELP')), 'UTF-8')",
                        "HELP"),
                example("TRY_BASE64_DECODE_BINARY", "TRY_BASE64_DECODE_BINARY('5')", "null"));
    }

    private static Stream<Example> truth() {
        return Stream.of(
                example("BOOLXOR", "BOOLXOR(2, 0)", "true"),
                example("BOOLXOR", "BOOLXOR(1, -1)", "false"),
                example("BOOLXOR", "BOOLXOR(NULL, 3)", "null"),
                example("BOOLXOR", "BOOLXOR(-0.4, 0)", "false"),
                example("BOOLAND", "BOOLAND(2, 0.3)", "false"),
                example("BOOLAND", "BOOLAND(0, NULL)", "false"),
                example("AS_INTEGER", "AS_INTEGER(1.5::VARIANT)", "null"),
                example("AS_INTEGER", "AS_INTEGER(15::VARIANT)", "15"),
                example("AS_NUMBER", "AS_NUMBER(2.34::VARIANT, 6, 3)", "2.340"),
                example("REGR_VALX", "REGR_VALX(1, 10)", "10.0"),
                example("REGR_VALX", "REGR_VALX(NULL, 10)", "null"),
                example("REGR_VALY", "REGR_VALY(2, 1)", "2.0"),
                example("REGR_VALY", "REGR_VALY(2, NULL)", "null"));
    }

    private static Stream<Example> aggregates() {
        return Stream.concat(
                Stream.of("BITAND_AGG", "BITANDAGG", "BIT_AND_AGG", "BIT_ANDAGG")
                        .map(name -> example(name, "(SELECT " + name + "(k)" + NUMBERS, "8")),
                Stream.concat(
                        Stream.of("BITOR_AGG", "BITORAGG", "BIT_OR_AGG", "BIT_ORAGG")
                                .map(name -> example(name, "(SELECT " + name + "(k)" + NUMBERS, "31")),
                        Stream.of("BITXOR_AGG", "BITXORAGG", "BIT_XOR_AGG", "BIT_XORAGG")
                                .map(name -> example(name, "(SELECT " + name + "(DISTINCT k)" + NUMBERS, "31"))));
    }

    /** Counting, and what only some of the rows give. */
    private static Stream<Example> counts() {
        return Stream.of(
                example("COUNT", "(SELECT COUNT(*)" + ROWS, "6"),
                example("COUNT", "(SELECT COUNT(n.*)" + ROWS, "3"),
                example("COUNT", "(SELECT COUNT(DISTINCT j)" + ROWS, "2"),
                example("COUNT", "COUNT(PARSE_JSON('null'))", "0"),
                example("COUNT", "COUNT(DISTINCT PARSE_JSON('null'), 1)", "0"),
                example("HLL", "(SELECT HLL(*)" + ROWS, "3"),
                example("MAX_BY", "(SELECT MAX_BY(id, salary, 3)" + SALARIES, "[900,1001,1020]"),
                example("MIN_BY", "(SELECT MIN_BY(id, salary, 2)" + SALARIES, "[2020,1030]"),
                example("MAX_BY", "(SELECT MAX_BY(id, NULL, 2)" + SALARIES, "null"),
                example("ARRAYAGG", "(SELECT ARRAYAGG(DISTINCT i) WITHIN GROUP (ORDER BY i DESC)" + ROWS, "[12,11]"),
                example("REGR_SLOPE", "(SELECT ROUND(REGR_SLOPE(v, v2), 9)" + PAIRS + ")", "0.831408776"),
                example("REGR_SLOPE", "(SELECT REGR_SLOPE(v, v2)" + PAIRS + " WHERE v2 = 11)", "null"),
                example("REGR_INTERCEPT", "(SELECT ROUND(REGR_INTERCEPT(v, v2), 9)" + PAIRS + ")", "1.154734411"),
                example(
                        "HASH_AGG",
                        "(SELECT HASH_AGG(c) <> (SELECT HASH_AGG(1)) FROM (VALUES (1), (1), (1)) AS h(c))",
                        "true"),
                example(
                        "HASH_AGG",
                        "(SELECT HASH_AGG(DISTINCT c) = (SELECT HASH_AGG(1)) FROM (VALUES (1), (1)) AS h(c))",
                        "true"),
                example("VAR_POP", "(SELECT VAR_POP(v::NUMBER(10, 2))" + PAIRS + " WHERE v2 > 0)", "66.6666666667"),
                example("VAR_SAMP", "(SELECT VAR_SAMP(v2::NUMBER(10, 2))" + PAIRS + ")", "144.3333333333"),
                example("VARIANCE", "(SELECT VARIANCE(v)" + PAIRS + " WHERE v2 > 0)", "100.000000"),
                example("SUM", "(SELECT SUM(c) FROM (VALUES ('1.1234567'), ('2')) AS t(c))", "3.1234567"),
                example("AVG", "(SELECT AVG(c) FROM (VALUES ('1.1'), ('10')) AS t(c))", "5.55"),
                example("HASH_AGG", "(SELECT HASH_AGG(NULL) WHERE 0 = 1)", "0"),
                example(
                        "RATIO_TO_REPORT",
                        "(SELECT MAX(r) FROM (SELECT 100 * RATIO_TO_REPORT(p) OVER (ORDER BY p) AS r"
                                + " FROM (VALUES (300.00::NUMBER(11, 2)), (250), (450)) AS s(p)))",
                        "45.00000000"));
    }
}
