package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.apply.DeployHistory;
import dev.inverterflow.deploy.apply.Plan;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.outcome.ExitCode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "plan", description = "Tell what apply would run; changes nothing.")
final class PlanCommand implements Callable<Integer> {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final ProcedureJarOption procedures = new ProcedureJarOption();

    private final Context context;

    PlanCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Deployment deployment = scripts.deployment(procedures.jar());
        try (SnowflakeSession session = SnowflakeSession.open(connection.settings(context))) {
            deployment.target().enterAsOwner(session);
            print(
                    Plan.of(deployment.steps(), new DeployHistory(session, deployment.target()).lastAttempts()),
                    deployment.target().schemaName());
        }
        return ExitCode.OK.number();
    }

    private void print(Plan plan, String schema) {
        PrintWriter out = context.out();
        if (plan.isEmpty()) {
            out.println(schema + " is up to date: apply would do nothing");
        } else {
            out.println("apply would run in " + schema + ":");
            plan.pending()
                    .forEach(next -> out.println("  " + next.step().name() + "  "
                            + next.reason().words() + ", " + next.step().size()));
            out.println(plan.unchanged().size() + " unchanged");
        }
        plan.notes().forEach(note -> out.println("note: " + note));
        out.flush();
    }
}
