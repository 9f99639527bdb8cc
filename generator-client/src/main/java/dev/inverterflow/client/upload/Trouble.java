package dev.inverterflow.client.upload;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Why uploads fail at present, and who can help.
 *
 * @param scope what it says of other files
 * @param cause a stable word for metrics: S3's error code, else the HTTP status, else {@code unreachable} or {@code credentials}
 * @param what the store's answer, or why there is none
 * @param remedy what a person must do; empty when waiting helps
 */
public record Trouble(Scope scope, String cause, String what, String remedy) {
    private static final String CHECK_KEYS =
            "correct AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (or the profile or role of the AWS default provider chain)";
    private static final String CHECK_REGION = "set AWS_REGION to the bucket's own region";
    private static final String RENEW_KEYS = "renew the temporary keys";
    private static final Map<String, String> REMEDIES = Map.ofEntries(
            Map.entry("AccessDenied", "allow s3:PutObject and s3:GetObject on the prefix for these credentials"),
            Map.entry("AccountProblem", "see to the AWS account"),
            Map.entry("AllAccessDisabled", "see to the AWS account"),
            Map.entry("AuthorizationHeaderMalformed", CHECK_REGION),
            Map.entry("ExpiredToken", RENEW_KEYS),
            Map.entry("IllegalLocationConstraintException", CHECK_REGION),
            Map.entry("InvalidAccessKeyId", CHECK_KEYS),
            Map.entry("InvalidToken", CHECK_KEYS),
            Map.entry("NoSuchBucket", "create the bucket or correct S3_BUCKET"),
            Map.entry("PermanentRedirect", CHECK_REGION),
            Map.entry("RequestTimeTooSkewed", "set this machine's clock"),
            Map.entry("SignatureDoesNotMatch", CHECK_KEYS),
            Map.entry("TokenRefreshRequired", RENEW_KEYS));
    private static final String WITHOUT_CODE = "http_";
    /** Bad requests that are the connection's fault, not the file's, and pass. */
    private static final Set<String> OF_THE_CONNECTION = Set.of("RequestTimeout", "IncompleteBody");

    /** The key is taken, and by what cannot be seen. */
    static final Trouble UNDECIDED = new Trouble(
            Scope.FILE,
            "undecided",
            "S3 has an object under a key of ours already (412), and does not let us look whether it is ours (403)",
            "allow s3:GetObject on the prefix for these credentials");

    /** The key was taken, and then was not. */
    static final Trouble VANISHED = new Trouble(
            Scope.FILE, "vanished", "S3 had an object under a key of ours (412) that was gone a moment later", "");

    public static Trouble of(SdkException failure) {
        if (failure instanceof AwsServiceException answer) {
            return of(answer);
        }
        String message = String.valueOf(failure.getMessage());
        // Its message lists what each provider of the chain missed.
        if (message.startsWith("Unable to load credentials")) {
            return new Trouble(Scope.STORE, "credentials", "no AWS credentials were found", CHECK_KEYS);
        }
        return new Trouble(Scope.STORE, "unreachable", "S3 cannot be reached: " + message, "");
    }

    private static Trouble of(AwsServiceException answer) {
        Optional<String> code = Optional.ofNullable(answer.awsErrorDetails()).map(AwsErrorDetails::errorCode);
        return new Trouble(
                scope(answer.statusCode(), code.orElse("")),
                code.orElse(WITHOUT_CODE + answer.statusCode()),
                ("S3 answers " + answer.statusCode() + " " + code.orElse("")).strip(),
                code.filter(OF_THE_CONNECTION::contains).isPresent()
                        ? ""
                        : Optional.ofNullable(REMEDIES.get(code.orElse("")))
                                .orElseGet(() -> remedy(answer.statusCode())));
    }

    private static Scope scope(int status, String code) {
        return switch (status) {
            case 409 -> Scope.FILE;
            case 400, 413, 414 ->
                REMEDIES.containsKey(code) || OF_THE_CONNECTION.contains(code) ? Scope.STORE : Scope.FILE;
            default -> Scope.STORE;
        };
    }

    private static String remedy(int status) {
        return switch (status) {
            case 301, 307 -> CHECK_REGION;
            case 400, 413, 414 -> "see why the store refuses this file";
            case 401, 403 -> CHECK_KEYS + ", or allow s3:PutObject and s3:GetObject on the prefix";
            case 404 -> "correct S3_BUCKET (or S3_ENDPOINT)";
            default -> "";
        };
    }

    /** False for a bare status: the answer's text was cut off. */
    boolean hasCode() {
        return !cause.startsWith(WITHOUT_CODE);
    }

    public boolean needsPerson() {
        return !remedy.isEmpty();
    }

    /** What a failure says of other files. */
    public enum Scope {
        /** They would fail too. */
        STORE,
        /** Nothing. */
        FILE
    }
}
