/** The HTML report. */
package dev.inverterflow.procs.html;
