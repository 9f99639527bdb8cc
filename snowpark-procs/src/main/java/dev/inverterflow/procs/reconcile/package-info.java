/** What was expected against what came. */
package dev.inverterflow.procs.reconcile;
