/** What the account knows of files, kept longer than it keeps it. */
package dev.inverterflow.procs.history;
