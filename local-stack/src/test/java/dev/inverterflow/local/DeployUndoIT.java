package dev.inverterflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way back: what bootstrap, apply and resume made can be taken from an account without a trace. */
class DeployUndoIT {
    private static final List<String> KINDS =
            List.of("databases", "warehouses", "roles", "users", "integrations", "resource monitors");

    @Test
    void destroyAndUndoLeaveTheAccountAsItWas(@TempDir Path folder) throws Exception {
        try (DeployedAccount account = DeployedAccount.open(folder)) {
            Map<String, List<String>> before = everything(account);
            assertThat(account.bootstrap()).as(account.complained()).isZero();
            assertThat(account.deploy("apply", "deployer"))
                    .as(account.complained())
                    .isZero();
            assertThat(account.deploy("resume", "deployer"))
                    .as(account.complained())
                    .isZero();
            assertThat(everything(account)).isNotEqualTo(before);

            assertThat(account.deploy("destroy", "deployer", "--data", "--yes"))
                    .as(account.complained())
                    .isZero();
            assertThat(account.deploy("bootstrap", "local", "--undo", "--yes"))
                    .as(account.complained())
                    .isZero();

            assertThat(account.printed()).contains("what bootstrap made is gone");
            assertThat(everything(account)).isEqualTo(before);
        }
    }

    private static Map<String, List<String>> everything(DeployedAccount account) throws SQLException {
        Map<String, List<String>> names = new TreeMap<>();
        for (String kind : KINDS) {
            names.put(kind, account.column("show " + kind, "name"));
        }
        return names;
    }
}
