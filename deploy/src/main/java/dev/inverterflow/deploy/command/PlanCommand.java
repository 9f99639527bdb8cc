package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.connection.ConnectionSettings;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.plan.Forecast;
import dev.inverterflow.deploy.plan.Forecast.DriftQuestion;
import dev.inverterflow.deploy.plan.ForecastJson;
import dev.inverterflow.deploy.plan.ForecastText;
import dev.inverterflow.deploy.target.Target;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        description =
                "Tell object by object what apply would do, cost and lose; changes nothing. Exit code 2 when something"
                        + " would change.")
final class PlanCommand implements Callable<Integer> {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final ProcedureJarOption procedures = new ProcedureJarOption();

    @Option(
            names = "--drift",
            description = "Compare the account with the definitions recorded right after the last apply too.")
    private boolean drift;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final Context context;

    PlanCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Deployment deployment = scripts.deployment(procedures.jar());
        Target target = deployment.target();
        ConnectionSettings settings = connection.settings(context).as(target.ownerRole(), target.warehouse());
        try (SnowflakeSession session = SnowflakeSession.open(settings)) {
            Forecast forecast = Forecast.of(
                    deployment.steps(), session, target, drift ? DriftQuestion.ASKED : DriftQuestion.NOT_ASKED);
            print(forecast);
            return (forecast.changesSomething() ? ExitCode.CHANGES : ExitCode.OK).number();
        }
    }

    private void print(Forecast forecast) {
        if (json) {
            context.out().println(ForecastJson.write(forecast));
        } else {
            new ForecastText(context.out()).print(forecast);
        }
        context.out().flush();
    }
}
