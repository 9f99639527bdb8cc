package dev.inverterflow.snowflake.local.ast;

/** One method per kind of command, so that none can be forgotten. */
public interface CommandVisitor<R> {
    R visitUse(Command.Use use);

    R visitAlterSession(Command.AlterSession alter);

    R visitSetVariables(Command.SetVariables set);

    R visitUnsetVariables(Command.UnsetVariables unset);

    R visitBegin(Command.Begin begin);

    R visitCommit(Command.Commit commit);

    R visitRollback(Command.Rollback rollback);

    R visitCall(Command.CallProcedure call);

    R visitExecuteTask(Command.ExecuteTask execute);

    R visitExecuteAlert(Command.ExecuteAlert execute);

    R visitExecuteImmediate(Command.ExecuteImmediate execute);

    R visitExplain(Command.Explain explain);

    R visitExplainLocal(Command.ExplainLocal explain);

    R visitPut(FileCommand.Put put);

    R visitGet(FileCommand.Get get);

    R visitListFiles(FileCommand.ListFiles list);

    R visitRemoveFiles(FileCommand.RemoveFiles remove);

    R visitShow(Inspection.Show show);

    R visitShowGrants(Inspection.ShowGrants show);

    R visitDescribe(Inspection.Describe describe);

    R visitDescribeResult(Inspection.DescribeResult describe);

    R visitDescribeTransaction(Inspection.DescribeTransaction describe);
}
