package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.connection.Environment;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;

/**
 * What every command works with.
 *
 * @param in the operator's answers; at its end there is nobody to ask
 * @param display who reads {@code out}
 * @param stopRequested true once the operator wants to stop; asked between statements
 */
public record Context(
        BufferedReader in,
        PrintWriter out,
        PrintWriter err,
        Display display,
        Environment environment,
        BooleanSupplier stopRequested) {}
