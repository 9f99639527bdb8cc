package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.connection.ConnectionSettings;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.destroy.Demolition;
import dev.inverterflow.deploy.destroy.Demolition.Data;
import dev.inverterflow.deploy.object.ObjectKey;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.target.Target;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "destroy",
        description = "Drop what apply made: lists it and asks. Tables, stages and streams stay unless --data; what"
                + " bootstrap made and what others made stays in any case.")
final class DestroyCommand implements Callable<Integer> {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final Confirmation confirmation = new Confirmation();

    @Option(names = "--data", description = "Drop tables, stages and streams too, with everything in them.")
    private boolean data;

    private final Context context;

    DestroyCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Target target = scripts.target();
        ConnectionSettings settings = connection.settings(context).as(target.ownerRole(), target.warehouse());
        try (SnowflakeSession session = SnowflakeSession.open(settings)) {
            Demolition demolition = new Demolition(session, target, data ? Data.DROPPED : Data.KEPT);
            if (demolition.doomed().isEmpty()) {
                context.out()
                        .println("there is nothing in " + target.schemaName() + " that apply made and destroy drops");
                context.out().flush();
                return ExitCode.OK.number();
            }
            list("drops", demolition.doomed());
            list("keeps, with its data (--data drops it too)", demolition.kept());
            list("keeps, since deploy did not make it", demolition.foreign());
            confirmation.require(
                    context,
                    "This cannot be undone" + (data ? ", and the data is gone with it." : "; the data stays."),
                    target.schemaName());
            demolition.run(context.out());
            context.out()
                    .println(target.schemaName() + ": gone; apply makes it again, 'bootstrap --undo' takes the rest");
            context.out().flush();
        }
        return ExitCode.OK.number();
    }

    private void list(String what, List<ObjectKey> keys) {
        if (!keys.isEmpty()) {
            context.out().println(what + ":");
            keys.forEach(key -> context.out().println("  " + key));
        }
    }
}
