package dev.inverterflow.snowflake.local.execution;

import com.sun.net.httpserver.HttpHandler;

/** Files served beside the protocol, each under a path nobody can guess. */
public interface HttpFiles extends HttpHandler {

    /** The path it answers, with everything below it. */
    String path();
}
