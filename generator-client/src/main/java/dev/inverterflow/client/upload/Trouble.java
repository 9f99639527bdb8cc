package dev.inverterflow.client.upload;

import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Why uploads fail at present, and who can help.
 *
 * @param cause a stable word for metrics: S3's error code, else the HTTP status, else {@code unreachable} or {@code credentials}
 * @param what the store's answer, or why there is none
 * @param remedy what a person must do; empty when waiting helps
 */
record Trouble(String cause, String what, String remedy) {
    private static final String CHECK_KEYS =
            "correct AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (or the profile or role of the AWS default provider chain)";
    private static final String CHECK_REGION = "set AWS_REGION to the bucket's own region";
    private static final Map<String, String> REMEDIES = Map.ofEntries(
            Map.entry("AccessDenied", "allow s3:PutObject and s3:GetObject on the prefix for these credentials"),
            Map.entry("AccountProblem", "see to the AWS account"),
            Map.entry("AllAccessDisabled", "see to the AWS account"),
            Map.entry("AuthorizationHeaderMalformed", CHECK_REGION),
            Map.entry("ExpiredToken", "renew the temporary keys; the spool waits"),
            Map.entry("InvalidAccessKeyId", CHECK_KEYS),
            Map.entry("InvalidToken", CHECK_KEYS),
            Map.entry("NoSuchBucket", "create the bucket or correct S3_BUCKET"),
            Map.entry("PermanentRedirect", CHECK_REGION),
            Map.entry("RequestTimeTooSkewed", "set this machine's clock"),
            Map.entry("SignatureDoesNotMatch", CHECK_KEYS),
            Map.entry("TokenRefreshRequired", "renew the temporary keys; the spool waits"));

    static Trouble of(SdkException failure) {
        if (failure instanceof AwsServiceException answer) {
            String code = answer.awsErrorDetails() == null
                    ? ""
                    : String.valueOf(answer.awsErrorDetails().errorCode());
            String cause = code.isEmpty() || code.equals("null") ? "http_" + answer.statusCode() : code;
            return new Trouble(
                    cause, "S3 answers " + answer.statusCode() + " " + code, remedy(answer.statusCode(), code));
        }
        String message = String.valueOf(failure.getMessage());
        // Its message lists what each provider of the chain missed.
        if (message.startsWith("Unable to load credentials")) {
            return new Trouble("credentials", "no AWS credentials were found", CHECK_KEYS);
        }
        return new Trouble("unreachable", "S3 cannot be reached: " + message, "");
    }

    boolean needsPerson() {
        return !remedy.isEmpty();
    }

    private static String remedy(int status, String code) {
        String known = REMEDIES.get(code);
        if (known != null) {
            return known;
        }
        return switch (status) {
            case 301, 307 -> CHECK_REGION;
            case 401, 403 -> CHECK_KEYS + ", or allow s3:PutObject and s3:GetObject on the prefix";
            case 404 -> "correct S3_BUCKET (or S3_ENDPOINT)";
            default -> "";
        };
    }
}
