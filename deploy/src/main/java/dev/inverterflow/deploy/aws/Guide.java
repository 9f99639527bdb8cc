package dev.inverterflow.deploy.aws;

import java.util.List;

/**
 * The AWS CLI lines of each phase, in the only order that needs nothing twice: the integration names a role that need not
 * exist yet, so that the role can be made with its final trust.
 *
 * @param roleName last part of the role's ARN
 * @param externalId ours, so that the trust survives a replaced integration
 * @param snowflakeUser STORAGE_AWS_IAM_USER_ARN, or a placeholder that says where to read it
 * @param channel the pipe's notification_channel, or a placeholder
 */
public record Guide(BucketAddress stage, String roleName, String externalId, String snowflakeUser, String channel) {
    public static final String NO_USER = "<STORAGE_AWS_IAM_USER_ARN>";
    public static final String NO_CHANNEL = "<notification_channel>";

    private static final String STACK = "inverterflow";

    /** The phases, comments among them, ready for a shell. */
    public List<String> lines() {
        return List.of(
                "# 1. Snowflake, once, as account administrator: the integration is made with the ARN of a role that need",
                "#    not exist yet. Then read whom the role has to trust:",
                "deploy bootstrap --connection ADMIN --vars-file my.toml",
                "snow sql -c ADMIN -q \"DESC INTEGRATION INVERTERFLOW_S3\"      # STORAGE_AWS_IAM_USER_ARN",
                "",
                "# 2. AWS: bucket, IAM user of the clients, IAM role of Snowflake. A user is not a role: the clients sign in",
                "#    with the user's key, Snowflake assumes the role, and neither has the other's rights.",
                "deploy aws template > template.yaml",
                deployStack(""),
                "aws iam create-access-key --user-name inverterflow-client      # shown once; goes into the clients' .env only",
                "",
                "# 3. Snowflake: stage, tables, stream, pipe, procedures, tasks.",
                "deploy apply --connection DEPLOYER --vars-file my.toml",
                "snow sql -c DEPLOYER -q \"SHOW PIPES IN SCHEMA INVERTERFLOW.INGEST\"      # notification_channel",
                "",
                "# 4. AWS: the bucket tells Snowflake's queue of each object. Where the stack's bucket has no other",
                "#    notification:",
                deployStack(" NotificationQueueArn=" + channel),
                "#    Where the bucket is older than this stack: putting a notification replaces its whole configuration,",
                "#    so merge (deploy refuses overlapping prefixes and names the way over SNS):",
                "aws s3api get-bucket-notification-configuration --bucket " + stage.bucket() + " > now.json",
                "deploy aws notification --in now.json --channel " + channel + " --prefix " + stage.prefix()
                        + " > merged.json",
                "aws s3api put-bucket-notification-configuration --bucket " + stage.bucket()
                        + " --notification-configuration file://merged.json",
                "",
                "# 5. What came before the notification, at most 7 days back; then look at everything once, and start.",
                "snow sql -c DEPLOYER -q \"ALTER PIPE INVERTERFLOW.INGEST.INVERTER_PIPE REFRESH\"",
                "deploy resume --connection DEPLOYER --vars-file my.toml",
                "deploy verify --connection DEPLOYER --vars-file my.toml");
    }

    private String deployStack(String more) {
        return "aws cloudformation deploy --stack-name " + STACK + " --template-file template.yaml"
                + " --capabilities CAPABILITY_NAMED_IAM --parameter-overrides BucketName=" + stage.bucket()
                + " ReadingsPrefix=" + stage.prefix() + " RoleName=" + roleName + " ExternalId=" + externalId
                + " SnowflakeUserArn=" + snowflakeUser + more;
    }
}
