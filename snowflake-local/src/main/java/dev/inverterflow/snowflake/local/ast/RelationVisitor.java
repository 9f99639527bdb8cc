package dev.inverterflow.snowflake.local.ast;

/** One method per kind of relation, so that none can be forgotten. */
public interface RelationVisitor<R> {
    R visitTable(Relation.TableReference table);

    R visitSubquery(Relation.SubqueryRelation subquery);

    R visitTableFunction(Relation.TableFunctionRelation function);

    R visitStage(Relation.StageRelation stage);

    R visitValues(Relation.ValuesRelation values);

    R visitJoin(Relation.Join join);

    R visitPivot(Relation.Pivot pivot);

    R visitUnpivot(Relation.Unpivot unpivot);

    R visitSample(Relation.Sample sample);
}
