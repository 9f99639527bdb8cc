-- Failed files and task runs to an SNS topic, when error_integration has a value; bootstrap makes the integration.
-- A task's setting goes to the root of its graph (Task error notifications); a pipe keeps its load history.
ALTER PIPE INVERTER_PIPE SET ERROR_INTEGRATION = &{error_integration};

USE ROLE &{tasks_role};
ALTER TASK FLATTEN SET ERROR_INTEGRATION = &{error_integration};
ALTER TASK MONITOR SET ERROR_INTEGRATION = &{error_integration};
ALTER TASK SNAPSHOT SET ERROR_INTEGRATION = &{error_integration};
ALTER TASK COST SET ERROR_INTEGRATION = &{error_integration};

USE ROLE &{owner_role};
