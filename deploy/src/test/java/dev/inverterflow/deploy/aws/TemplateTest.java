package dev.inverterflow.deploy.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The template as text: what must stand in it, and what must never. */
class TemplateTest {
    private final String template = Template.text();

    @Test
    void theBucketIsClosedEncryptedKeptAndForgetful() {
        assertThat(section("  Bucket:"))
                .contains("DeletionPolicy: Retain", "UpdateReplacePolicy: Retain", "SSEAlgorithm: AES256")
                .contains(
                        "BlockPublicAcls: true",
                        "BlockPublicPolicy: true",
                        "IgnorePublicAcls: true",
                        "RestrictPublicBuckets: true")
                .contains("ObjectOwnership: BucketOwnerEnforced", "ExpirationInDays: !Ref DaysToKeep")
                .contains("DaysAfterInitiation: 1");
        assertThat(section("  TlsOnly:"))
                .contains("Effect: Deny", "Principal: \"*\"", "aws:SecureTransport: \"false\"");
    }

    @Test
    void theClientsUserMayOnlyPutBelowTheTwoPrefixes() {
        String user = section("  Uploader:");

        assertThat(user).contains("Type: AWS::IAM::User", "Action: s3:PutObject");
        assertThat(Pattern.compile("s3:[A-Za-z]+").matcher(user).results().map(found -> found.group()))
                .as("GetObject hangs on a condition that is off by default")
                .containsExactly("s3:PutObject", "s3:GetObject");
        assertThat(user.indexOf("- Confirms")).isBetween(user.indexOf("s3:PutObject"), user.indexOf("s3:GetObject"));
        assertThat(section("  UploaderConfirms:")).contains("Default: \"false\"");
        assertThat(Pattern.compile("- !Sub .*").matcher(user).results().map(found -> found.group()))
                .allMatch(resource -> resource.endsWith("Prefix}*\"") && resource.contains("${Bucket.Arn}/"));
    }

    @Test
    void theRoleTrustsSnowflakesUserWithOurExternalIdAndOnlyReads() {
        String role = section("  SnowflakeReader:");

        assertThat(role)
                .contains("Type: AWS::IAM::Role", "AWS: !Ref SnowflakeUserArn", "Action: sts:AssumeRole")
                .contains("StringEquals:", "sts:ExternalId: !Ref ExternalId");
        assertThat(Pattern.compile("\\bs3:[A-Z][A-Za-z]+")
                        .matcher(role)
                        .results()
                        .map(found -> found.group()))
                .containsExactly("s3:GetObject", "s3:GetObjectVersion", "s3:ListBucket", "s3:GetBucketLocation");
    }

    @Test
    void theNotificationHangsOnItsParameter() {
        assertThat(template)
                .contains("HasQueue: !Not [!Equals [!Ref NotificationQueueArn, \"\"]]", "Event: s3:ObjectCreated:*")
                .contains("Value: !Ref ReadingsPrefix");
    }

    @Test
    void noAccessKeyStandsAnywhere() {
        assertThat(template).doesNotContain("AWS::IAM::AccessKey", "SecretAccessKey", "NoEcho");
    }

    @Test
    void cfnLintHasNothingToSayWhereItIsInstalled(@TempDir Path folder) throws Exception {
        assumeTrue(lint().isPresent(), "cfn-lint is not on the path");
        Path file = Files.writeString(folder.resolve("template.yaml"), template);

        Process process = new ProcessBuilder(List.of(lint().get().toString(), file.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void theGuideNamesEveryPhaseInItsOrder() {
        Guide guide = new Guide(
                BucketAddress.of("s3://my-bucket/inverters/"),
                "inverterflow-snowflake",
                "id-1",
                Guide.NO_USER,
                "arn:q");

        assertThat(String.join("\n", guide.lines()))
                .containsSubsequence(
                        "deploy bootstrap",
                        "DESC INTEGRATION",
                        "aws cloudformation deploy",
                        "BucketName=my-bucket ReadingsPrefix=inverters/ RoleName=inverterflow-snowflake ExternalId=id-1"
                                + " SnowflakeUserArn=<STORAGE_AWS_IAM_USER_ARN>",
                        "aws iam create-access-key",
                        "deploy apply",
                        "SHOW PIPES",
                        "NotificationQueueArn=arn:q",
                        "get-bucket-notification-configuration",
                        "deploy aws notification --in now.json --channel arn:q --prefix inverters/",
                        "put-bucket-notification-configuration",
                        "REFRESH",
                        "deploy resume",
                        "deploy verify");
    }

    private static Optional<Path> lint() {
        return Stream.of(System.getenv("PATH").split(Pattern.quote(File.pathSeparator)))
                .map(folder -> Path.of(folder, "cfn-lint"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** From a key to the next one of its depth. */
    private String section(String key) {
        int from = template.indexOf("\n" + key) + 1;
        assertThat(from).as(key).isPositive();
        Matcher next = Pattern.compile("\n(  )?[A-Z]\\w+:").matcher(template);
        return next.find(from + 1) ? template.substring(from, next.start()) : template.substring(from);
    }
}
