package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.ast.CopySource;
import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoTable;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Property;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.PropertyValue;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Span;
import dev.inverterflow.snowflake.local.ast.StageLocation;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.execution.Names;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.List;
import java.util.Optional;

/** Gives a COPY full names, so that it means the same in a session with another current schema. */
public final class CopyNames {
    private static final String FILE_FORMAT = "FILE_FORMAT";
    private static final String FORMAT_NAME = "FORMAT_NAME";

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
                qualified(table, copy.target().span()),
                copy.columns(),
                source,
                withFullFormat(copy.options(), session),
                copy.span());
    }

    /** The file format that a statement with full names uses; empty if it names none. */
    public static Optional<ObjectName> format(CopyIntoTable copy) {
        return formatName(copy.options())
                .map(Names::parse)
                .filter(name -> name.size() == 3)
                .map(name -> new ObjectName(
                        name.parts().get(0).name(),
                        name.parts().get(1).name(),
                        name.parts().get(2).name()));
    }

    private static Optional<String> formatName(Properties options) {
        var format = options.find(FILE_FORMAT);
        return format != null && format.value() instanceof PropertyValue.Group group
                ? group.properties().text(FORMAT_NAME)
                : Optional.empty();
    }

    private static Properties withFullFormat(Properties options, SessionContext session) {
        return formatName(options)
                .map(name -> new PropertyValue.Text(
                        session.resolve(Names.parse(name)).toString()))
                .map(full -> replaced(
                        options,
                        FILE_FORMAT,
                        new PropertyValue.Group(replaced(options.group(FILE_FORMAT), FORMAT_NAME, full))))
                .orElse(options);
    }

    private static Properties replaced(Properties all, String name, PropertyValue value) {
        return new Properties(all.all().stream()
                .map(each -> each.name().equals(name) ? new Property(name, value, each.span()) : each)
                .toList());
    }

    private static QualifiedName qualified(ObjectName name, Span span) {
        return new QualifiedName(
                List.of(Identifier.of(name.database()), Identifier.of(name.schema()), Identifier.of(name.name())),
                span);
    }
}
