package dev.inverterflow.deploy.command;

/** The variables that Snowflake and AWS share. */
record AwsValues(String stageUrl, String roleArn, String externalId) {}
