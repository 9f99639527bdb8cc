package dev.inverterflow.client.run;

import java.util.Locale;

/** Sizes as people read them. */
public final class ByteSize {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private ByteSize() {}

    /** Such as {@code 18.2 kB}, in powers of 1000. */
    public static String text(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1_000 && unit + 1 < UNITS.length) {
            size /= 1_000;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
    }
}
