package dev.inverterflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.local.stack.LocalStack;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every choice that variables offer, and the way back: what was made can be taken from an account without a trace. */
class DeployChoicesIT {
    private static final String[] CHOICES = {
        "--var", "flatten_warehouse=INVERTERFLOW_WH",
        "--var", "invalid_stage_url=s3://" + LocalStack.BUCKET + "/refused/",
        "--var", "notification_recipients=operator@example.com",
        "--var", "error_integration=INVERTERFLOW_ERRORS",
        "--var", "error_topic_arn=arn:aws:sns:us-east-1:000000000000:inverterflow",
        "--var", "error_role_arn=arn:aws:iam::000000000000:role/inverterflow-errors"
    };

    private static final List<String> KINDS =
            List.of("databases", "warehouses", "roles", "users", "integrations", "resource monitors");

    @Test
    void destroyAndUndoLeaveTheAccountAsItWas(@TempDir Path folder) throws Exception {
        try (DeployedAccount account = DeployedAccount.open(folder)) {
            Map<String, List<String>> before = everything(account);
            assertThat(account.bootstrap(CHOICES)).as(account.complained()).isZero();
            assertThat(account.deploy("apply", "deployer", CHOICES))
                    .as(account.complained())
                    .isZero();
            assertThat(account.deploy("resume", "deployer", CHOICES))
                    .as(account.complained())
                    .isZero();

            hasWhatWasChosen(account);
            assertThat(account.deploy("apply", "deployer", CHOICES))
                    .as(account.complained())
                    .isZero();
            assertThat(account.printed()).contains("nothing to do");
            aChangeOfTheTasksKeepsWhatWasChosen(account);

            assertThat(account.deploy("destroy", "deployer", with("--data", "--yes")))
                    .as(account.complained())
                    .isZero();
            assertThat(account.deploy("bootstrap", "local", with("--undo", "--yes")))
                    .as(account.complained())
                    .isZero();

            assertThat(account.printed()).contains("what bootstrap made is gone");
            assertThat(everything(account)).isEqualTo(before);
        }
    }

    private static void hasWhatWasChosen(DeployedAccount account) throws SQLException {
        assertThat(account.column("show tasks like 'FLATTEN' in schema INVERTERFLOW.INGEST", "warehouse"))
                .containsExactly("INVERTERFLOW_WH");
        for (String root : List.of("FLATTEN", "MONITOR", "SNAPSHOT", "COST")) {
            String like = "show tasks like '" + root + "' in schema INVERTERFLOW.INGEST";
            assertThat(account.column(like, "error_integration")).as(root).containsExactly("INVERTERFLOW_ERRORS");
            assertThat(account.column(like, "state")).as(root).containsExactly("started");
        }
        assertThat(account.column("show pipes in schema INVERTERFLOW.INGEST", "name"))
                .containsExactlyInAnyOrder("INVERTER_PIPE", "INVERTER_INVALID_PIPE");
        assertThat(account.column("show pipes like 'INVERTER_PIPE' in schema INVERTERFLOW.INGEST", "error_integration"))
                .containsExactly("INVERTERFLOW_ERRORS");
        assertThat(account.column("show alerts in schema INVERTERFLOW.INGEST", "name"))
                .containsExactlyInAnyOrder("NEW_ERRORS", "NO_READINGS");
    }

    private static void aChangeOfTheTasksKeepsWhatWasChosen(DeployedAccount account) throws SQLException {
        assertThat(account.deploy("apply", "deployer", with("--var", "flatten_seconds=600")))
                .as(account.complained())
                .isZero();
        assertThat(account.printed())
                .contains("R__40_tasks.sql", "R__10_flatten_on_warehouse.sql", "R__40_error_notification.sql")
                .doesNotContain("R__30_alerts.sql");
        hasWhatWasChosen(account);
    }

    private static String[] with(String... more) {
        return Stream.concat(Arrays.stream(CHOICES), Arrays.stream(more)).toArray(String[]::new);
    }

    private static Map<String, List<String>> everything(DeployedAccount account) throws SQLException {
        Map<String, List<String>> names = new TreeMap<>();
        for (String kind : KINDS) {
            names.put(kind, account.column("show " + kind, "name"));
        }
        return names;
    }
}
