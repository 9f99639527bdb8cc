package dev.inverterflow.snowflake.local.authentication;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Passwords of users, kept only in a form that does not give them away. */
public final class Passwords {

    /** The property of a user that holds what {@link #hash} makes of the password. Never shown. */
    public static final String PROPERTY = "PASSWORD_HASH";

    private static final int SALT_BYTES = 16;
    private static final int KEY_BITS = 256;
    // A login should take milliseconds: who can read a stand-in's memory or files has what they protect anyway.
    private static final int ROUNDS = 20_000;

    private Passwords() {}

    /** The form in which a password is kept. */
    public static String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return HexFormat.of().formatHex(salt) + ":" + HexFormat.of().formatHex(derived(password, salt));
    }

    static boolean matches(String offered, String hash) {
        String[] parts = hash.split(":");
        byte[] salt = HexFormat.of().parseHex(parts[0]);
        return MessageDigest.isEqual(HexFormat.of().parseHex(parts[1]), derived(offered, salt));
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] derived(String password, byte[] salt) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, KEY_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has PBKDF2", impossible);
        }
    }
}
