-- Alerts are made suspended. Run with the owner's role, database and schema in use.
ALTER ALERT NEW_ERRORS RESUME;
ALTER ALERT NO_READINGS RESUME;
