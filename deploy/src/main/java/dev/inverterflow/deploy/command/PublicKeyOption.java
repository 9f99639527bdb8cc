package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.variable.Assignment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The service user's public key, from its PEM file into its variable. */
final class PublicKeyOption {
    private static final String VARIABLE = "deployer_public_key";
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

    @Option(
            names = "--public-key",
            paramLabel = "FILE",
            description = "PEM file of the service user's public key (openssl rsa -in KEY -pubout).")
    private @Nullable Path file;

    /** Empty when the option is not given. */
    List<Assignment> assignments() {
        if (file == null) {
            return List.of();
        }
        Matcher pem = PEM.matcher(text(file));
        if (!pem.find()) {
            throw new DeployException(
                    ExitCode.USAGE,
                    "--public-key " + file + ": no -----BEGIN PUBLIC KEY----- in it; openssl rsa -in KEY -pubout writes"
                            + " one");
        }
        return List.of(new Assignment(VARIABLE, pem.group(1).replaceAll("\\s", ""), "--public-key " + file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new DeployException(ExitCode.USAGE, "cannot read --public-key " + file + ": " + e, e);
        }
    }
}
