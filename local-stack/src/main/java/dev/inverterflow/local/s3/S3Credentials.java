package dev.inverterflow.local.s3;

import java.security.SecureRandom;
import java.util.HexFormat;

/** A key pair for the embedded S3. */
public record S3Credentials(String accessKeyId, String secretAccessKey) {
    /** A new pair for one run, so that no other process on the machine can write into it by accident. */
    public static S3Credentials random() {
        SecureRandom random = new SecureRandom();
        byte[] id = new byte[8];
        byte[] secret = new byte[20];
        random.nextBytes(id);
        random.nextBytes(secret);
        HexFormat hex = HexFormat.of();
        return new S3Credentials("LOCAL" + hex.withUpperCase().formatHex(id), hex.formatHex(secret));
    }

    /** Without the secret: records print all they hold, and this one must not. */
    @Override
    public String toString() {
        return "S3Credentials[" + accessKeyId + "]";
    }
}
