package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.connection.ConnectionSettings;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.pipeline.ProcedureCall;
import dev.inverterflow.deploy.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "call",
        description =
                "Call a procedure of the schema and print its result. Numbers are sent as numbers, JSON objects and"
                        + " arrays as such, the rest as text; write -- before arguments that begin with -.")
final class CallCommand implements Callable<Integer> {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Parameters(index = "0", paramLabel = "PROCEDURE", description = "Its name, without parentheses.")
    private String procedure = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "ARG", description = "Its arguments, in order.")
    private List<String> arguments = new ArrayList<>();

    private final Context context;

    CallCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ProcedureCall call = new ProcedureCall(procedure, arguments);
        Target target = scripts.target();
        ConnectionSettings settings = connection.settings(context);
        try (SnowflakeSession session = SnowflakeSession.open(settings)) {
            target.enterToRead(session, settings.role());
            context.out().println(call.run(session));
            context.out().flush();
        }
        return ExitCode.OK.number();
    }
}
