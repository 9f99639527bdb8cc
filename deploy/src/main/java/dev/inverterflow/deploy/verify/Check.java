package dev.inverterflow.deploy.verify;

import dev.inverterflow.deploy.connection.SnowflakeSession;
import java.util.List;

/** One thing to look at; several findings may come of it. */
interface Check {
    List<Finding> run(SnowflakeSession session, Site site);
}
