-- For FLATTEN on a warehouse, when flatten_warehouse has a value: the tasks' role may use it.
GRANT USAGE ON WAREHOUSE &{flatten_warehouse} TO ROLE &{tasks_role};
