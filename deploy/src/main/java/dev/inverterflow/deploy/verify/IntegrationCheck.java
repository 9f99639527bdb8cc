package dev.inverterflow.deploy.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inverterflow.deploy.connection.Row;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.connection.StatementFailure;
import dev.inverterflow.deploy.filetime.StagedFiles;
import dev.inverterflow.deploy.filetime.StagedFiles.StagedFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether AWS trusts the integration: 'list', then 'read', which are what a read-only role can do
 * (docs.snowflake.com/en/sql-reference/functions/system_validate_storage_integration; 'all' and 'write' would fail).
 */
final class IntegrationCheck implements Check {
    private static final String LIST = "integration may list";
    private static final String READ = "integration may read";

    @Override
    public List<Finding> run(SnowflakeSession session, Site site) {
        Finding list = list(session, site);
        if (list.outcome() != Finding.Outcome.OK) {
            return List.of(list, Finding.skipped(READ, "listing has to work first"));
        }
        Optional<StagedFile> file = StagedFiles.newest(session, site.target().object(Site.STAGE), site.stageUrl());
        return List.of(
                list,
                file.map(found -> read(session, site, found))
                        .orElseGet(() -> Finding.skipped(
                                READ,
                                "there is no file at " + site.stageUrl() + " to read; put one: "
                                        + AwsTool.putLine(site))));
    }

    private static Finding list(SnowflakeSession session, Site site) {
        try {
            return validated(session, site, LIST, "", "list").orElseGet(() -> {
                session.show("list @" + site.target().object(Site.STAGE));
                return Finding.ok(LIST, site.stageUrl() + " (by LIST of the stage)");
            });
        } catch (StatementFailure e) {
            return Finding.failed(LIST, e.getMessage() + "; " + remedy(site));
        }
    }

    private static Finding read(SnowflakeSession session, Site site, StagedFile file) {
        try {
            return validated(session, site, READ, file.path(), "read").orElseGet(() -> {
                session.show("select count(*) from @" + site.target().object(Site.STAGE) + "/" + file.path());
                return Finding.ok(READ, file.path() + " (by a query of the stage)");
            });
        } catch (StatementFailure e) {
            return Finding.failed(READ, e.getMessage() + "; " + remedy(site));
        }
    }

    /** Empty where the function is not there. */
    private static Optional<Finding> validated(
            SnowflakeSession session, Site site, String check, String file, String action) {
        String call = "select system$validate_storage_integration('%s', '%s', '%s', '%s')"
                .formatted(site.integration().toUpperCase(Locale.ROOT), site.stageUrl(), file, action);
        try {
            String answer =
                    session.show(call).stream().findFirst().flatMap(Row::first).orElse("{}");
            JsonNode json = new ObjectMapper().readTree(answer);
            boolean success = json.path("status").asText().equals("success");
            String detail = site.stageUrl() + file + " (SYSTEM$VALIDATE_STORAGE_INTEGRATION)";
            return Optional.of(
                    success ? Finding.ok(check, detail) : Finding.failed(check, answer + "; " + remedy(site)));
        } catch (StatementFailure e) {
            if (e.meansUnknownFunction()) {
                return Optional.empty();
            }
            throw e;
        } catch (JsonProcessingException e) {
            return Optional.of(Finding.failed(check, "the answer is no JSON: " + e.getOriginalMessage()));
        }
    }

    private static String remedy(Site site) {
        return "compare DESC INTEGRATION " + site.integration()
                + " (STORAGE_AWS_IAM_USER_ARN, STORAGE_AWS_EXTERNAL_ID) with the role's trust policy:"
                + " aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument";
    }
}
