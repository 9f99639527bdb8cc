package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.script.RenderedScript;
import java.util.List;

/**
 * What an account administrator runs.
 *
 * @param database the database that the scripts make or drop
 * @param notes which scripts are left out, and why
 */
record AdministratorScripts(String database, List<RenderedScript> scripts, List<String> notes) {}
