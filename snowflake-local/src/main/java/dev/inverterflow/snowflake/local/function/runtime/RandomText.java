package dev.inverterflow.snowflake.local.function.runtime;

import java.util.SplittableRandom;

/** RANDSTR: letters and digits that a number decides. */
final class RandomText {
    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private RandomText() {}

    static String of(long length, long seed) {
        if (length > TextBounds.LONGEST) {
            throw TextBounds.tooLong("");
        }
        var random = new SplittableRandom(seed);
        var text = new StringBuilder();
        for (long i = 0; i < length; i++) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }
}
