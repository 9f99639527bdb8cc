package dev.inverterflow.snowflake.local.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Looks at files of internal stages. */
final class LocalFiles {

    private LocalFiles() {}

    static StageFile describe(Path file, String shownAs) {
        try {
            return new StageFile(
                    shownAs,
                    Files.size(file),
                    md5(file),
                    Files.getLastModifiedTime(file).toInstant());
        } catch (IOException failure) {
            throw new UncheckedIOException("the file " + shownAs + " of a stage cannot be read", failure);
        }
    }

    private static String md5(Path file) throws IOException {
        MessageDigest digest = md5();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has MD5", impossible);
        }
    }
}
