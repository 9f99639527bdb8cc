/** From files to typed readings and rejects. */
package dev.inverterflow.procs.flatten;
