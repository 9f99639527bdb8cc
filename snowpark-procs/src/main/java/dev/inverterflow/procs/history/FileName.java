package dev.inverterflow.procs.history;

/**
 * What the client writes into the name of a file:
 * {@code <tick>_<client>_r<run>_p<part>of<parts>_n<records>.json[.gz]}.
 */
public enum FileName {
    GENERATED_AT(1),
    CLIENT_ID(2),
    CLIENT_RUN(3),
    PART(4),
    NUM_FILES(5),
    RECORDS(6);

    /** At most nine digits a number: a foreign name must not overflow its column and stop every snapshot. */
    static final String PATTERN =
            "([0-9]{8}T[0-9]{6}Z)_([^/]+)_r([^_/]+)_p([0-9]{1,9})of([0-9]{1,9})_n([0-9]{1,9})[.]json([.]gz)?$";

    /** What INGESTION_FILES keeps of the name, in the order of {@link #COLUMNS}. */
    public static final String SELECTED = """
            TRY_TO_TIMESTAMP_NTZ(%s, 'YYYYMMDD"T"HH24MISS"Z"') AS GENERATED_AT,
              %s AS CLIENT_ID,
              %s AS CLIENT_RUN,
              TRY_TO_NUMBER(%s) AS PART,
              TRY_TO_NUMBER(%s) AS NUM_FILES,
              TRY_TO_NUMBER(%s) AS EXPECTED_RECORDS""".formatted(
                    GENERATED_AT.inSql(),
                    CLIENT_ID.inSql(),
                    CLIENT_RUN.inSql(),
                    PART.inSql(),
                    NUM_FILES.inSql(),
                    RECORDS.inSql());

    public static final String COLUMNS = "GENERATED_AT, CLIENT_ID, CLIENT_RUN, PART, NUM_FILES, EXPECTED_RECORDS";

    private final int group;

    FileName(int group) {
        this.group = group;
    }

    /** The part as text; NULL for a file that is not named by us. */
    public String inSql() {
        return "REGEXP_SUBSTR(FILE_NAME, '" + PATTERN + "', 1, 1, 'e', " + group + ")";
    }
}
