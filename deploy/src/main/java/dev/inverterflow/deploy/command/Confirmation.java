package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import java.io.IOException;
import picocli.CommandLine.Option;

/** Asks before something is gone for good. */
final class Confirmation {
    @Option(names = "--yes", description = "Do not ask.")
    private boolean given;

    /**
     * Goes on only when the operator types the word.
     *
     * @throws DeployException when he types anything else, or when there is nobody to ask
     */
    void require(Context context, String question, String word) {
        if (given) {
            return;
        }
        context.out().print(question + " Type " + word + " to go on: ");
        context.out().flush();
        if (!word.equals(answer(context))) {
            throw new DeployException(
                    ExitCode.REFUSED, "not confirmed; nothing was changed. Where nobody can answer, give --yes");
        }
    }

    private static String answer(Context context) {
        try {
            String line = context.in().readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new DeployException(ExitCode.FAILED, "cannot read the answer: " + e, e);
        }
    }
}
