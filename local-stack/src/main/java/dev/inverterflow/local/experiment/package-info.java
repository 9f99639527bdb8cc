/** What an experiment with NUM_FILES measured, and the table of it. */
package dev.inverterflow.local.experiment;
