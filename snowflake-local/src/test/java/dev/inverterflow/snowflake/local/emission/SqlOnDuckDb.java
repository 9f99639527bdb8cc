package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.analysis.Analyzer;
import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.analysis.NamedValue;
import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.analysis.RelationCatalog;
import dev.inverterflow.snowflake.local.analysis.RelationColumn;
import dev.inverterflow.snowflake.local.analysis.RelationSource;
import dev.inverterflow.snowflake.local.analysis.SessionFacts;
import dev.inverterflow.snowflake.local.analysis.SystemFunctions;
import dev.inverterflow.snowflake.local.analysis.TargetTable;
import dev.inverterflow.snowflake.local.analysis.tree.ResultColumn;
import dev.inverterflow.snowflake.local.ast.DmlStatement;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Relation.StageRelation;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.function.FunctionRegistry;
import dev.inverterflow.snowflake.local.function.Sql;
import dev.inverterflow.snowflake.local.parser.SqlParser;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeNames;
import java.math.BigDecimal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Runs Snowflake SQL on an in-memory DuckDB, with a catalog of a few tables and views in DB.SC. */
final class SqlOnDuckDb implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-01-31T12:34:56.789Z");

    private final DuckDBConnection connection;
    private final Map<String, List<TargetTable.Column>> tables = new LinkedHashMap<>();
    private final Map<String, String> views = new HashMap<>();
    private final SqlParser parser = new SqlParser();
    private final FunctionRegistry functions = FunctionRegistry.standard();
    private ZoneId zone = ZoneId.of("UTC");
    private Set<Origin> origins = Set.of();

    SqlOnDuckDb() {
        try {
            connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
            EngineLibrary.install(connection);
            duck("SET TimeZone = 'UTC'");
            duck("CREATE SCHEMA \"DB.SC\"");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    void timeZone(String id) {
        zone = ZoneId.of(id);
    }

    /** Makes a table; columns as in {@code "ID NUMBER(38,0)", "V VARIANT"}. */
    SqlOnDuckDb table(String name, String... columns) {
        List<TargetTable.Column> list = new ArrayList<>();
        for (var column : columns) {
            var words = column.split(" ", 2);
            boolean notNull = words[1].endsWith(" NOT NULL");
            var type = type(words[1].replace(" NOT NULL", ""));
            list.add(new TargetTable.Column(words[0], type, !notNull, null, null));
        }
        tables.put(name, list);
        duck("CREATE TABLE \"DB.SC\"." + Sql.name(name) + " ("
                + list.stream()
                        .map(column -> Sql.name(column.name()) + " "
                                + column.type().duckType() + (column.nullable() ? "" : " NOT NULL"))
                        .collect(Collectors.joining(", "))
                + ")");
        return this;
    }

    static SnowflakeType type(String text) {
        int open = text.indexOf('(');
        if (open < 0) {
            return TypeNames.find(text, List.of()).orElseThrow();
        }
        var parameters = List.of(text.substring(open + 1, text.length() - 1).split(",")).stream()
                .map(String::strip)
                .map(Integer::valueOf)
                .toList();
        return TypeNames.find(text.substring(0, open), parameters).orElseThrow();
    }

    void view(String name, String query) {
        views.put(name, query);
    }

    /** Rows of a query as texts joined by a bar; NULL for NULL. */
    List<String> rows(String sql) {
        var duckSql = emit(sql);
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(duckSql.text())) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= duckSql.columns().size(); i++) {
                    var value = result.getObject(i);
                    cells.add(
                            value instanceof BigDecimal number
                                    ? number.toPlainString()
                                    : String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", cells));
            }
            return rows;
        } catch (SQLException e) {
            throw translated(e, duckSql.text());
        }
    }

    private static SnowflakeException translated(SQLException e, String sql) {
        var translated = EngineErrors.translate(e);
        if (translated.code() == 603) {
            throw new AssertionError(e.getMessage() + "\nin " + sql, e);
        }
        return translated;
    }

    /** The single value of {@code SELECT expression}. */
    String value(String expression) {
        var rows = rows("SELECT " + expression);
        if (rows.size() != 1) {
            throw new AssertionError("one row expected, got " + rows);
        }
        return rows.get(0);
    }

    /** What Snowflake tells of a query's columns: {@code LABEL TYPE [NOT NULL]}. */
    List<String> columns(String sql) {
        return emit(sql).columns().stream().map(SqlOnDuckDb::described).toList();
    }

    private static String described(ResultColumn column) {
        return column.label() + " " + column.type() + (column.nullable() ? "" : " NOT NULL");
    }

    DuckSql emit(String sql) {
        var statement = (Statement.QueryStatement) parser.parse(sql);
        var analyzer = analyzer();
        var typed = analyzer.query(statement.query());
        origins = analyzer.origins();
        return new Emitter(facts(), new Answers(), constants()).query(typed);
    }

    /** Runs DML; the result's columns as {@code label=count}. */
    List<String> change(String sql) {
        var analyzer = analyzer();
        var typed = analyzer.dml((DmlStatement) parser.parse(sql));
        origins = analyzer.origins();
        var dml = new Emitter(facts(), new Answers(), constants()).dml(typed);
        var last = dml.statements().get(dml.statements().size() - 1);
        if (dml.counting() == DuckDml.Counting.JOINED_UPDATE) {
            return joinedUpdate(dml);
        }
        dml.statements().stream().limit(dml.statements().size() - 1L).forEach(this::duck);
        try (var statement = connection.createStatement()) {
            List<Long> counts = new ArrayList<>();
            if (dml.counting() == DuckDml.Counting.MERGE_ACTIONS) {
                Map<String, Long> actions = new HashMap<>();
                try (var result = statement.executeQuery(last)) {
                    while (result.next()) {
                        actions.merge(result.getString(1), 1L, Long::sum);
                    }
                }
                for (var label : dml.labels()) {
                    counts.add(actions.getOrDefault(
                            label.contains("inserted") ? "INSERT" : label.contains("updated") ? "UPDATE" : "DELETE",
                            0L));
                }
            } else {
                counts.add((long) statement.executeUpdate(last));
                if (dml.counting() == DuckDml.Counting.UPDATE_COUNT_AND_ZERO) {
                    counts.add(0L);
                }
            }
            List<String> result = new ArrayList<>();
            for (int i = 0; i < dml.labels().size(); i++) {
                result.add(dml.labels().get(i) + "=" + counts.get(i));
            }
            return result;
        } catch (SQLException e) {
            throw translated(e, last);
        }
    }

    private List<String> joinedUpdate(DuckDml dml) {
        try (var statement = connection.createStatement();
                var counted = statement.executeQuery(dml.statements().get(0))) {
            counted.next();
            var counts = List.of(
                    dml.labels().get(0) + "=" + counted.getLong(1), dml.labels().get(1) + "=" + counted.getLong(2));
            duck(dml.statements().get(1));
            return counts;
        } catch (SQLException e) {
            throw translated(e, dml.statements().get(0));
        }
    }

    Set<Origin> origins() {
        return origins;
    }

    private Analyzer analyzer() {
        return new Analyzer(functions, new TestCatalog(), facts(), new Answers(), constants(), List.of());
    }

    private DuckConstants constants() {
        return new DuckConstants(connection::duplicate, statement -> {}, facts(), new Answers());
    }

    private SessionFacts facts() {
        return new SessionFacts(
                "DB",
                "SC",
                "OWNER",
                "TESTER",
                "WH",
                "LOCAL",
                7,
                "9.30.0",
                "JDBC 4.4.1",
                zone,
                NOW,
                "statement-id",
                List.of("first-id", "second-id"),
                Map.of("LIMIT_W", new Constant(SnowflakeType.number(3, 0), "100")),
                Map.of());
    }

    private void duck(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw translated(e, sql);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** System functions that tell what they were asked. */
    private static final class Answers implements SystemFunctions {
        @Override
        public Optional<SnowflakeType> resultType(String name, int arguments) {
            return name.equals("SYSTEM$PIPE_STATUS") && arguments == 1
                    ? Optional.of(SnowflakeType.VARCHAR)
                    : Optional.empty();
        }

        @Override
        public Constant call(String name, List<Constant> arguments) {
            return Constant.text("status of " + arguments.get(0).text());
        }
    }

    private final class TestCatalog implements RelationCatalog {
        @Override
        public RelationSource relation(QualifiedName name) {
            var own = name.last().name();
            var columns = tables.get(own);
            if (columns != null) {
                return new RelationSource.Physical(
                        columns.stream()
                                .map(column -> new RelationColumn(
                                        column.name(),
                                        column.type(),
                                        column.nullable(),
                                        RelationColumn.Visibility.LISTED))
                                .toList(),
                        "\"DB.SC\"." + Sql.name(own),
                        new Origin(Origin.Kind.TABLE, "DB", "SC", own));
            }
            @Nullable String view = views.get(own);
            if (view == null) {
                throw Errors.objectDoesNotExist(own);
            }
            var query = ((Statement.QueryStatement) parser.parse(view)).query();
            var described = analyzer().query(query).columns().stream()
                    .map(column -> RelationColumn.of(column.label(), column.type()))
                    .toList();
            return new RelationSource.ViewSource(
                    described, query, this, new Origin(Origin.Kind.VIEW, "DB", "SC", own), null);
        }

        /** A function that gives its arguments back as one row, or the rows of the table of its name. */
        @Override
        public RelationSource tableFunction(QualifiedName name, List<NamedValue> arguments) {
            if (tables.containsKey(name.last().name())) {
                return relation(name);
            }
            if (!name.last().name().equals("ARGUMENTS")) {
                throw Errors.unknownFunction(name.toString());
            }
            var text = arguments.stream()
                    .map(argument -> argument.name() + "=" + argument.value().text())
                    .collect(Collectors.joining(","));
            return new RelationSource.Physical(
                    List.of(RelationColumn.of("GIVEN", SnowflakeType.VARCHAR)),
                    "(SELECT " + Sql.literal(text) + " AS \"GIVEN\")",
                    new Origin(Origin.Kind.TABLE_FUNCTION, "", "", "ARGUMENTS"));
        }

        @Override
        public RelationSource stage(StageRelation stage) {
            return new RelationSource.Physical(
                    List.of(
                            RelationColumn.of("$1", SnowflakeType.VARIANT),
                            RelationColumn.hidden("METADATA$FILENAME", SnowflakeType.VARCHAR)),
                    "(SELECT '{\"a\":1}' AS \"$1\", 'x/y.json' AS \"METADATA$FILENAME\")",
                    new Origin(Origin.Kind.STAGE, "DB", "SC", "S"));
        }

        @Override
        public TargetTable target(QualifiedName name) {
            var own = name.last().name();
            var columns = tables.get(own);
            if (columns == null) {
                throw Errors.objectDoesNotExist("Table", own);
            }
            return new TargetTable(
                    columns, "\"DB.SC\"." + Sql.name(own), new Origin(Origin.Kind.TABLE, "DB", "SC", own));
        }
    }
}
