/** Latency and cost. */
package dev.inverterflow.procs.report;
