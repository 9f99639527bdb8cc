/** What another size, cadence or way of loading would cost a month. */
package dev.inverterflow.procs.project;
