package dev.inverterflow.deploy;

import dev.inverterflow.deploy.command.Context;
import dev.inverterflow.deploy.command.DeployRoot;
import dev.inverterflow.deploy.command.Display;
import dev.inverterflow.deploy.connection.Environment;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The operator's command line, for use inside another program too. It never ends the JVM and writes to nothing but the
 * given writers. May run repeatedly, one run at a time.
 */
public final class DeployCommand {
    private final Environment environment;
    private final BufferedReader in;
    private final Display display;
    private final BooleanSupplier stopRequested;

    /** A command line that reads this process's environment and is not stopped from outside. */
    public DeployCommand() {
        this(Environment.ofProcess(), () -> false);
    }

    /**
     * A command line in given surroundings, with nobody to answer it.
     *
     * @param stopRequested asked between statements; once true, the command ends in order with exit code 130
     */
    public DeployCommand(Environment environment, BooleanSupplier stopRequested) {
        this(environment, Reader.nullReader(), Display.PLAIN, stopRequested);
    }

    /**
     * A command line that can ask.
     *
     * @param in the operator's answers, a line each
     */
    public DeployCommand(Environment environment, Reader in, Display display, BooleanSupplier stopRequested) {
        this.environment = environment;
        this.in = new BufferedReader(in);
        this.display = display;
        this.stopRequested = stopRequested;
    }

    /**
     * Runs one command.
     *
     * @param args as on a shell, as in {@code apply --connection dev}
     * @param out for results and progress
     * @param err for notes and errors
     * @return the exit code: 0 is done; the others are listed by {@code --help} and in the operator's guide
     */
    public int run(List<String> args, PrintWriter out, PrintWriter err) {
        Context context = new Context(in, out, err, display, environment, stopRequested);
        int exitCode = DeployRoot.commandLine(context).execute(args.toArray(String[]::new));
        out.flush();
        err.flush();
        return exitCode;
    }
}
