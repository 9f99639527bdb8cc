package dev.inverterflow.deploy;

import dev.inverterflow.deploy.command.Display;
import dev.inverterflow.deploy.connection.Environment;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code java -jar deploy.jar}. */
public final class Main {
    private static final long ORDERLY_END_SECONDS = 60;
    /** The driver's; held here, since the JDK forgets the level of a logger nobody holds. */
    private static final Logger DRIVER = Logger.getLogger("net.snowflake");

    private Main() {}

    public static void main(String[] args) {
        // What it logs comes back as an exception too, with the operator's words around it.
        DRIVER.setLevel(Level.OFF);
        AtomicBoolean stopping = new AtomicBoolean();
        CountDownLatch done = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endInOrder(stopping, done), "orderly-end"));
        int exitCode;
        try {
            Environment environment = Environment.ofProcess();
            Reader in = new InputStreamReader(System.in, StandardCharsets.UTF_8);
            exitCode = new DeployCommand(environment, in, Display.ofProcess(environment), stopping::get)
                    .run(
                            List.of(args),
                            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                            new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        } finally {
            done.countDown();
        }
        System.exit(exitCode);
    }

    /** Ctrl-C: the statement under way ends, the lock is given back, and only then the process goes. */
    private static void endInOrder(AtomicBoolean stopping, CountDownLatch done) {
        stopping.set(true);
        try {
            if (!done.await(ORDERLY_END_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("the statement under way has not ended; the lock ends with its lease");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
