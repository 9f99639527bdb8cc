package dev.inverterflow.deploy.connection;

import java.io.ByteArrayOutputStream;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Keys as openssl would write them. */
final class Keys {
    private static final String CIPHER = "PBEWithHmacSHA256AndAES_256";

    /** The object identifier 1.2.840.113549.1.5.13; Java 17 has no name for it when it writes. */
    private static final byte[] PBES2 = {0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 5, 0x0d
    };

    private Keys() {}

    static KeyPair pair(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    static String pem(PrivateKey key) {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    static String encryptedPem(PrivateKey key, String passphrase) throws Exception {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                SecretKeyFactory.getInstance(CIPHER).generateSecret(new PBEKeySpec(passphrase.toCharArray())));
        AlgorithmParameters parameters = cipher.getParameters();
        byte[] encrypted = cipher.doFinal(key.getEncoded());
        byte[] algorithm = der(0x30, PBES2, parameters.getEncoded());
        return pem("ENCRYPTED PRIVATE KEY", der(0x30, algorithm, der(0x04, encrypted)));
    }

    private static byte[] der(int tag, byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (length >= 128) {
            out.write(0x82);
            out.write(length >> 8);
        }
        out.write(length);
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label + "-----\n";
    }
}
