package dev.inverterflow.snowflake.local.definition;

import dev.inverterflow.snowflake.local.alert.Alert;
import dev.inverterflow.snowflake.local.catalog.Database;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Schema;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.catalog.SchemaObject;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Names;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.load.pipe.Pipe;
import dev.inverterflow.snowflake.local.procedure.JavaFunction;
import dev.inverterflow.snowflake.local.procedure.Procedure;
import dev.inverterflow.snowflake.local.stream.TableStream;
import dev.inverterflow.snowflake.local.task.model.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** The definitions of a session's objects, one by one or all of a schema or database. */
final class Definitions {

    /** A kind of object with the way it is written. */
    private record Kind<T extends SchemaObject>(
            String word,
            String display,
            ObjectType<T> type,
            BiFunction<T, String, String> writer,
            Predicate<T> secure) {

        Kind(String word, String display, ObjectType<T> type, BiFunction<T, String, String> writer) {
            this(word, display, type, writer, object -> false);
        }
    }

    /** In the order in which a schema is made again: what others are made from comes first. */
    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>("SEQUENCE", "Sequence", ObjectType.SEQUENCE, SimpleDefinitions::sequence),
            new Kind<>("FILE_FORMAT", "File format", ObjectType.FILE_FORMAT, SimpleDefinitions::fileFormat),
            new Kind<>("TABLE", "Table", ObjectType.TABLE, TableDefinition::text),
            new Kind<>("FUNCTION", "Function", JavaFunction.KIND, RoutineTexts::function, JavaFunction::secure),
            new Kind<>(
                    "VIEW",
                    "View",
                    ObjectType.VIEW,
                    SimpleDefinitions::view,
                    view -> view.kind().secure()),
            new Kind<>("PROCEDURE", "Procedure", Procedure.KIND, RoutineTexts::procedure, Procedure::secure),
            new Kind<>("STREAM", "Stream", TableStream.KIND, MovingDefinitions::stream),
            new Kind<>("PIPE", "Pipe", Pipe.KIND, MovingDefinitions::pipe),
            new Kind<>("TASK", "Task", Task.KIND, MovingDefinitions::task),
            new Kind<>("ALERT", "Alert", Alert.KIND, MovingDefinitions::alert));

    private final SessionContext session;
    private final Naming naming;
    private final AccountDefinitions account;

    Definitions(SessionContext session, Naming naming) {
        this.session = session;
        this.naming = naming;
        this.account = new AccountDefinitions(session);
    }

    /**
     * The definition of an object.
     *
     * @param kind such as {@code TABLE}, in any case
     * @param name with the types of its arguments if it is a procedure or function
     */
    String of(String kind, String name) {
        String word = kind.toUpperCase(Locale.ROOT);
        return switch (word) {
            case "DATABASE" -> database(account.database(name));
            case "WAREHOUSE" -> account.warehouse(name);
            case "INTEGRATION" -> account.integration(name);
            case "SCHEMA" -> schema(schemaNamed(name));
            case "TABLE", "VIEW" -> relation(word, name);
            default -> single(word, name);
        };
    }

    private String database(Database database) {
        List<String> texts = new ArrayList<>();
        texts.add("create or replace database " + Identifiers.quoteIfNeeded(database.name()) + ";");
        session.catalog().schemas(database.name()).stream()
                .filter(this::sees)
                .forEach(schema -> texts.add(schema(schema)));
        return String.join("\n\n", texts);
    }

    private Schema schemaNamed(String written) {
        SchemaName name = session.resolveSchema(Names.parse(written));
        return session.catalog()
                .schema(name)
                .filter(this::sees)
                .orElseThrow(() -> Errors.objectDoesNotExist("Schema", name.toString()));
    }

    private boolean sees(Schema schema) {
        return session.access().sees(schema, "SCHEMA", schema.name().toString());
    }

    private String schema(Schema schema) {
        List<String> texts = new ArrayList<>();
        texts.add("create or replace schema " + naming.of(schema.name()) + ";");
        KINDS.forEach(kind -> texts.addAll(all(kind, schema.name())));
        return String.join("\n\n", texts);
    }

    private <T extends SchemaObject> List<String> all(Kind<T> kind, SchemaName schema) {
        return session.catalog().objects(kind.type()).in(schema).stream()
                .filter(object -> tells(kind, object))
                .sorted(Comparator.comparing(SchemaObject::key))
                .map(object -> written(kind, object))
                .toList();
    }

    /** TABLE finds views, too, and VIEW finds tables. */
    private String relation(String word, String name) {
        ObjectName full = session.resolve(Names.parse(name));
        return find(kind("TABLE"), full, full.name())
                .or(() -> find(kind("VIEW"), full, full.name()))
                .orElseThrow(() -> Errors.objectDoesNotExist(kind(word).display(), full.toString()));
    }

    private String single(String word, String written) {
        Kind<?> kind = kind(word);
        int types = written.indexOf('(');
        boolean routine = kind.type().equals(Procedure.KIND) || kind.type().equals(JavaFunction.KIND);
        ObjectName name = session.resolve(Names.parse(routine && types >= 0 ? written.substring(0, types) : written));
        String key = routine ? RoutineTexts.key(kind.word(), name.name(), written) : name.name();
        return find(kind, name, key).orElseThrow(() -> Errors.objectDoesNotExist(kind.display(), written));
    }

    private <T extends SchemaObject> Optional<String> find(Kind<T> kind, ObjectName name, String key) {
        return session.temporary(kind.type())
                .find(name.schemaName(), key)
                .or(() -> session.catalog()
                        .objects(kind.type())
                        .find(name.schemaName(), key)
                        .filter(object -> tells(kind, object)))
                .map(object -> written(kind, object));
    }

    /** What is secure is told to its owner only. */
    private <T extends SchemaObject> boolean tells(Kind<T> kind, T object) {
        return kind.secure().test(object)
                ? session.access().owns(object)
                : session.access().sees(kind.type(), object);
    }

    private <T extends SchemaObject> String written(Kind<T> kind, T object) {
        return kind.writer().apply(object, naming.of(object.name()));
    }

    private static Kind<?> kind(String word) {
        return KINDS.stream()
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Errors.notSupported("GET_DDL of a " + word));
    }
}
