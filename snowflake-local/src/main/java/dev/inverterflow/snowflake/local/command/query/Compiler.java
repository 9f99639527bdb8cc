package dev.inverterflow.snowflake.local.command.query;

import dev.inverterflow.snowflake.local.analysis.Analyzer;
import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.analysis.RelationColumn;
import dev.inverterflow.snowflake.local.analysis.SessionFacts;
import dev.inverterflow.snowflake.local.analysis.SystemFunctions;
import dev.inverterflow.snowflake.local.analysis.TargetTable;
import dev.inverterflow.snowflake.local.analysis.tree.TypedDml;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery;
import dev.inverterflow.snowflake.local.ast.DmlStatement;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Query;
import dev.inverterflow.snowflake.local.emission.DuckConstants;
import dev.inverterflow.snowflake.local.emission.DuckDml;
import dev.inverterflow.snowflake.local.emission.DuckSql;
import dev.inverterflow.snowflake.local.emission.Emitter;
import dev.inverterflow.snowflake.local.engine.NumberedBinds;
import dev.inverterflow.snowflake.local.execution.Binds;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.function.FunctionRegistry;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;
import java.util.Set;

/** Takes the parts of one statement through analysis and emission, for the session it runs in. */
public final class Compiler {

    private final Analyzer analyzer;
    private final Emitter emitter;
    private final DuckConstants constants;

    private Compiler(Analyzer analyzer, Emitter emitter, DuckConstants constants) {
        this.analyzer = analyzer;
        this.emitter = emitter;
        this.constants = constants;
    }

    /** A compiler for the statement now running in the session. */
    public static Compiler of(SessionContext session) {
        SessionFacts facts = session.facts();
        SystemFunctions functions = session.systemFunctions();
        Binds binds = session.binds();
        DuckConstants constants = new DuckConstants(
                session::auxiliaryConnection, statement -> NumberedBinds.setAll(statement, binds), facts, functions);
        Analyzer analyzer = new Analyzer(
                FunctionRegistry.standard(), session.relations(), facts, functions, constants, BindTypes.of(binds));
        return new Compiler(analyzer, new Emitter(facts, functions, constants), constants);
    }

    public TypedQuery analyze(Query query) {
        return analyzer.query(query);
    }

    public TypedDml analyze(DmlStatement statement) {
        return analyzer.dml(statement);
    }

    public DuckSql emit(TypedQuery query) {
        return emitter.query(query);
    }

    public DuckDml emit(TypedDml dml) {
        return emitter.dml(dml);
    }

    /** Whether VALUES stood after FROM in what was analysed. */
    public boolean readsValues() {
        return analyzer.readsValues();
    }

    /** What the analysed statement reads. */
    public Set<Origin> origins() {
        return analyzer.origins();
    }

    /** The value of an expression without columns. */
    public Constant evaluate(Expression expression) {
        TypedExpression typed = analyzer.constant(expression);
        return typed instanceof TypedExpression.Value value ? value.constant() : constants.evaluate(typed);
    }

    /** The value of an expression without columns, converted as Snowflake converts by itself. */
    public Constant evaluate(Expression expression, SnowflakeType type) {
        return constants.evaluate(analyzer.constant(expression, type));
    }

    /** The value of an analysed expression without columns. */
    Constant evaluate(TypedExpression typed) {
        return constants.evaluate(typed);
    }

    /** INSERT of a query's rows into a table that the catalog does not know yet. */
    public TypedDml filling(TargetTable table, Query query) {
        return analyzer.filling(table, query);
    }

    /** An expression without columns, subqueries, aggregates and windows; one that has no meaning is refused. */
    public TypedExpression simple(Expression expression) {
        return analyzer.simple(expression);
    }

    /** Refuses an expression over a table's columns that has no meaning. */
    public void check(Expression expression, List<RelationColumn> columns) {
        analyzer.overColumns(expression, columns);
    }
}
