package dev.inverterflow.deploy.script;

import dev.inverterflow.deploy.variable.Assignment;
import java.util.List;
import java.util.Map;

/** A value for every variable of this project's scripts that has no default. */
final class Values {
    static final List<Assignment> OF_EVERY_VARIABLE = Map.ofEntries(
                    Map.entry("stage_url", "s3://bucket/prefix/"),
                    Map.entry("storage_aws_role_arn", "arn:aws:iam::123456789012:role/r"),
                    Map.entry("storage_aws_external_id", "id"),
                    Map.entry("procs_jar", "procs.jar"),
                    Map.entry("deployer_public_key", "QUJD".repeat(40)),
                    Map.entry("notification_recipients", "operator@example.com"),
                    Map.entry("invalid_stage_url", "s3://bucket/refused/"),
                    Map.entry("flatten_warehouse", "WH"),
                    Map.entry("error_integration", "ERRORS"),
                    Map.entry("error_topic_arn", "arn:aws:sns:us-east-1:123456789012:t"),
                    Map.entry("error_role_arn", "arn:aws:iam::123456789012:role/e"))
            .entrySet()
            .stream()
            .map(entry -> new Assignment(entry.getKey(), entry.getValue(), "test"))
            .toList();

    private Values() {}
}
