package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.connection.Environment;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;

/**
 * What every command works with.
 *
 * @param stopRequested true once the operator wants to stop; asked between statements
 */
public record Context(PrintWriter out, PrintWriter err, Environment environment, BooleanSupplier stopRequested) {}
