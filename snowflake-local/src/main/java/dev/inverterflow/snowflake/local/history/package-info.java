/** Which queries ran: what sessions tell and QUERY_HISTORY shows. */
package dev.inverterflow.snowflake.local.history;
