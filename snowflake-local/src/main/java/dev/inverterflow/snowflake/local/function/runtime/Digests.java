package dev.inverterflow.snowflake.local.function.runtime;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA2 in the sizes that Snowflake takes (docs.snowflake.com/en/sql-reference/functions/sha2), and digests as numbers. */
final class Digests {
    private Digests() {}

    static String sha2(String text, long bits) {
        var algorithm = switch ((int) bits) {
            case 224 -> "SHA-224";
            case 256, 0 -> "SHA-256";
            case 384 -> "SHA-384";
            case 512 -> "SHA-512";
            default -> throw ValueErrors.invalidDigestSize(bits);
        };
        try {
            var digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    /** A part of a digest as a number without a sign (functions/md5_number_lower64). */
    static String number(String digits) {
        return new BigInteger(digits, 16).toString();
    }
}
