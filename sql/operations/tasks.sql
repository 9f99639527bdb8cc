-- Start and stop the flattening. Run with the owner's role, database and schema in use.
ALTER TASK FLATTEN RESUME;
ALTER TASK FLATTEN SUSPEND;
