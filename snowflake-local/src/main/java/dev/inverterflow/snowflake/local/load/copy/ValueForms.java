package dev.inverterflow.snowflake.local.load.copy;

import org.jspecify.annotations.Nullable;

/**
 * How texts of files are read as dates, times and binaries.
 *
 * @param date null for the session's form
 * @param time null for the session's form
 * @param timestamp null for the session's form
 * @param binary null for hexadecimal digits
 */
record ValueForms(
        @Nullable String date,
        @Nullable String time,
        @Nullable String timestamp,
        @Nullable String binary) {
    boolean isUsual() {
        return date == null && time == null && timestamp == null && binary == null;
    }
}
