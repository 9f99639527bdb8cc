/**
 * Handlers of the Snowflake procedures. They run with owner's rights inside the account: no threads, no temporary
 * objects, no sockets, no session of their own.
 */
package dev.inverterflow.procs;
