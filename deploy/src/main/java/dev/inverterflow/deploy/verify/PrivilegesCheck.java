package dev.inverterflow.deploy.verify;

import dev.inverterflow.deploy.connection.Row;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether the roles hold what bootstrap gave them. */
final class PrivilegesCheck implements Check {
    private static final String REMEDY =
            "; an account administrator runs 'deploy bootstrap' again with the same variables, or grants it";

    @Override
    public List<Finding> run(SnowflakeSession session, Site site) {
        List<Finding> findings = new ArrayList<>();
        site.target().ownerRole().ifPresent(role -> findings.add(compare(session, role, owned(site))));
        site.target()
                .tasksRole()
                .filter(role -> !site.target().ownerRole().equals(Optional.of(role)))
                .ifPresent(role -> findings.add(compare(
                        session,
                        role,
                        Set.of("EXECUTE TASK", "EXECUTE MANAGED TASK", "EXECUTE ALERT", "EXECUTE MANAGED ALERT"))));
        return findings;
    }

    private static Set<String> owned(Site site) {
        Set<String> needed = new TreeSet<>();
        needed.add("USAGE ON INTEGRATION " + site.integration().toUpperCase(Locale.ROOT));
        site.target().warehouse().ifPresent(name -> needed.add("USAGE ON WAREHOUSE " + name.toUpperCase(Locale.ROOT)));
        return needed;
    }

    private static Finding compare(SnowflakeSession session, String role, Set<String> needed) {
        Set<String> held = session.show("show grants to role " + role).stream()
                .map(PrivilegesCheck::words)
                .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(held);
        String check = "privileges of " + role;
        return missing.isEmpty()
                ? Finding.ok(check, String.join(", ", new TreeSet<>(needed)))
                : Finding.failed(check, "missing: " + String.join(", ", missing) + REMEDY);
    }

    private static String words(Row grant) {
        String on = grant.text("granted_on");
        return on.equals("ACCOUNT")
                ? grant.text("privilege")
                : grant.text("privilege") + " ON " + on + " " + grant.text("name");
    }
}
