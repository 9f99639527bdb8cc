package dev.inverterflow.snowflake.local.definition;

import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.SchemaName;

/** How the objects that a definition makes are named in it. */
enum Naming {
    SHORT {
        @Override
        String of(ObjectName name) {
            return Identifiers.quoteIfNeeded(name.name());
        }

        @Override
        String of(SchemaName name) {
            return Identifiers.quoteIfNeeded(name.schema());
        }
    },
    FULL {
        @Override
        String of(ObjectName name) {
            return name.toString();
        }

        @Override
        String of(SchemaName name) {
            return name.toString();
        }
    };

    abstract String of(ObjectName name);

    abstract String of(SchemaName name);
}
