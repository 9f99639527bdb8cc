package dev.inverterflow.deploy.connection;

import dev.inverterflow.deploy.outcome.Problems;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** How an entry signs in: its authenticator, and the key or token that it needs, read and checked. */
final class SignIn {
    private final Entry entry;
    private final Problems problems;
    private final @Nullable Authenticator authenticator;
    private final Optional<PrivateKey> privateKey;
    private final Optional<String> token;

    SignIn(Entry entry, Problems problems) {
        this.entry = entry;
        this.problems = problems;
        this.authenticator = chosen();
        this.privateKey = privateKey();
        this.token = entry.value("token").or(this::tokenOfFile);
        checkNeeds();
    }

    /** Fills in the secrets. */
    void addTo(Properties properties) {
        if (authenticator != null) {
            properties.setProperty("authenticator", entry.value("authenticator").orElse(authenticator.name()));
        }
        privateKey.ifPresent(key -> properties.put("privateKey", key));
        token.ifPresent(secret -> properties.setProperty("token", secret));
    }

    /** Named, or what the entry's secret tells. */
    private @Nullable Authenticator chosen() {
        Optional<String> named = entry.value("authenticator");
        if (named.isPresent()) {
            Optional<Authenticator> known = Authenticator.named(named.get());
            if (known.isEmpty()) {
                problems.add("authenticator '" + named.get() + "' is none of " + Authenticator.names()
                        + " and no address of an identity provider");
            }
            return known.orElse(null);
        }
        if (hasKey()) {
            return Authenticator.SNOWFLAKE_JWT;
        }
        if (hasToken()) {
            return Authenticator.PROGRAMMATIC_ACCESS_TOKEN;
        }
        if (entry.has("password")) {
            return Authenticator.SNOWFLAKE;
        }
        problems.add("nothing to sign in with; give private_key_file, token, password or an authenticator such as"
                + " externalbrowser");
        return null;
    }

    private void checkNeeds() {
        if (authenticator == null) {
            return;
        }
        switch (authenticator) {
            case SNOWFLAKE_JWT -> need(hasKey(), "private_key_file (or private_key_raw)");
            case PROGRAMMATIC_ACCESS_TOKEN -> need(hasToken() || entry.has("password"), "token (or token_file_path)");
            case OAUTH -> need(hasToken(), "token (or token_file_path)");
            case SNOWFLAKE, USERNAME_PASSWORD_MFA -> need(entry.has("password"), "password");
            default -> {
                // The driver asks for what these need.
            }
        }
        boolean userNeeded = authenticator == Authenticator.SNOWFLAKE_JWT
                || authenticator == Authenticator.SNOWFLAKE
                || authenticator == Authenticator.USERNAME_PASSWORD_MFA;
        if (userNeeded && !entry.has("user")) {
            problems.add("user is missing");
        }
    }

    private void need(boolean there, String what) {
        if (!there) {
            problems.add("authenticator " + authenticator + " needs " + what);
        }
    }

    private boolean hasKey() {
        return entry.has("private_key_file") || entry.has("private_key_path") || entry.has("private_key_raw");
    }

    private boolean hasToken() {
        return entry.has("token") || entry.has("token_file_path");
    }

    private Optional<PrivateKey> privateKey() {
        Optional<Path> file = entry.value("private_key_file")
                .or(() -> entry.value("private_key_path"))
                .map(entry::path);
        String what = file.map(path -> "the private key " + path).orElse("private_key_raw");
        Optional<String> text = file.isPresent()
                ? secretOf("the private key", file.get())
                : entry.value("private_key_raw").map(raw -> raw.replace("\\n", "\n"));
        return text.flatMap(pem -> parsed(what, pem));
    }

    private Optional<PrivateKey> parsed(String what, String pem) {
        try {
            return Optional.of(new PrivateKeyText(what, pem, entry.passphrase()).read());
        } catch (InvalidKeyException e) {
            problems.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<String> tokenOfFile() {
        return entry.value("token_file_path")
                .map(entry::path)
                .flatMap(file -> secretOf("the token", file))
                .map(String::strip);
    }

    private Optional<String> secretOf(String what, Path file) {
        SecretFile.check(what, file, problems);
        return SecretFile.read(what, file, problems);
    }
}
