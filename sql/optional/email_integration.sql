-- Mail for the alerts. Run by an account administrator; recipients must be verified users of the account.
-- Then run alerts.sql.
CREATE NOTIFICATION INTEGRATION IF NOT EXISTS &{notification_integration}
  TYPE = EMAIL
  ENABLED = TRUE
  COMMENT = 'InverterFlow: errors of the pipeline';
GRANT USAGE ON INTEGRATION &{notification_integration} TO ROLE &{owner_role};
GRANT USAGE ON INTEGRATION &{notification_integration} TO ROLE &{tasks_role};
