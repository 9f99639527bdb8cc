package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.ast.CopySource;
import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoTable;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Span;
import dev.inverterflow.snowflake.local.ast.StageLocation;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.List;

/** Gives a COPY full names, so that it means the same in a session with another current schema. */
public final class CopyNames {
    private CopyNames() {}

    public static CopyIntoTable withFullNames(CopyIntoTable copy, ObjectName table, SessionContext session) {
        var location = copy.source().location();
        var name = location.name();
        var fullName = name == null ? null : qualified(session.resolve(name), location.span());
        var fullLocation = new StageLocation(location.kind(), fullName, location.path(), location.span());
        var source = copy.source().accept(new CopySource.Visitor<CopySource>() {
            @Override
            public CopySource visitPlain(CopySource.Plain plain) {
                return new CopySource.Plain(fullLocation);
            }

            @Override
            public CopySource visitTransform(CopySource.Transform transform) {
                return new CopySource.Transform(transform.items(), fullLocation, transform.alias(), transform.span());
            }
        });
        return new CopyIntoTable(
                qualified(table, copy.target().span()), copy.columns(), source, copy.options(), copy.span());
    }

    private static QualifiedName qualified(ObjectName name, Span span) {
        return new QualifiedName(
                List.of(Identifier.of(name.database()), Identifier.of(name.schema()), Identifier.of(name.name())),
                span);
    }
}
