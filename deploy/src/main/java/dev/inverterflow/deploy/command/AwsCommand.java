package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.aws.BucketAddress;
import dev.inverterflow.deploy.aws.Guide;
import dev.inverterflow.deploy.aws.NotificationMerge;
import dev.inverterflow.deploy.aws.Template;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What belongs to AWS. deploy never talks to AWS itself: it writes what the operator's own tools run. */
@Command(
        name = "aws",
        description = "The AWS side: a CloudFormation template, the commands in order, a merged notification.")
final class AwsCommand implements Runnable {
    private final Context context;

    @Spec
    private @Nullable CommandSpec spec;

    AwsCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "say template, commands or notification");
    }

    @Command(
            name = "template",
            mixinStandardHelpOptions = true,
            description = "Print the CloudFormation template: bucket, IAM user of the clients, IAM role of Snowflake.")
    int template() {
        context.out().print(Template.text());
        context.out().flush();
        return ExitCode.OK.number();
    }

    @Command(
            name = "commands",
            mixinStandardHelpOptions = true,
            description = "Print the command lines of each phase, in order, with the values of the variables.")
    int commands(
            @Mixin ScriptOptions scripts,
            @Option(
                            names = "--snowflake-user",
                            paramLabel = "ARN",
                            defaultValue = Guide.NO_USER,
                            description = "STORAGE_AWS_IAM_USER_ARN of DESC INTEGRATION, once it is known.")
                    String snowflakeUser,
            @Option(
                            names = "--channel",
                            paramLabel = "ARN",
                            defaultValue = Guide.NO_CHANNEL,
                            description = "notification_channel of SHOW PIPES, once it is known.")
                    String channel) {
        AwsValues values = scripts.awsValues();
        Guide guide = new Guide(
                BucketAddress.of(values.stageUrl()),
                values.roleArn().substring(values.roleArn().lastIndexOf('/') + 1),
                values.externalId(),
                snowflakeUser,
                channel);
        guide.lines().forEach(context.out()::println);
        context.out().flush();
        return ExitCode.OK.number();
    }

    @Command(
            name = "notification",
            mixinStandardHelpOptions = true,
            description = "Merge the pipe's queue into a bucket's notification configuration; prints the merged JSON.")
    int notification(
            @Option(
                            names = "--in",
                            paramLabel = "FILE",
                            required = true,
                            description = "What get-bucket-notification-configuration printed; - reads standard input.")
                    String in,
            @Option(
                            names = "--channel",
                            paramLabel = "ARN",
                            required = true,
                            description = "notification_channel of SHOW PIPES.")
                    String channel,
            @Option(
                            names = "--prefix",
                            paramLabel = "PREFIX",
                            required = true,
                            description = "Prefix of the stage's URL.")
                    String prefix) {
        String merged = new NotificationMerge(channel, prefix).merge(text(in));
        context.out().println(merged);
        context.out().flush();
        return ExitCode.OK.number();
    }

    private String text(String in) {
        try {
            return in.equals("-")
                    ? context.in().lines().collect(Collectors.joining("\n"))
                    : Files.readString(Path.of(in));
        } catch (IOException e) {
            throw new DeployException(ExitCode.USAGE, "cannot read --in " + in + ": " + e, e);
        }
    }
}
