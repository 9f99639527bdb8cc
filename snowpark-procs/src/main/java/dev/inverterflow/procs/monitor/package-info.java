/** What is wrong now, and who is told. */
package dev.inverterflow.procs.monitor;
