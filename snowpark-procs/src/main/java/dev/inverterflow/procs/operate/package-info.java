/** Housekeeping: outcomes of task graphs, retention. */
package dev.inverterflow.procs.operate;
