package dev.inverterflow.snowflake.local.session;

/** The version of the service that the stand-in says it is; drivers parse it and switch features by it. */
public final class ServerVersion {

    public static final String TEXT = "9.30.0";

    private ServerVersion() {}
}
