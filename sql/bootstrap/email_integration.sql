-- Mail for the alerts, when notification_recipients has a value. Recipients must be verified users of the account.
CREATE NOTIFICATION INTEGRATION IF NOT EXISTS &{notification_integration}
  TYPE = EMAIL
  ENABLED = TRUE
  COMMENT = 'InverterFlow: errors of the pipeline, to &{notification_recipients}';
GRANT USAGE ON INTEGRATION &{notification_integration} TO ROLE &{owner_role};
GRANT USAGE ON INTEGRATION &{notification_integration} TO ROLE &{tasks_role};
