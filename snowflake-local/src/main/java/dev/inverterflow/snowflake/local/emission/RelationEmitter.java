package dev.inverterflow.snowflake.local.emission;

import static java.util.stream.Collectors.joining;

import dev.inverterflow.snowflake.local.analysis.RelationColumn;
import dev.inverterflow.snowflake.local.analysis.tree.ResultColumn;
import dev.inverterflow.snowflake.local.analysis.tree.TypedRelation;
import dev.inverterflow.snowflake.local.ast.Relation.JoinKind;
import dev.inverterflow.snowflake.local.ast.Relation.SampleMethod;
import dev.inverterflow.snowflake.local.emission.ExpressionEmitter.Emission;
import dev.inverterflow.snowflake.local.emission.RelationEmitter.FromText;
import dev.inverterflow.snowflake.local.function.Sql;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Writes what stands after FROM. Aliases in DuckDB carry the relation's number, so that none can clash. */
final class RelationEmitter implements TypedRelation.Visitor<FromText> {
    /** A relation as text, the columns it brings, and how many each of its relations has. */
    record FromText(String sql, Addresses addresses, List<Width> widths) {
        FromText {
            widths = List.copyOf(widths);
        }

        /** The same with the columns of one more relation. */
        FromText with(Width width) {
            List<Width> all = new ArrayList<>(widths);
            all.add(width);
            return new FromText(sql, addresses, all);
        }

        /** The same without one of the columns, which nobody reads any more. */
        FromText without(int relation, int place) {
            return new FromText(
                    sql,
                    addresses,
                    widths.stream()
                            .map(width -> width.relation() == relation ? width.without(place) : width)
                            .toList());
        }
    }

    /**
     * Which columns a relation has that may be read.
     *
     * @param places of the columns
     * @param plainFlag place of the column that tells whether DuckDB's reader gives the relation's texts as they are; below 0
     *     if it has none
     */
    record Width(int relation, List<Integer> places, int plainFlag) {
        Width {
            places = List.copyOf(places);
        }

        Width(int relation, int columns) {
            this(relation, IntStream.range(0, columns).boxed().toList(), -1);
        }

        private Width without(int place) {
            return new Width(
                    relation, places.stream().filter(each -> each != place).toList(), plainFlag);
        }

        private Width only(BitSet read) {
            return new Width(relation, places.stream().filter(read::get).toList(), plainFlag);
        }
    }

    private final Emission emission;
    private final Addresses outer;
    private final FieldReads reads;

    RelationEmitter(Emission emission, Addresses outer) {
        this(emission, outer, FieldReads.none());
    }

    /** An emitter for what stands behind FROM of a SELECT. */
    RelationEmitter(Emission emission, Addresses outer, FieldReads reads) {
        this.emission = emission;
        this.outer = outer;
        this.reads = reads;
    }

    /** What a relation is called in DuckDB. */
    static String alias(String alias, int number) {
        return Sql.name(alias + "#" + number);
    }

    private FromText named(String sql, String alias, int number, List<String> columns) {
        var name = alias(alias, number);
        var addresses = new Addresses();
        addresses.put(number, place -> name + "." + Sql.name(columns.get(place)));
        var width = new Width(number, columns.size());
        var used = reads.used(number);
        return new FromText(sql + " AS " + name, addresses, List.of(used == null ? width : width.only(used)));
    }

    @Override
    public FromText visitStored(TypedRelation.Stored stored) {
        var columns =
                stored.source().columns().stream().map(RelationColumn::name).toList();
        return named(stored.source().duckSql(), stored.alias(), stored.number(), columns);
    }

    @Override
    public FromText visitDerived(TypedRelation.Derived derived) {
        var query = new QueryEmitter(emission, outer).query(derived.query());
        var columns =
                derived.query().columns().stream().map(ResultColumn::duckName).toList();
        var lateral = derived.lateral() ? "LATERAL " : "";
        return named(lateral + "(" + query + ")", derived.alias(), derived.number(), columns);
    }

    @Override
    public FromText visitCommon(TypedRelation.Common common) {
        var columns = common.columns().stream().map(ResultColumn::duckName).toList();
        return named(Sql.name(common.duckName()), common.alias(), common.number(), columns);
    }

    @Override
    public FromText visitRows(TypedRelation.Rows rows) {
        var expressions = new ExpressionEmitter(emission, outer);
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < rows.types().size(); i++) {
            columns.add("c" + (i + 1));
        }
        var values = rows.rows().stream()
                .map(row -> "(" + expressions.emitAll(row) + ")")
                .collect(joining(", "));
        var names = columns.stream().map(Sql::name).collect(joining(", "));
        var inner = "(SELECT * FROM (VALUES " + values + ") AS \"v\"(" + names + "))";
        return named(inner, rows.alias(), rows.number(), columns);
    }

    @Override
    public FromText visitGenerated(TypedRelation.Generated generated) {
        var name = alias(generated.alias(), generated.number());
        var addresses = new Addresses();
        addresses.put(generated.number(), place -> "CAST(" + name + ".\"n\" AS DECIMAL(18,0))");
        return new FromText(
                "(SELECT range AS \"n\" FROM range(" + generated.rows() + ")) AS " + name,
                addresses,
                List.of(new Width(generated.number(), 1)));
    }

    @Override
    public FromText visitFlattened(TypedRelation.Flattened flattened) {
        return unnested().flatten(flattened, null, false);
    }

    @Override
    public FromText visitSplit(TypedRelation.Split split) {
        return unnested().split(split, null);
    }

    /** Rows are chosen one by one, also where Snowflake chooses blocks: tables here are too small for those. */
    @Override
    public FromText visitSampled(TypedRelation.Sampled sampled) {
        var input = sampled.input().accept(this);
        var size = sampled.method() == SampleMethod.ROWS
                ? "reservoir(" + sampled.amount() + " ROWS)"
                : "bernoulli(" + sampled.amount() + " PERCENT)";
        var seed = sampled.seed() == null ? "" : " REPEATABLE (" + sampled.seed() + ")";
        return new FromText(input.sql() + " TABLESAMPLE " + size + seed, input.addresses(), input.widths());
    }

    @Override
    public FromText visitApplied(TypedRelation.Applied applied) {
        return new TableCalls(emission, outer).apply(applied, null, false);
    }

    private Unnesting unnested() {
        return new Unnesting(emission, outer, reads);
    }

    @Override
    public FromText visitJoined(TypedRelation.Joined joined) {
        var left = joined.left().accept(this);
        var right = joined.right();
        if (right instanceof TypedRelation.Flattened flattened) {
            var read = reads.read(left, emission, outer);
            return unnested().joined(joined, read, (rows, keepsAll) -> flattened(flattened, rows, keepsAll));
        }
        if (right instanceof TypedRelation.Split split) {
            return unnested()
                    .joined(joined, left, (rows, keepsAll) -> unnested().split(split, rows));
        }
        if (right instanceof TypedRelation.Applied applied) {
            return unnested()
                    .joined(
                            joined,
                            left,
                            (rows, keepsAll) -> new TableCalls(emission, outer).apply(applied, rows, keepsAll));
        }
        return plainJoin(joined, left);
    }

    private FromText flattened(TypedRelation.Flattened flattened, FromText rows, boolean keepsAll) {
        var shapes = reads.shapes(flattened);
        return shapes == null ? unnested().flatten(flattened, rows, keepsAll) : reads.flatten(shapes, flattened, rows);
    }

    private FromText plainJoin(TypedRelation.Joined joined, FromText left) {
        var visible = outer.copy();
        visible.putAll(left.addresses());
        var right = joined.right().accept(new RelationEmitter(emission, visible));
        var addresses = left.addresses().copy();
        addresses.putAll(right.addresses());
        var around = outer.copy();
        around.putAll(addresses);
        var condition = joined.condition();
        var on = condition == null ? "TRUE" : new ExpressionEmitter(emission, around).emit(condition);
        var rightSql = joined.right() instanceof TypedRelation.Joined ? "(" + right.sql() + ")" : right.sql();
        List<Width> widths = new ArrayList<>(left.widths());
        widths.addAll(right.widths());
        return new FromText(left.sql() + keyword(joined.kind()) + rightSql + " ON " + on, addresses, widths);
    }

    private static String keyword(JoinKind kind) {
        return switch (kind) {
            case COMMA, CROSS, INNER -> " INNER JOIN ";
            case LEFT -> " LEFT JOIN ";
            case RIGHT -> " RIGHT JOIN ";
            case FULL -> " FULL JOIN ";
            case ASOF -> " ASOF LEFT JOIN ";
        };
    }
}
