package dev.inverterflow.client.check;

import dev.inverterflow.client.settings.Settings;
import dev.inverterflow.client.spool.BatchName;
import dev.inverterflow.client.upload.S3Clients;
import dev.inverterflow.client.upload.Trouble;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.S3Client;

/** Whether files will reach their bucket: credentials, the way to S3, the bucket, the clock and, if asked for, one empty file. */
public final class StoreCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** S3 refuses from 15 minutes, readings are refused from 5 minutes ahead; a clock that is kept is never that far off. */
    private static final Duration MOST_SKEW = Duration.ofMinutes(1);

    private static final byte[] NO_READINGS = "[]".getBytes(StandardCharsets.UTF_8);

    private final Settings settings;
    private final InstantSource clock;
    private final Probe probe;
    private final List<Finding> findings = new ArrayList<>();

    public StoreCheck(Settings settings, InstantSource clock, Probe probe) {
        this.settings = settings;
        this.clock = clock;
        this.probe = probe;
    }

    /** Whether an empty file may be put. */
    public enum Probe {
        NONE,
        PUT
    }

    public List<Finding> find() {
        if (!hasCredentials()) {
            skipFrom("S3 address", "there are no credentials to ask with");
            return findings;
        }
        try (S3Client s3 = S3Clients.create(settings.store())) {
            Optional<SdkHttpResponse> answer = bucket(s3);
            if (answer.isEmpty()) {
                skipFrom("clock", "S3 was not reached");
            } else {
                findings.add(clock(answer.get()));
                probe(s3);
            }
        }
        return findings;
    }

    private boolean hasCredentials() {
        try {
            S3Clients.credentials(settings.store()).resolveCredentials();
        } catch (SdkClientException e) {
            Trouble trouble = Trouble.of(e);
            findings.add(Finding.fail("credentials", trouble.what(), trouble.remedy()));
            return false;
        }
        findings.add(Finding.pass(
                "credentials",
                settings.store().keys().isPresent()
                        ? "keys of the settings"
                        : "found by the AWS default provider chain"));
        return true;
    }

    /**
     * Any answer proves the way to S3; which one it is tells of keys and bucket. Listing is asked for because its refusals say why,
     * unlike those of a HEAD.
     */
    private Optional<SdkHttpResponse> bucket(S3Client s3) {
        try {
            SdkHttpResponse answer = s3.listObjectsV2(request -> request.bucket(bucketName())
                            .prefix(prefix())
                            .maxKeys(1)
                            .overrideConfiguration(StoreCheck::patiently))
                    .sdkHttpResponse();
            findings.add(Finding.pass("S3 address", address()));
            findings.add(Finding.pass("bucket", bucketName() + " is there"));
            return Optional.of(answer);
        } catch (AwsServiceException e) {
            findings.add(Finding.pass("S3 address", address()));
            findings.add(bucket(e));
            return Optional.ofNullable(e.awsErrorDetails()).map(AwsErrorDetails::sdkHttpResponse);
        } catch (SdkException e) {
            findings.add(Finding.fail(
                    "S3 address",
                    address() + ": " + e.getMessage(),
                    "check network, name resolution and S3_ENDPOINT from this machine"));
            findings.add(Finding.skipped("bucket", "S3 was not reached"));
            return Optional.empty();
        }
    }

    private Finding bucket(AwsServiceException e) {
        Trouble trouble = Trouble.of(e);
        if (trouble.cause().equals("AccessDenied")) {
            return Finding.pass("bucket", bucketName() + " is there; it may not be listed, which uploads do not need");
        }
        String remedy = regionOf(e).map(region -> "set AWS_REGION to " + region).orElse(trouble.remedy());
        return Finding.fail("bucket", trouble.what(), remedy.isEmpty() ? "try again later" : remedy);
    }

    private Optional<String> regionOf(AwsServiceException e) {
        return Optional.ofNullable(e.awsErrorDetails())
                .map(AwsErrorDetails::sdkHttpResponse)
                .flatMap(answer -> answer.firstMatchingHeader("x-amz-bucket-region"))
                .filter(region -> !region.equals(settings.store().region()));
    }

    private Finding clock(SdkHttpResponse answer) {
        Optional<Instant> theirs = answer.firstMatchingHeader("Date").flatMap(StoreCheck::httpDate);
        if (theirs.isEmpty()) {
            return Finding.skipped("clock", "the store's answer has no Date");
        }
        Duration ahead = Duration.between(theirs.get(), clock.instant());
        String detail = Math.abs(ahead.toSeconds()) + " s " + (ahead.isNegative() ? "behind" : "ahead of") + " S3";
        return ahead.abs().compareTo(MOST_SKEW) <= 0
                ? Finding.pass("clock", detail)
                : Finding.fail(
                        "clock", detail, "set this machine's clock, best by NTP: S3 refuses requests from 15 min on");
    }

    private static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private void probe(S3Client s3) {
        if (probe == Probe.NONE) {
            skipFrom("write", "not asked for; --probe puts one file without readings");
            return;
        }
        String key = probeKey();
        try {
            s3.putObject(
                    request -> request.bucket(bucketName())
                            .key(key)
                            .ifNoneMatch("*")
                            .contentType("application/json")
                            .overrideConfiguration(StoreCheck::patiently),
                    RequestBody.fromBytes(NO_READINGS));
            findings.add(Finding.pass("write", "put s3://" + bucketName() + "/" + key));
        } catch (SdkException e) {
            findings.add(failed("write", e, "allow s3:PutObject on the prefix " + prefix()));
            findings.add(Finding.skipped("look", "nothing was put"));
            return;
        }
        try {
            s3.headObject(
                    request -> request.bucket(bucketName()).key(key).overrideConfiguration(StoreCheck::patiently));
            findings.add(Finding.pass("look", "the file can be looked at again"));
        } catch (SdkException e) {
            findings.add(failed(
                    "look",
                    e,
                    "allow s3:GetObject on the prefix " + prefix()
                            + ": without it a file whose upload's answer was lost cannot be told from a foreign one"));
        }
    }

    private static Finding failed(String what, SdkException e, String remedy) {
        Trouble trouble = Trouble.of(e);
        boolean isDenied = e instanceof AwsServiceException answer
                && answer.statusCode() == 403
                && (trouble.cause().equals("AccessDenied") || trouble.cause().equals("http_403"));
        return Finding.fail(what, trouble.what(), isDenied || !trouble.needsPerson() ? remedy : trouble.remedy());
    }

    /** Its name has n0, so that reports leave it out; no run of a client is 0. */
    private String probeKey() {
        Instant now = clock.instant();
        String date = DateTimeFormatter.ISO_LOCAL_DATE.format(now.atOffset(ZoneOffset.UTC));
        return prefix() + date + "/" + BatchName.compact(now) + "_"
                + settings.files().clientId() + "_r0_p1of1_n0.json";
    }

    private void skipFrom(String first, String why) {
        List<String> all = List.of("S3 address", "bucket", "clock", "write", "look");
        all.subList(all.indexOf(first), all.size()).forEach(what -> findings.add(Finding.skipped(what, why)));
    }

    private String address() {
        return settings.store()
                .endpoint()
                .map(Object::toString)
                .orElse("AWS, region " + settings.store().region());
    }

    private String bucketName() {
        return settings.store().bucket();
    }

    private String prefix() {
        return settings.files().prefix();
    }

    private static void patiently(AwsRequestOverrideConfiguration.Builder configuration) {
        configuration.apiCallTimeout(PATIENCE);
    }
}
