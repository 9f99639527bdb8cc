package dev.inverterflow.procs.history;

/**
 * What the client writes into the name of a file:
 * {@code <tick>_<client>_r<run>_p<part>of<parts>_n<records>.json[.gz]}.
 */
enum FileName {
    GENERATED_AT(1),
    CLIENT_ID(2),
    PART(4),
    NUM_FILES(5),
    RECORDS(6);

    /** At most nine digits a number: a foreign name must not overflow its column and stop every snapshot. */
    static final String PATTERN =
            "([0-9]{8}T[0-9]{6}Z)_([^/]+)_r([^_/]+)_p([0-9]{1,9})of([0-9]{1,9})_n([0-9]{1,9})[.]json([.]gz)?$";

    private final int group;

    FileName(int group) {
        this.group = group;
    }

    /** The part as text; NULL for a file that is not named by us. */
    String inSql() {
        return "REGEXP_SUBSTR(FILE_NAME, '" + PATTERN + "', 1, 1, 'e', " + group + ")";
    }
}
