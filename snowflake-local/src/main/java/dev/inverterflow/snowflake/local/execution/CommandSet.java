package dev.inverterflow.snowflake.local.execution;

/** The commands one package brings. */
public interface CommandSet {

    /** Adds this package's commands. */
    void register(CommandRegistry.Builder registry);
}
