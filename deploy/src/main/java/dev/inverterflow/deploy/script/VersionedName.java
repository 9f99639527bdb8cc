package dev.inverterflow.deploy.script;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code V001__name.sql}: the number decides the order, so V010 comes after V9. */
public record VersionedName(BigInteger version, String fileName) implements Comparable<VersionedName> {
    private static final Pattern PATTERN = Pattern.compile("V([0-9]+)__[A-Za-z0-9_-]+\\.sql");

    public static Optional<VersionedName> parse(String fileName) {
        Matcher matcher = PATTERN.matcher(fileName);
        return matcher.matches()
                ? Optional.of(new VersionedName(new BigInteger(matcher.group(1)), fileName))
                : Optional.empty();
    }

    @Override
    public int compareTo(VersionedName other) {
        int byVersion = version.compareTo(other.version);
        return byVersion != 0 ? byVersion : fileName.compareTo(other.fileName);
    }
}
