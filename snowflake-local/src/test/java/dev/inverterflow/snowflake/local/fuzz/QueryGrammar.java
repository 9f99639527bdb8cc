package dev.inverterflow.snowflake.local.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes statements that are well formed and mostly make sense: an expression is of the kind that its place wants. */
final class QueryGrammar {
    static final List<String> SETUP = List.of(
            "CREATE TABLE one (n NUMBER, d NUMBER(10,2), f FLOAT, s VARCHAR, b BOOLEAN, dt DATE, ts TIMESTAMP_NTZ, v VARIANT)",
            "CREATE TABLE two (n NUMBER, s VARCHAR(5), tz TIMESTAMP_TZ, lt TIMESTAMP_LTZ, tm TIME, bin BINARY, o OBJECT, a ARRAY)",
            "CREATE TABLE target (n NUMBER, s VARCHAR(5) NOT NULL, f FLOAT DEFAULT 1)",
            "INSERT INTO one SELECT 1, 1.25, 0.5, 'abc', TRUE, '2024-01-31', '2024-02-29 12:34:56.789', PARSE_JSON('{\"a\": [1, \"x\"]}')",
            "INSERT INTO one SELECT -7, -99.99, 'inf'::FLOAT, '', FALSE, '1970-01-01', '1969-12-31 23:59:59', PARSE_JSON('null')",
            "INSERT INTO one SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL",
            "INSERT INTO one SELECT 99999999999999999999999999999999999999, 0, -1e300, '12', NULL, '9999-12-31', '9999-12-31', TO_VARIANT('s')",
            "INSERT INTO two SELECT 1, 'abc', '2024-01-01 00:00:00 +0200', '2024-06-01', '23:59:59', TO_BINARY('ff00'), OBJECT_CONSTRUCT('k', 1), [1, 2]",
            "INSERT INTO two SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL");

    /** Kinds of expressions: number, whole number, text, moment, condition, variant, array, object. */
    private static final String KINDS = "NITDBVAO";

    /** What an expression of a kind may be; {@code %N} stands for one of a kind, {@code %?} for one of any. */
    private static final Map<Character, List<String>> TEMPLATES = Map.of(
            'N', choices("""
                    ABS(%N); CEIL(%N); FLOOR(%N, 1); ROUND(%N, %I); TRUNC(%N, %I); SIGN(%N); SQRT(%N); LN(%N); EXP(%N); ACOS(%N)
                    CBRT(%N); POWER(%N, %N); LOG(%N, %N); MOD(%N, %N); DIV0(%N, %N); (%N + %N); (%N - %N); (%N * %N); (%N / %N)
                    (%N % %N); -(%N); LENGTH(%T); ASCII(%T); POSITION(%T, %T); CHARINDEX(%T, %T, %I); REGEXP_COUNT(%T, %T)
                    REGEXP_INSTR(%T, 'b|c'); EDITDISTANCE(%T, %T); HASH(%?); FACTORIAL(%I); BITAND(%I, %I); BITNOT(%I)
                    BITSHIFTLEFT(%I, %I); YEAR(%D); DATE_PART(week, %D); HOUR(%D); DATEDIFF(day, %D, %D); DATEDIFF(second, %D, %D)
                    MONTHS_BETWEEN(%D, %D); TO_NUMBER(%T); TRY_TO_NUMBER(%T); TO_DOUBLE(%N); ARRAY_SIZE(%V); %V::NUMBER; %V::FLOAT
                    CAST(%N AS NUMBER(5,2)); TRY_CAST(%T AS FLOAT); CAST(%N AS FLOAT); NULLIF(%N, %N); COALESCE(%N, %N)
                    GREATEST(%N, %N); ZEROIFNULL(%N); DECODE(%N, 1, %N, %N); CASE WHEN %B THEN %N ELSE %N END
                    (SELECT MAX(n) FROM two); WIDTH_BUCKET(%N, 0, 10, %I); ARRAY_POSITION(%V, %A)"""),
            'I', choices("1; 2; 0; -1; 5; FLOOR(%N); LENGTH(%T)"),
            'T', choices("""
                    UPPER(%T); INITCAP(%T); REVERSE(%T); TRIM(%T); LTRIM(%T, %T); CONCAT(%T, %T); (%T || %T); REPLACE(%T, %T, %T)
                    SUBSTR(%T, %I, %I); LEFT(%T, %I); RIGHT(%T, %I); REPEAT(%T, %I); LPAD(%T, %I, %T); RPAD(%T, %I); SPACE(%I)
                    SPLIT_PART(%T, %T, %I); TRANSLATE(%T, 'ab', %T); INSERT(%T, %I, %I, %T); REGEXP_REPLACE(%T, %T, %T)
                    REGEXP_SUBSTR(%T, '[a-c]+', %I); MD5(%T); SHA2(%T); SOUNDEX(%T); TO_VARCHAR(%?); TO_CHAR(%D, 'YYYY-MM-DD')
                    TO_CHAR(%N, '9,999.00'); TO_CHAR(%N); TYPEOF(%V); TO_JSON(%V); %V::VARCHAR; CHR(%I); DAYNAME(%D); HEX_ENCODE(%T)
                    STRTOK(%T, %T, %I); ARRAY_TO_STRING(%A, %T); CASE WHEN %B THEN %T END; IFF(%B, %T, %T); CAST(%T AS VARCHAR(2))
                    NVL(%T, %T); BASE64_ENCODE(%T); CHECK_JSON(%T)"""),
            'D', choices("""
                    DATEADD(day, %I, %D); DATEADD(month, %N, %D); DATEADD(second, %N, %D); DATEADD(year, %I, %D); DATE_TRUNC(month, %D)
                    DATE_TRUNC('hour', %D); LAST_DAY(%D); ADD_MONTHS(%D, %I); NEXT_DAY(%D, 'mo'); TO_DATE(%T); TRY_TO_DATE(%T)
                    TO_TIMESTAMP_NTZ(%I); TO_TIMESTAMP(%T, 'YYYY'); %D::DATE; %D::TIMESTAMP_LTZ; %D::TIMESTAMP_TZ
                    CONVERT_TIMEZONE('UTC', %D); TIME_SLICE(%D, %I, 'HOUR'); DATE_FROM_PARTS(%I, %I, %I); COALESCE(%D, %D); %V::DATE
                    LEAST(%D, %D); IFF(%B, %D, %D)"""),
            'B', choices("""
                    %N = %N; %N < %N; %T = %T; %T >= %T; %D <> %D; %D > %D; %? IS NULL; %T LIKE %T; %T ILIKE 'A%'; %N BETWEEN %N AND %N
                    %N IN (1, %N); %T IN ('x', %T); (%B AND %B); (%B OR %B); NOT %B; CONTAINS(%T, %T); STARTSWITH(%T, %T)
                    REGEXP_LIKE(%T, %T); EQUAL_NULL(%N, %N); %N IS DISTINCT FROM %N; IS_NULL_VALUE(%V); TO_BOOLEAN(%T)
                    TRY_TO_BOOLEAN(%T); ARRAY_CONTAINS(%V, %A); %T LIKE ANY ('a%', %T)"""),
            'V', choices("""
                    PARSE_JSON(%T); TRY_PARSE_JSON(%T); TO_VARIANT(%?); GET(%V, %I); GET(%V, %T); GET_PATH(%V, 'a'); %A::VARIANT
                    STRIP_NULL_VALUE(%V); %O::VARIANT"""),
            'A', choices("""
                    ARRAY_CONSTRUCT(%?, %?); ARRAY_APPEND(%A, %?); ARRAY_CAT(%A, %A); ARRAY_SLICE(%A, %I, %I); ARRAY_INSERT(%A, %I, %?)
                    ARRAY_COMPACT(%A); ARRAY_DISTINCT(%A); ARRAY_SORT(%A); SPLIT(%T, %T); ARRAY_GENERATE_RANGE(0, %I); TO_ARRAY(%?)
                    [%N, %T]; OBJECT_KEYS(%O)"""),
            'O', choices("""
                    OBJECT_CONSTRUCT('k', %?); OBJECT_CONSTRUCT(%T, %?); {'k': %N}; OBJECT_PICK(%O, 'k'); OBJECT_DELETE(%O, %T)
                    OBJECT_INSERT(%O, %T, %?)"""));

    private static final Map<Character, List<String>> COLUMNS = Map.of(
            'N', choices("x.n; x.d; x.f; y.n; y.o:k::NUMBER"),
            'I', choices("y.n; 2"),
            'T', choices("x.s; y.s"),
            'D', choices("x.dt; x.ts; y.tz; y.lt"),
            'B', choices("x.b"),
            'V', choices("x.v; x.v:a; x.v:a[0]"),
            'A', choices("y.a"),
            'O', choices("y.o"));

    private static final Map<Character, List<String>> LITERALS = Map.of(
            'N', choices("0; 1; -1; 2.5; 1e10; NULL; 1.5::FLOAT; 99999999999; 'NaN'::FLOAT; '12'"),
            'I', choices("0; 1; 3; -1"),
            'T', choices("'x'; ''; '12'; NULL; '%a_'; '2024-01-01'; '{\"a\": 1}'; '(a|b'; '\u00df\u00e9'"),
            'D', choices("'2024-01-01'::DATE; '2024-01-01 01:02:03'::TIMESTAMP_NTZ; NULL::DATE; CURRENT_DATE()"),
            'B', choices("TRUE; FALSE; NULL"),
            'V', choices("NULL; TO_VARIANT(1); PARSE_JSON('[1, {}]')"),
            'A', choices("[1, 'a']; []; NULL::ARRAY"),
            'O', choices("{}; {'k': NULL}; NULL::OBJECT"));

    private static final List<String> AGGREGATES = choices("""
            COUNT(%?); COUNT(DISTINCT %?); SUM(%N); AVG(%N); MIN(%T); MAX(%D); MAX(%N); ANY_VALUE(%?); MEDIAN(%N); STDDEV(%N)
            VARIANCE(%N); BOOLOR_AGG(%B); COUNT_IF(%B); MODE(%T); APPROX_COUNT_DISTINCT(%?); HASH_AGG(%?); BITOR_AGG(%I)
            KURTOSIS(%N); SKEW(%N); LISTAGG(%T, ','); ARRAY_AGG(%?); SUM(DISTINCT %N); OBJECT_AGG(%T, %V)
            LISTAGG(%T, ',') WITHIN GROUP (ORDER BY %N); PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY %N); CORR(%N, %N)""");

    private static final List<String> RANKINGS = choices("""
            ROW_NUMBER(); RANK(); NTILE(2); LAG(x.n); LEAD(x.s, 1); FIRST_VALUE(x.d); NTH_VALUE(x.n, 2); CUME_DIST()
            RATIO_TO_REPORT(x.d); LAST_VALUE(x.v); CONDITIONAL_TRUE_EVENT(x.b)""");

    private static final List<String> FRAMES = List.of(
            "",
            "",
            "ROWS BETWEEN 1 PRECEDING AND CURRENT ROW",
            "RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING",
            "ROWS BETWEEN UNBOUNDED PRECEDING AND 1 FOLLOWING",
            "RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW");

    private static final List<String> FROMS = List.of(
            "one x, two y",
            "one x JOIN two y ON x.n = y.n",
            "one x LEFT JOIN two y ON x.s = y.s",
            "one x FULL JOIN two y ON x.n = y.n",
            "one x CROSS JOIN (SELECT * FROM two) y",
            "(SELECT * FROM one SAMPLE (50) SEED (1)) x, two y",
            "one x, two y, LATERAL FLATTEN(INPUT => y.a, OUTER => TRUE) z",
            "one x ASOF JOIN two y MATCH_CONDITION (x.n >= y.n)");

    private final Random random;

    QueryGrammar(Random random) {
        this.random = random;
    }

    private static List<String> choices(String text) {
        return List.of(text.split(";\\s*|\\n"));
    }

    String statement() {
        return switch (random.nextInt(12)) {
            case 0 -> filled("INSERT INTO target (n, s) SELECT %N, %T FROM ", 2, true) + any(FROMS);
            case 1 -> filled("UPDATE target SET n = %N, f = %N WHERE n > %N", 2, false);
            case 2 -> filled("DELETE FROM target WHERE n IN (SELECT %N FROM ", 1, true) + any(FROMS) + ")";
            case 3 ->
                filled("MERGE INTO target USING (SELECT %N AS k FROM ", 1, true) + any(FROMS)
                        + " LIMIT 1) q ON target.n = q.k"
                        + filled(" WHEN MATCHED THEN UPDATE SET f = %N", 1, false)
                        + filled(" WHEN NOT MATCHED THEN INSERT (n, s) VALUES (q.k, %T)", 1, false);
            case 4 ->
                "WITH c AS (" + select(1) + "), e AS (SELECT * FROM c) "
                        + any(
                                choices(
                                        "SELECT * FROM c UNION ALL SELECT * FROM e; SELECT COUNT(*) FROM c; SELECT * FROM e EXCEPT SELECT * FROM c"));
            default -> select(1 + random.nextInt(3));
        };
    }

    private String select(int depth) {
        if (random.nextInt(4) == 0) {
            String key = filled("%?", 1, true);
            return "SELECT " + key + " AS k, " + filled(any(AGGREGATES), depth, true) + " AS a FROM " + any(FROMS)
                    + " GROUP BY " + key
                    + any(List.of("", " HAVING COUNT(*) > 0", " ORDER BY 1", " ORDER BY a DESC NULLS LAST"));
        }
        return "SELECT " + any(List.of("", "", "DISTINCT ")) + filled("%? AS k, ", depth, true)
                + any(List.of(filled("%?", depth, true), window())) + " AS a FROM " + any(FROMS)
                + any(List.of("", filled(" WHERE %B", depth, true), " QUALIFY " + window() + " IS NOT NULL"))
                + any(List.of("", " ORDER BY 1", " ORDER BY a", " LIMIT 2", " LIMIT 1 OFFSET 1"));
    }

    private String window() {
        String call = random.nextBoolean() ? any(RANKINGS) : filled(any(AGGREGATES), 1, true);
        String order = any(List.of(" OVER (ORDER BY %N ", " OVER (PARTITION BY %T ORDER BY %D "));
        return call + filled(order, 0, true) + any(FRAMES) + ")";
    }

    /** The text with an expression in each of its places. */
    private String filled(String template, int depth, boolean columns) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            char next = i + 1 < template.length() ? template.charAt(i + 1) : ' ';
            boolean place = template.charAt(i) == '%' && (next == '?' || KINDS.indexOf(next) >= 0);
            text.append(place ? expression(next, depth, columns) : template.charAt(i));
            i += place ? 1 : 0;
        }
        return text.toString();
    }

    private String expression(char wanted, int depth, boolean columns) {
        boolean stray = wanted == '?' || random.nextInt(60) == 0;
        char kind = stray ? KINDS.charAt(random.nextInt(KINDS.length())) : wanted;
        if (depth == 0 || random.nextInt(5) == 0) {
            return any(of(kind, columns && random.nextInt(3) > 0 ? COLUMNS : LITERALS));
        }
        return filled(any(of(kind, TEMPLATES)), depth - 1, columns);
    }

    private static List<String> of(char kind, Map<Character, List<String>> choices) {
        return choices.getOrDefault(kind, List.of());
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
