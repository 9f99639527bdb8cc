/** What every procedure needs: its run, its transaction, its statements. */
package dev.inverterflow.procs.run;
