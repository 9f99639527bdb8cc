package dev.inverterflow.client.cli;

/** What the program's end says to whoever started it. */
enum ExitCode {
    DONE(0, "done; for run and drain: everything that was spooled is uploaded"),
    INVALID(1, "validate: at least one record is invalid"),
    USAGE(2, "wrong arguments or settings, or a file that cannot be used"),
    SPOOL_IN_USE(3, "another instance has the spool"),
    LEFT_IN_SPOOL(4, "the deadline passed with files left in the spool; the next start uploads them"),
    SPOOL_UNUSABLE(5, "the spool cannot be read or written, such as when the disk is full"),
    QUARANTINED(6, "some spooled files went into quarantine instead of the bucket, each with its reason beside it"),
    DROPPED(7, "some readings were dropped because the spool was full and SPOOL_FULL is drop-oldest"),
    CHECK_FAILED(8, "check: at least one check failed"),
    INTERNAL(70, "a defect of this program; please report it");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    /** As picocli lists exit codes. */
    String help() {
        return " " + code + ":" + meaning;
    }
}
