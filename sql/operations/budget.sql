-- A budget for what resource monitors do not cover: serverless tasks and Snowpipe (Monitor credit usage with budgets). Run by a
-- role with SNOWFLAKE.BUDGET_CREATOR, CREATE SNOWFLAKE.CORE.BUDGET on the schema and APPLYBUDGET on the database.
CREATE SNOWFLAKE.CORE.BUDGET IF NOT EXISTS INVERTERFLOW_BUDGET();
CALL INVERTERFLOW_BUDGET!SET_SPENDING_LIMIT(&{monthly_credit_quota});
CALL INVERTERFLOW_BUDGET!ADD_RESOURCE(SYSTEM$REFERENCE('DATABASE', '&{database}', 'SESSION', 'APPLYBUDGET'));
CALL INVERTERFLOW_BUDGET!SET_EMAIL_NOTIFICATIONS('&{notification_integration}', '&{notification_recipients}');
