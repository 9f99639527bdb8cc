/**
 * The boundary between snowflake-local and the library that runs stored procedures.
 *
 * <p>The handler side lives in a class loader of its own whose parent is the platform loader, so that neither the
 * application's classes nor the stand-in's reach a handler. This package is the one exception: both sides see it. It
 * therefore speaks JDK types only, holds no state and never carries an object whose class comes from either side.
 */
package dev.inverterflow.snowflake.local.spi;
